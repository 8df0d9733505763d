import ArgumentParser
import Formats
import Model

struct SlideCommand: SceneCommand {
  static let takesInput = true
  static let configuration = CommandConfiguration(
    commandName: "slide",
    abstract: Words.ofProcess.say(
      "Slides a kernel over an input.", "让卷积核在输入上滑动。"),
    discussion: Words.ofProcess.say(
      """
      For example: convtui slide --input photo.png --kernel sobel-x --padding 1
      """,
      """
      例如：convtui slide --input photo.png --kernel sobel-x --padding 1
      """))

  @OptionGroup var planes: PlaneOptions
  @OptionGroup var padding: PaddingOption
  @OptionGroup var motion: MotionOptions
  @OptionGroup var bias: BiasOption

  @OptionGroup var turn: TurnOption

  @Option(
    help: .say(
      "The view: run, or matrix (each window is a row).",
      "视图：run（运行）或 matrix（每个窗口是一行）。", value: "name"),
    completion: .views(of: .slide), transform: SceneKind.slide.view(named:))
  var view = SceneView.run

  @OptionGroup var screen: ScreenOptions
  @OptionGroup var figures: FigureOptions
  @OptionGroup var sharing: ShareOptions
  @OptionGroup var scene: SceneOptions

  @MainActor func run() async throws {
    let settings = try planes.settings(
      for: .slide, input: CourseExample.input, kernel: CourseExample.kernel,
      padding.sliding(motion, bias, isTurned: turn.flip))
    var slide = try Failure.translating { try SlideScene(settings) }
    slide.view = view
    try await show(slide)
  }
}
