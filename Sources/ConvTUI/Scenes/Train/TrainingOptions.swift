import ArgumentParser
import Formats
import Model

/// How a kernel learns, and from where.
struct TrainingOptions: ParsableArguments {
  @OptionGroup var descent: DescentOptions

  @Option(
    help: .say(
      "The loss: the sum or the mean of the squared errors.",
      "损失：误差平方的和（sum）或均值（mean）。", value: "name"))
  var reduction = Reduction.sum

  @Option(
    name: .customLong("init"), parsing: .unconditional,
    help: .say(
      "The weights to start from, such as \"0.5,-0.1\".",
      "起始的权重，如 \"0.5,-0.1\"。", value: "numbers"))
  var initialWeight: String?

  func validate() throws {
    if initialWeight != nil, descent.seed != nil {
      throw ValidationError(\.twoStarts)
    }
  }

  /// The settings of a run that learns a kernel of a shape.
  func settings(_ shape: Shape) throws -> LearnScene.Settings {
    let method = descent.method(else: .sgd)
    return LearnScene.Settings(
      method: method, weightDecay: descent.decay(of: method), schedule: descent.schedule,
      reduction: reduction, learningRate: descent.learningRate ?? CourseExample.learningRate,
      initialWeight: try Failure.translating { try start(shape) }, seed: seed(of: shape))
  }

  /// The start: given, random, or the built-in one if the kernel has its shape.
  private func start(_ shape: Shape) throws -> Tensor {
    if let initialWeight {
      let numbers = try Load.listed(initialWeight, for: "--init")
      guard numbers.count == shape.count else {
        throw LearnError.startCount(numbers.count, expected: shape.count)
      }
      return Tensor(shape, numbers)
    }
    return seed(of: shape).map { Tensor.randomKernel(shape, seed: $0) }
      ?? CourseExample.initialWeight
  }

  /// What the start is drawn by; nil where it is another.
  private func seed(of shape: Shape) -> UInt64? {
    guard initialWeight == nil else { return nil }
    return descent.seed ?? (shape == CourseExample.initialWeight.shape ? nil : 0)
  }
}

extension Reduction: ExpressibleByArgument {}
