import ArgumentParser
import Model

struct EdgesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edges", abstract: "Shows which edges an edge detector finds, and which not.")

  @OptionGroup var planes: PlaneOptions
  @OptionGroup var turn: TurnOption
  @OptionGroup var scene: SceneOptions

  @MainActor func run() async throws {
    let image = try planes.input(for: .edges) ?? CourseExample.bar
    let kernel = try planes.kernel(for: .edges) ?? CourseExample.edge
    try await scene.run(
      try Failure.translating {
        try EdgesScene(image: image, kernel: kernel, sliding: planes.movement(turn))
      })
  }
}
