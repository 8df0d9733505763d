import ArgumentParser
import Model

struct EdgesCommand: SceneCommand {
  static let takesInput = true
  static let configuration = CommandConfiguration(
    commandName: "edges",
    abstract: Words.ofProcess.say(
      "Shows which edges an edge detector finds, and which not.", "显示边缘检测器能找到哪些边缘，找不到哪些。"))

  @OptionGroup var planes: PlaneOptions
  @OptionGroup var padding: PaddingOption
  @OptionGroup var motion: MotionOptions
  @OptionGroup var bias: BiasOption
  @OptionGroup var turn: TurnOption
  @OptionGroup var screen: ScreenOptions
  @OptionGroup var figures: FigureOptions
  @OptionGroup var sharing: ShareOptions
  @OptionGroup var scene: SceneOptions

  @MainActor func run() async throws {
    let settings = try planes.settings(
      for: .edges, input: CourseExample.bar, kernel: CourseExample.edge,
      padding.sliding(motion, bias, isTurned: turn.flip))
    try await show(try Failure.translating { try EdgesScene(settings) })
  }
}
