import ArgumentParser
import Formats

struct OpenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Opens a scene as it was saved.",
    discussion: """
      A session is written by --save of a scene, or by the key F. It holds the data, the settings \
      and the step. Of a run that learns it keeps no branches: the run begins anew by the settings \
      of the branch that was shown.
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
