import ArgumentParser
import Formats

struct OpenCommand: SceneCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: Words.ofProcess.say(
      "Opens a file as what it is.", "按文件的内容打开文件。"),
    discussion: Words.ofProcess.say(
      """
      A picture opens in maps, a small table in slide, and a session in its scene. convtui FILE does \
      the same where FILE is not the name of a subcommand.

      The option --save of a scene or the key F writes a session. It holds the data, the settings and \
      the step. It does not hold the branches of learn: the run starts again with the settings of the \
      branch on the screen.
      """,
      """
      图片在 maps 中打开，小的表格在 slide 中打开，会话在其场景中打开。如果 FILE 不是子命令的\
      名称，convtui FILE 的作用相同。

      场景的选项 --save 或按键 F 写出会话，其中有数据、设置和步数，但没有 learn 的各个分支：运\
      行会以屏幕上分支的设置重新开始。
      """))

  @Argument(
    help: .say(
      "A picture, a table, an array or a session; - is a session from standard input.",
      "图片、表格、数组或会话；- 表示从标准输入读取会话。"),
    completion: .file())
  var file: String

  @OptionGroup var screen: ScreenOptions
  @OptionGroup var figures: FigureOptions
  @OptionGroup var sharing: ShareOptions
  @OptionGroup var scene: SceneOptions

  @MainActor func run() async throws {
    let file = file
    try await show(try Load.scene(of: file) { Load.tell($0, of: Load.address(file).path) })
  }
}
