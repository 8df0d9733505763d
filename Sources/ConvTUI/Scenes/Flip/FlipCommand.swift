import ArgumentParser
import Model

struct FlipCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flip",
    abstract: Words.ofProcess.say(
      "Compares cross-correlation with convolution.", "比较互相关与卷积。"))

  @OptionGroup var planes: PlaneOptions
  @OptionGroup var scene: SceneOptions

  @MainActor func run() async throws {
    let settings = try planes.settings(
      for: .flip, input: CourseExample.input, kernel: CourseExample.kernel)
    try await scene.run(try Failure.translating { try FlipScene(settings) })
  }
}
