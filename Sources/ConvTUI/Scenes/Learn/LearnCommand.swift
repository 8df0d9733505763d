import ArgumentParser
import Formats
import Model

struct LearnCommand: SceneCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: Words.ofProcess.say(
      "Learns a kernel by gradient descent.", "用梯度下降学习卷积核。"),
    discussion: Words.ofProcess.say(
      """
      It learns a kernel w so that X ⋆ w becomes equal to Y. Y is the image X correlated with the \
      target, plus --noise. Without --init and --seed it starts from the built-in weights if they fit, \
      else from --seed 0.
      """,
      """
      学习一个卷积核 w，使 X ⋆ w 等于 Y。Y 是图像 X 与目标卷积核的互相关，再加上 --noise。不写 \
      --init 和 --seed 时，若内置的权重合适则从它开始，否则从 --seed 0 开始。
      """))

  @Flag(
    help: .say(
      """
      Print a JSON object for each step and end: the step, the loss and gradient before the update, \
      and the weight after it.
      """,
      """
      为每一步打印一个 JSON 对象，然后结束：步数、更新前的损失和梯度，以及更新后的权重。
      """))
  var json = false

  @Option(
    parsing: .unconditional,
    help: .say(
      "The number of steps, 0 to \(Timeline.largestStep).",
      "步数，0 到 \(Timeline.largestStep)。", value: "n"))
  var steps = CourseExample.steps

  @Option(
    help: .say(
      "The image X: a tensor file, or - for standard input.",
      "图像 X：一个张量文件；- 表示标准输入。", value: "file"),
    completion: .file())
  var image: String?

  @Option(
    parsing: .unconditional,
    help: .say(
      "The kernel to learn: a file, a name such as sobel-x, or rows such as \"0,1;2,3\".",
      "要学习的卷积核：文件、名称（如 sobel-x）或各行的数（如 \"0,1;2,3\"）。", value: "kernel"), completion: .kernel)
  var target: String?

  @Option(
    parsing: .unconditional,
    help: .say(
      "The standard deviation of normal noise to add to Y, 0 or more.",
      "加到 Y 上的正态噪声的标准差，不小于 0。", value: "number"))
  var noise: Float = 0

  @Option(
    help: .say(
      "The view: run, surface (of the loss) or backward (pass).",
      "视图：run（运行）、surface（损失曲面）或 backward（反向传播）。", value: "name"),
    completion: .views(of: .learn), transform: SceneKind.learn.view(named:))
  var view = SceneView.run

  @OptionGroup var training: TrainingOptions
  @OptionGroup var padding: PaddingOption
  @OptionGroup var motion: MotionOptions
  @OptionGroup var screen: ScreenOptions
  @OptionGroup var figures: FigureOptions
  @OptionGroup var sharing: ShareOptions
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
      try await show(learn)
    }
  }

  /// The task and the settings.
  private func start() throws -> (LearnScene.Task, LearnScene.Settings) {
    let image = try image.map { try Load.plane($0, for: .learn) } ?? CourseExample.bar
    let target = try target.map { try Load.kernelPlane($0, for: .learn) } ?? CourseExample.edge
    let task = try Failure.translating {
      try LearnScene.Task(
        image: image, targetKernel: target, options: padding.options(motion), noise: noise,
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
