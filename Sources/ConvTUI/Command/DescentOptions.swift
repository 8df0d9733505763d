import ArgumentParser
import Formats
import Model

/// How gradients become steps, and the seed of what is random.
struct DescentOptions: ParsableArguments {
  @Option(
    name: .customLong("lr"), parsing: .unconditional,
    help: ArgumentHelp("The learning rate, a number above 0.", valueName: "rate"))
  var learningRate: Float?

  @Option(help: ArgumentHelp("How gradients become steps.", valueName: "name"))
  var optimizer: OptimizerName?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      The momentum, from 0 to below 1, of momentum and nesterov (0.9 where not given) and rmsprop \
      (0).
      """, valueName: "number"))
  var momentum: Float?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The weight decay, from 0 on: 0.01 for adamw where not given, else 0.", valueName: "number"))
  var weightDecay: Float?

  @Option(
    help: ArgumentHelp(
      """
      How the learning rate changes: constant, step:N:γ (times γ every N steps) or cosine:N (down \
      to 0 in N steps).
      """, valueName: "schedule"))
  var schedule = Schedule.constant

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "A whole number from 0 on; the same one draws the same random numbers.", valueName: "n"))
  var seed: UInt64?

  func validate() throws {
    if let learningRate, !(learningRate.isFinite && learningRate > 0) {
      throw ValidationError(\.rateOutside)
    }
    if let momentum, !(momentum >= 0 && momentum < 1) {
      throw ValidationError(\.momentumOutside)
    }
    if momentum != nil, let optimizer, ![.momentum, .nesterov, .rmsprop].contains(optimizer) {
      throw ValidationError { $0.noMomentum("\(optimizer)") }
    }
    if let weightDecay, !(weightDecay >= 0 && weightDecay.isFinite) {
      throw ValidationError(\.decayOutside)
    }
  }

  /// The method asked for, or the usual one where none is.
  func method(else usual: OptimizerName) -> Optimizer.Method {
    switch optimizer ?? usual {
    case .sgd: .sgd
    case .momentum: .momentum(momentum ?? 0.9)
    case .nesterov: .nesterov(momentum ?? 0.9)
    case .rmsprop: .rmsprop(momentum ?? 0)
    case .adam: .adam
    case .adamw: .adamw
    }
  }

  /// The weight decay asked for, or the method's usual one.
  func decay(of method: Optimizer.Method) -> Float { weightDecay ?? (method == .adamw ? 0.01 : 0) }
}

extension Schedule: ExpressibleByArgument {
  public init?(argument: String) {
    guard let schedule = ScheduleNotation.parse(argument) else { return nil }
    self = schedule
  }

  public var defaultValueDescription: String { ScheduleNotation.text(of: self) }
}

extension OptimizerName: ExpressibleByArgument {}
