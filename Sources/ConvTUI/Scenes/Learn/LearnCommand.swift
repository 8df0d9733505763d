import ArgumentParser
import Formats
import Model

struct LearnCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn", abstract: "Learns a kernel by gradient descent.",
    discussion: """
      It learns a kernel w so that X ⋆ w becomes equal to Y. Y is the image X correlated with the \
      target, plus --noise. Without --init and --seed it starts from the built-in weights if they fit, \
      else from --seed 0.
      """)

  @Flag(
    help: """
      Print a JSON object for each step and end: the step, the loss and gradient before the update, \
      and the weight after it.
      """)
  var json = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The number of steps, 0 to \(Timeline.largestStep).", valueName: "n"))
  var steps = CourseExample.steps

  @Option(
    help: ArgumentHelp("The image X: a tensor file, or - for standard input.", valueName: "file"),
    completion: .file())
  var image: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The kernel to learn: a file, a name such as sobel-x, or rows such as \"0,1;2,3\".",
      valueName: "kernel"), completion: .kernel)
  var target: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The standard deviation of normal noise to add to Y, 0 or more.", valueName: "number"))
  var noise: Float = 0

  @Option(
    help: ArgumentHelp(
      "The view: run, surface (of the loss) or backward (pass).", valueName: "name"),
    completion: .views(of: .learn), transform: SceneKind.learn.view(named:))
  var view = SceneView.run

  @OptionGroup var training: TrainingOptions
  @OptionGroup var sliding: SlidingOptions
  @OptionGroup var scene: SceneOptions

  func validate() throws {
    try Load.checkStandardInput(image, target)
    guard (0...Timeline.largestStep).contains(steps) else {
      throw ValidationError { $0.stepsOutside(Timeline.largestStep) }
    }
    guard noise >= 0, noise.isFinite else {
      throw ValidationError(\.noiseOutside)
    }
  }

  @MainActor func run() async throws {
    let (task, settings) = try start()
    if json {
      try printSteps(task, settings)
    } else {
      var learn = LearnScene(task, settings, steps: max(1, steps))
      learn.view = view
      try await scene.run(learn)
    }
  }

  /// The task and the settings.
  private func start() throws -> (LearnScene.Task, LearnScene.Settings) {
    let image = try image.map { try Load.plane($0, for: .learn) } ?? CourseExample.bar
    let target = try target.map { try Load.kernelPlane($0, for: .learn) } ?? CourseExample.edge
    let task = try Failure.translating {
      try LearnScene.Task(
        image: image, targetKernel: target, options: sliding.options, noise: noise,
        seed: training.descent.seed ?? 0)
    }
    return (task, try training.settings(target.shape))
  }

  private func printSteps(_ task: LearnScene.Task, _ settings: LearnScene.Settings) throws {
    let shape = task.targetKernel.shape
    var trainer = task.trainer(settings)
    for _ in 0..<steps {
      let (loss, gradient) = (trainer.loss, trainer.gradient)
      trainer.advance()
      let step = JSON.object([
        ("step", .number(trainer.step)), ("loss", .number(loss)),
        ("gradient", .tensor(Tensor(shape, gradient))),
        ("weight", .tensor(Tensor(shape, trainer.weight))),
      ])
      try Output.write(step.text() + "\n")
    }
  }
}
