import ArgumentParser
import Formats
import Model

/// How a kernel learns, and from where.
struct TrainingOptions: ParsableArguments {
  @Option(
    name: .customLong("lr"), parsing: .unconditional,
    help: ArgumentHelp("The learning rate, a number above 0.", valueName: "rate"))
  var learningRate = Chapter.learningRate

  @Option(help: ArgumentHelp("How gradients become steps.", valueName: "name"))
  var optimizer = OptimizerName.sgd

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
    help: ArgumentHelp("The loss: the sum or the mean of the squared errors.", valueName: "name"))
  var reduction = Reduction.sum

  @Option(
    name: .customLong("init"), parsing: .unconditional,
    help: ArgumentHelp("The weights to start from, such as \"0.5,-0.1\".", valueName: "numbers"))
  var initialWeight: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "A whole number from 0 on; the same one draws the same weights and noise.", valueName: "n"))
  var seed: UInt64?

  enum OptimizerName: String, CaseIterable, ExpressibleByArgument {
    case sgd, momentum, nesterov, rmsprop, adam, adamw
  }

  func validate() throws {
    guard learningRate.isFinite, learningRate > 0 else {
      throw ValidationError("--lr is a number above 0, such as 0.03.")
    }
    if let momentum, !(momentum >= 0 && momentum < 1) {
      throw ValidationError("--momentum is a number from 0 to below 1, such as 0.9.")
    }
    if let weightDecay, !(weightDecay >= 0 && weightDecay.isFinite) {
      throw ValidationError("--weight-decay is a number from 0 on, such as 0.01.")
    }
    if initialWeight != nil, seed != nil {
      throw ValidationError("--init and --seed both choose the start; one of them is needed.")
    }
  }

  /// The settings of a run that learns a kernel of a shape.
  func settings(_ shape: Shape) throws -> LearnScene.Settings {
    LearnScene.Settings(
      method: method, weightDecay: weightDecay ?? (optimizer == .adamw ? 0.01 : 0),
      schedule: schedule, reduction: reduction, learningRate: learningRate,
      initialWeight: try Failure.translating { try start(shape) })
  }

  private var method: Optimizer.Method {
    switch optimizer {
    case .sgd: .sgd
    case .momentum: .momentum(momentum ?? 0.9)
    case .nesterov: .nesterov(momentum ?? 0.9)
    case .rmsprop: .rmsprop(momentum ?? 0)
    case .adam: .adam
    case .adamw: .adamw
    }
  }

  /// The start: given, drawn, or the chapter's where the kernel has its shape.
  private func start(_ shape: Shape) throws -> Tensor {
    if let initialWeight {
      let numbers = try Load.listed(initialWeight, for: "--init")
      guard numbers.count == shape.count else {
        throw LearnError.startCount(numbers.count, expected: shape.count)
      }
      return Tensor(shape, numbers)
    }
    if seed == nil, shape == Chapter.initialWeight.shape { return Chapter.initialWeight }
    return Tensor.randomKernel(shape, seed: seed ?? 0)
  }
}

extension Reduction: ExpressibleByArgument {}

extension Schedule: ExpressibleByArgument {
  public init?(argument: String) {
    guard let schedule = ScheduleNotation.parse(argument) else { return nil }
    self = schedule
  }

  public var defaultValueDescription: String { ScheduleNotation.text(of: self) }
}
