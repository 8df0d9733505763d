import ArgumentParser
import Formats

struct OpenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Opens a saved scene.",
    discussion: """
      The option --save of a scene or the key F writes a session. It holds the data, the settings and \
      the step. It does not hold the branches of learn: the run starts again with the settings of the \
      branch on the screen.
      """)

  @Argument(help: "The session: a .json file, or - for standard input.", completion: .file())
  var session: String

  @OptionGroup var scene: SceneOptions

  @MainActor func run() async throws {
    let saved = try Load.at(.file(session)) {
      let bytes = try FileReader.read(session) { JSONValue.startsObject($0) ? nil : 0 }
      return try Session.scene(from: bytes, picture: Load.picture)
    }
    try await scene.run(saved)
  }
}
