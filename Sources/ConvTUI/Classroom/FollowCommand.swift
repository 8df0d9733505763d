import ArgumentParser

struct FollowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow",
    abstract: Words.ofProcess.say(
      "Shows what somebody else shows, as it changes.", "跟随他人的屏幕，随其变化而更新。"),
    discussion: Words.ofProcess.say(
      """
      A scene or a lesson that was opened with --share FILE writes what it shows to that file. Whoever \
      follows the file sees the same, and may look around; Enter catches up. Results that are hidden \
      there are hidden here too.

      The file may be on a network file system, or a copy that is made anew or appended to, as by \
      ssh host tail -n 1 -F class.json >> copy.json. It may come later than this command. A change is shown \
      within 0.2 s; a mount that keeps what it knows of a file, as sshfs does, shows it that much later.
      """,
      """
      用 --share FILE 打开的场景或课程会把所显示的内容写入该文件。跟随此文件的人看到相同的画面，\
      也可以自行查看；按 Enter 回到当前进度。那边隐藏的结果在这里也是隐藏的。

      文件可以在网络文件系统上，也可以是重新生成或不断追加的副本，如 ssh host tail -n 1 -F class.json \
      >> copy.json。文件可以在此命令之后才出现。变化在 0.2 秒内显示；sshfs 这类会缓存文件属性的挂载，则要等缓存过期。
      """))

  @Argument(
    help: .say(
      "The file that --share writes.",
      "--share 所写的文件。"), completion: .file())
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
