import ArgumentParser
import Model

struct FlipCommand: SceneCommand {
  static let takesInput = true
  static let configuration = CommandConfiguration(
    commandName: "flip",
    abstract: Words.ofProcess.say(
      "Compares cross-correlation with convolution.", "比较互相关与卷积。"))

  @OptionGroup var planes: PlaneOptions
  @OptionGroup var padding: PaddingOption
  @OptionGroup var motion: MotionOptions
  @OptionGroup var bias: BiasOption
  @OptionGroup var screen: ScreenOptions
  @OptionGroup var figures: FigureOptions
  @OptionGroup var sharing: ShareOptions
  @OptionGroup var scene: SceneOptions

  @MainActor func run() async throws {
    let settings = try planes.settings(
      for: .flip, input: CourseExample.input, kernel: CourseExample.kernel,
      padding.sliding(motion, bias))
    try await show(try Failure.translating { try FlipScene(settings) })
  }
}
