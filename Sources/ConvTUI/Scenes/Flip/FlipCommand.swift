import ArgumentParser
import Model

struct FlipCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flip", abstract: "Compares cross-correlation with convolution.")

  @OptionGroup var planes: PlaneOptions
  @OptionGroup var scene: SceneOptions

  @MainActor func run() async throws {
    let input = try planes.input(for: .flip) ?? CourseExample.input
    let kernel = try planes.kernel(for: .flip) ?? CourseExample.kernel
    try await scene.run(
      try Failure.translating {
        try FlipScene(input: input, kernel: kernel, sliding: planes.movement())
      })
  }
}
