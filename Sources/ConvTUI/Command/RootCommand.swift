import ArgumentParser
import Glibc
import Terminal

/// The program: its subcommands, and the first scene without a subcommand.
public struct RootCommand: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "convtui",
    abstract: Words.ofProcess.say(
      "Shows what a convolution does, number by number.", "逐个数字地展示卷积做了什么。"),
    discussion: Words.ofProcess.say(
      """
      Without a subcommand it opens the first scene with a built-in example. In a scene, ? lists the \
      keys and q quits. With --print a scene prints one frame and ends; this needs no terminal.

      A tensor file is .json (nested arrays, or an object with named arrays, as in all.json:K), .csv, \
      .tsv, .npy, an array in an archive, as in weights.npz:conv1, model.safetensors:conv1.weight \
      or model.pt:conv1.weight, \
      or a \(Words.ofFiles.imageEndings) image; - is standard input. An image becomes brightness from \
      0 to 1; transparent pixels get a white background. In a table, convtui skips a first line of \
      names and accepts a comma as the decimal point, as in 0,5;1,25; standard error reports both.

      A kernel is a name, rows such as "0,1;2,3", or a file. If a text fits several of these, convtui \
      takes the name first, then the rows; ./1,-1 is always a file.
      """,
      """
      不写子命令时，以内置示例打开第一个场景。在场景中，? 列出按键，q 退出。用 --print 时，场\
      景打印一帧后结束；这不需要终端。

      张量文件可以是 .json（嵌套数组，或含有命名数组的对象，如 all.json:K）、.csv、.tsv、.npy、\
      压缩包中的数组（如 weights.npz:conv1 或 model.safetensors:conv1.weight），或 \(Words.ofProcess.imageEndings) \
      图像；- 表示标准输入。图像变为 0 到 1 的亮度；透明像素以白色为背景。在表格中，convtui 会\
      跳过第一行的名称，并接受逗号作小数点，如 0,5;1,25；这两种情况都会在标准错误上说明。

      卷积核可以是名称、各行的数（如 "0,1;2,3"）或文件。如果一段文字有几种解释，convtui 先取名\
      称，再取各行的数；./1,-1 则总是文件。
      """),
    version: Version.number,
    subcommands: SceneKind.known.map(\.command)
      + [
        CorrelateCommand.self, KernelsCommand.self, OpenCommand.self, LessonCommand.self,
        DrillCommand.self, NotesCommand.self, FollowCommand.self, ManualCommand.self,
      ],
    defaultSubcommand: SlideCommand.self)

  public init() {}

  public static func launch() async {
    // A file that has reached the size it may have is then an error, like a full disk.
    signal(SIGXFSZ, SIG_IGN)
    SignalAction.endAtOnceAtACrash()
    var arguments = arguments
    do {
      arguments = WatchCommand.withProgram(try withSubcommand(arguments))
      var command = try await asyncParseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error, asked: arguments)
    }
  }

  /// The arguments as they were given: any of them may be a path, which is no text to the system.
  private static var arguments: [String] {
    (1..<Int(max(1, CommandLine.argc))).compactMap { index in
      CommandLine.unsafeArgv[index].map { String(path: $0) }
    }
  }

  /// The arguments with the subcommand that opens a file where a file stands in its place, and with
  /// `--input` before a file behind the name of a scene; another word is refused, for the default
  /// subcommand would take it as an argument.
  private static func withSubcommand(_ arguments: [String]) throws -> [String] {
    guard let word = arguments.first, !word.hasPrefix("-") else { return arguments }
    if let scene = configuration.subcommands.first(where: { $0.configuration.commandName == word })
      as? any SceneCommand.Type, scene.takesInput, arguments.count > 1,
      !arguments[1].hasPrefix("-")
    {
      return [word, "--input"] + arguments.dropFirst()
    }
    let commands = configuration.subcommands.map { $0.configuration }
    guard word != "help", !commands.contains(where: { $0.commandName == word }) else {
      return arguments
    }
    if Load.isFile(Load.address(word).path) { return ["open"] + arguments }
    let names = commands.filter(\.shouldDisplay).compactMap(\.commandName) + ["help"]
    throw ValidationError { $0.notASubcommand(word, names) }
  }

  /// Ends the program with an error's status: help goes to standard output, a mistake to standard
  /// error, without anything in the quoted arguments that a terminal would obey.
  private static func end(with error: any Error, asked arguments: [String] = []) -> Never {
    var message = fullMessage(for: error)
    let status = exitCode(for: error)
    guard !message.isEmpty else { Glibc.exit(status.rawValue) }
    if status != .success {
      message = Words.ofProcess.parserSentence(message)
      let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
      Output.report(lines.map { String($0).printable }.joined(separator: "\n") + "\n")
    } else {
      do {
        if CommandHelp.isAsked(by: message) {
          message = try CommandHelp(for: arguments).text
        }
        try Output.say(message + "\n")
      } catch {
        end(with: error)
      }
    }
    Glibc.exit(status.rawValue)
  }
}
