import ArgumentParser
import Formats
import Model

/// The optimizer and its settings, and the seed of the random numbers.
struct DescentOptions: ParsableArguments {
  @Option(
    name: .customLong("lr"), parsing: .unconditional,
    help: .say(
      "The learning rate, a number above 0.",
      "学习率，大于 0 的数。", value: "rate"))
  var learningRate: Float?

  @Option(
    help: .say(
      "The method that turns gradients into steps.",
      "由梯度求出每一步更新的方法。", value: "name"))
  var optimizer: OptimizerName?

  @Option(
    parsing: .unconditional,
    help: .say(
      """
      The momentum, from 0 to below 1; the default is 0.9 for momentum and nesterov, and 0 for \
      rmsprop.
      """,
      """
      动量，从 0 到小于 1；momentum 和 nesterov 默认为 0.9，rmsprop 默认为 0。
      """, value: "number"))
  var momentum: Float?

  @Option(
    parsing: .unconditional,
    help: .say(
      "The weight decay, 0 or more; the default is 0.01 for adamw, else 0.",
      "权重衰减，不小于 0；adamw 默认为 0.01，其他默认为 0。", value: "number"))
  var weightDecay: Float?

  @Option(
    help: .say(
      """
      How the learning rate changes: constant, step:N:γ (multiply by γ every N steps) or cosine:N \
      (fall to 0 in N steps).
      """,
      """
      学习率如何变化：constant（不变）、step:N:γ（每 N 步乘以 γ）或 cosine:N（在 N 步\
      内降到 0）。
      """, value: "schedule"))
  var schedule = Schedule.constant

  @Option(
    parsing: .unconditional,
    help: .say(
      "A whole number of 0 or more; the same seed gives the same random numbers.",
      "不小于 0 的整数；相同的种子得到相同的随机数。", value: "n"))
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

  /// The method of the option, or the usual one without it.
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

  /// The weight decay of the option, or the usual one of the method.
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
