import ArgumentParser
import Formats
import Model

struct LearnCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn", abstract: "A kernel learns by gradient descent.",
    discussion: """
      The kernel w is to make X ⋆ w equal to Y, the image correlated with the target. Without \
      --init or --seed the start is the built-in one where it fits, else as with --seed 0.
      """)

  @Flag(
    help: """
      Print a JSON object a line and end: the step, loss and gradient before its update, and the \
      weight after it.
      """)
  var json = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The number of steps, 0 to \(Timeline.largestStep).", valueName: "n"))
  var steps = Chapter.steps

  @Option(
    name: .customLong("lr"), parsing: .unconditional,
    help: ArgumentHelp("The learning rate, a number above 0.", valueName: "rate"))
  var learningRate = Chapter.learningRate

  @Option(help: ArgumentHelp("How gradients become steps.", valueName: "name"))
  var optimizer = OptimizerName.sgd

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The momentum of --optimizer momentum, a number from 0 to below 1.", valueName: "number"))
  var momentum: Float = 0.9

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
      "A whole number from 0 on; the same one draws the same weights to start from.",
      valueName: "n"))
  var seed: UInt64?

  @Option(
    help: ArgumentHelp("The image X: a tensor file, or - for standard input.", valueName: "file"))
  var image: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The kernel to be learned: a file, a name such as sobel-x, or rows such as \"0,1;2,3\".",
      valueName: "kernel"))
  var target: String?

  @OptionGroup var scene: SceneOptions

  enum OptimizerName: String, CaseIterable, ExpressibleByArgument { case sgd, momentum, adam }

  func validate() throws {
    try Load.checkStandardInput(image, target)
    guard (0...Timeline.largestStep).contains(steps) else {
      throw ValidationError("--steps is a number from 0 to \(Timeline.largestStep).")
    }
    guard learningRate.isFinite, learningRate > 0 else {
      throw ValidationError("--lr is a number above 0, such as 0.03.")
    }
    guard momentum >= 0, momentum < 1 else {
      throw ValidationError("--momentum is a number from 0 to below 1, such as 0.9.")
    }
    if initialWeight != nil, seed != nil {
      throw ValidationError("--init and --seed both choose the start; one of them is needed.")
    }
  }

  @MainActor func run() async throws {
    let image = try image.map { try Load.plane($0, for: .learn) } ?? Chapter.bar
    let target = try target.map { try Load.kernelPlane($0, for: .learn) } ?? Chapter.edge
    let task = try Failure.translating {
      try LearnScene.Task(image: image, targetKernel: target)
    }
    let settings = LearnScene.Settings(
      method: method, reduction: reduction, learningRate: learningRate,
      initialWeight: try Failure.translating { try start(target.shape) })
    if json {
      try printSteps(task, settings)
    } else {
      try scene.run(LearnScene(task, settings, steps: max(1, steps)))
    }
  }

  private var method: Optimizer.Method {
    switch optimizer {
    case .sgd: .sgd
    case .momentum: .momentum(momentum)
    case .adam: .adam
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

  private func printSteps(_ task: LearnScene.Task, _ settings: LearnScene.Settings) throws {
    let shape = task.targetKernel.shape
    var trainer = task.trainer(settings)
    func text(_ weights: [Float]) -> String {
      TensorEncoder.json(Tensor(shape, weights)).filter { $0 != "\n" }
    }
    for _ in 0..<steps {
      let (loss, gradient) = (trainer.loss, trainer.gradient)
      trainer.advance()
      try Output.write(
        """
        {"step": \(trainer.step), "loss": \(TensorEncoder.json(loss)), \
        "gradient": \(text(gradient)), "weight": \(text(trainer.weight))}

        """)
    }
  }
}

extension Reduction: ExpressibleByArgument {}
