import ArgumentParser
import Formats

struct OpenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Opens a file as what it is.",
    discussion: """
      A picture opens in maps, a small table in slide, and a session in its scene. convtui FILE does \
      the same where FILE is not the name of a subcommand.

      The option --save of a scene or the key F writes a session. It holds the data, the settings and \
      the step. It does not hold the branches of learn: the run starts again with the settings of the \
      branch on the screen.
      """)

  @Argument(
    help: "A picture, a table, an array or a session; - is a session from standard input.",
    completion: .file())
  var file: String

  @OptionGroup var scene: SceneOptions

  @MainActor func run() async throws {
    let file = file
    try await scene.run(try Load.scene(of: file) { Load.tell($0, of: Load.address(file).path) })
  }
}
