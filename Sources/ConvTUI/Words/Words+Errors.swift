import Drawing
import Formats
import Model
import Terminal

/// Errors as sentences: what is wrong, where, and what would work.
extension Words {
  func sentence(_ error: any Error) -> String {
    switch error {
    case let error as GeometryError: sentence(error)
    case let error as KernelEditError: sentence(error)
    case let error as GraphError: sentence(error)
    case let error as LearnError: sentence(error)
    case let error as TooManyBranches: sentence(error)
    case let error as NetworkError: sentence(error)
    case let error as CheckpointError: sentence(error)
    case let error as Failure: error.sentence(self)
    case let error as FormatError: sentence(error)
    case let error as DataSetError: sentence(error)
    case let error as FileError: sentence(error)
    case let error as LayerNotationError: sentence(error)
    case let error as PerAxisError: sentence(error)
    case let error as TerminalError: sentence(error)
    case let error as LessonError: sentence(error)
    case let error as NotesError: sentence(error)
    case let error as FigureError: sentence(error)
    case let error as SessionError: sentence(error)
    default: "\(error)"
    }
  }

  func sentence(_ error: LearnError) -> String {
    switch error {
    case .geometry(let error): sentence(error)
    case .tooLarge(let products, let limit):
      say(
        "A step would take \(products) products, but the maximum is \(limit); a smaller image or "
          + "kernel is needed.", "每一步要算 \(products) 个乘积，而上限是 \(limit)；需要更小的图像或卷积核。")
    case .startCount(let found, let expected):
      say(
        "--init has \(count(found, "number")), but the kernel has \(count(expected, "weight")); each "
          + "weight needs one.", "--init 有 \(found) 个数，但卷积核有 \(expected) 个权重；每个权重需要一个数。")
    }
  }

  func sentence(_ error: FileError) -> String {
    switch error {
    case .missing(let path):
      say(
        "There is no file \(quoted(path)); check its name and its folder.",
        "没有文件 \(quoted(path))；请检查文件名和文件夹。")
    case .isDirectory(let path):
      say("\(place(path)) is a folder; a file is needed.", "\(place(path)) 是文件夹；需要文件。")
    case .isNoDirectory(let path):
      cannotBeRead(path, say("it is a file, not a folder", "它是文件，不是文件夹"))
    case .special(let path, let kind, let takesPipes):
      say(
        "\(place(path)) is a \(name(of: kind)); a file on a disk"
          + (takesPipes ? ", a pipe or - for standard input is needed." : " is needed there."),
        "\(place(path)) 是\(name(of: kind))；这里需要磁盘上的文件" + (takesPipes ? "、管道或表示标准输入的 -。" : "。"))
    case .unreadable(let path, let reason): cannotBeRead(path, reason)
    case .unwritable(let path, let reason): cannotBeWritten(path, reason)
    case .inUse(let path):
      cannotBeWritten(path, say("another program is writing to it", "另一个程序正在写它"))
    case .exists(let path):
      say(
        "\(place(path)) already exists and was not changed; use another name, or --force on the "
          + "command line.", "\(place(path)) 已存在，没有改动；请换个名称，或在命令行用 --force。")
    case .tooLong(let path, let limit):
      say(
        "\(place(path)) is longer than \(limit) bytes, the maximum.",
        "\(place(path)) 超过了上限 \(limit) 字节。")
    }
  }

  private func cannotBeRead(_ path: String, _ reason: String) -> String {
    say(
      "\(place(path)) cannot be read (\(reason)); check the file and its permissions.",
      "无法读取 \(place(path))（\(reason)）；请检查文件及其权限。")
  }

  private func cannotBeWritten(_ path: String, _ reason: String) -> String {
    say(
      "\(place(path)) cannot be written (\(reason)), and an old file of this name is unchanged; check "
        + "the folder, its permissions and the free space.",
      "无法写入 \(place(path))（\(reason)），同名的旧文件没有改动；请检查文件夹、权限和剩余空间。")
  }

  func sentence(_ error: TerminalError) -> String {
    switch error {
    case .notATerminal:
      say(
        "Standard output is not a terminal; --print prints one frame without a terminal.",
        "标准输出不是终端；--print 不用终端，打印一帧。")
    case .scriptsBackground:
      say(
        "convtui runs in the background of a script, where it gets no keys; --print prints one frame.",
        "convtui 在脚本的后台运行，收不到按键；--print 打印一帧。")
    case .noTerminalName:
      say(
        "TERM is not set, so convtui does not know this terminal; try TERM=xterm-256color, or "
          + "--print, which needs no terminal.",
        "没有设置 TERM，convtui 不认识这个终端；请试 TERM=xterm-256color，或用不需要终端的 --print。")
    case .unknownTerminal(let name):
      say(
        "convtui does not know the terminal “\(name.printable)”; try TERM=xterm-256color, or --print, "
          + "which needs no terminal.",
        "convtui 不认识终端 “\(name.printable)”；请试 TERM=xterm-256color，或用不需要终端的 --print。")
    case .cannotMoveCursor(let name):
      say(
        "The terminal “\(name.printable)” cannot move its cursor; --print prints one frame there.",
        "终端 “\(name.printable)” 不能移动光标；--print 可以在那里打印一帧。")
    }
  }

  /// What convtui says at its end if it drew the screen by another terminal's description.
  func xtermStoodIn(for missing: String) -> String {
    let name = String(missing.prefix(40)).printable
    let told = say(
      "No description of the terminal “\(name)” is installed here, so convtui used xterm’s",
      "这里没有安装终端 “\(name)” 的描述，所以 convtui 用了 xterm 的描述")
    let isPlain =
      name == missing && name.allSatisfy { $0.isLetter || $0.isNumber || "-+._".contains($0) }
    guard isPlain else { return say(told + ".", told + "。") }
    return say(
      told + "; "
        + "to install it, run “infocmp -x \(name) | ssh HOST -- tic -x -” in that terminal on your own "
        + "machine.", told + "；要安装它，请在自己机器的那个终端里运行 “infocmp -x \(name) | ssh HOST -- tic -x -”。")
  }

  func outputFailed(_ reason: String) -> String {
    say("Standard output cannot be written: \(reason).", "无法写入标准输出：\(reason)。")
  }

  // MARK: Words in sentences

  /// A text in quotation marks, cut if it is longer than a path can be.
  func quoted(_ text: String) -> String {
    let limit = 4096
    return "“" + String(text.prefix(limit)).printable + (text.count > limit ? "…" : "") + "”"
  }

  /// Where data comes from or goes to.
  func place(_ path: String) -> String {
    path == "-" ? say("Standard input", "标准输入") : quoted(path)
  }

  func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  private func name(of kind: FileError.Kind) -> String {
    switch kind {
    case .pipe: say("pipe", "管道")
    case .socket: say("socket", "套接字")
    case .device: say("device", "设备")
    }
  }

  func alternatives(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.joined() }
    return list(words.dropLast()) + say(" or ", "或") + last
  }
}
