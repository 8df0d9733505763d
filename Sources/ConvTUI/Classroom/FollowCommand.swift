import ArgumentParser

struct FollowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow", abstract: "Shows what somebody else shows, as it changes.",
    discussion: """
      A scene or a lesson that was opened with --share FILE writes what it shows to that file. Whoever \
      follows the file sees the same, and may look around; Enter catches up. Results that are hidden \
      there are hidden here too.

      The file may be on a network file system, or a copy that is made anew or appended to, as by \
      ssh host tail -n 1 -F class.json >> copy.json. It may come later than this command.
      """)

  @Argument(help: "The file that --share writes.", completion: .file())
  var file: String

  @OptionGroup var screen: ScreenOptions

  @MainActor func run() async throws {
    let news = screen.endsByItself ? SharedFile.news(in: file, after: nil) : nil
    try await screen.run(
      "follow", with: screen.endsByItself ? [] : [FollowedFile(file)]
    ) { [file] size, look in
      var state = State(scenes: try SceneKind.examples(), look: look, size: size)
      state.following = Following(file)
      switch news {
      case .view(let view): _ = state.handle(.shared(view))
      case .fault(let sentence, _): throw Failure { _ in sentence }
      case nil: break
      }
      return state
    }
  }
}
