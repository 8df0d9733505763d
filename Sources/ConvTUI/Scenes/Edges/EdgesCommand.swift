import ArgumentParser
import Model

struct EdgesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edges",
    abstract: Words.ofProcess.say(
      "Shows which edges an edge detector finds, and which not.", "显示边缘检测器能找到哪些边缘，找不到哪些。"))

  @OptionGroup var planes: PlaneOptions
  @OptionGroup var turn: TurnOption
  @OptionGroup var scene: SceneOptions

  @MainActor func run() async throws {
    let settings = try planes.settings(
      for: .edges, input: CourseExample.bar, kernel: CourseExample.edge, turn)
    try await scene.run(try Failure.translating { try EdgesScene(settings) })
  }
}
