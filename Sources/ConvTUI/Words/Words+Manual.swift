/// What stands in the manual page beside the texts of the help.
extension Words {
  /// A sentence as the line that names the program has it: no capital, no full stop.
  func manualName(_ abstract: String) -> String {
    let words =
      abstract.hasSuffix(".") || abstract.hasSuffix("。") ? abstract.dropLast() : abstract[...]
    return words.prefix(1).lowercased() + words.dropFirst()
  }

  /// What an option does, and which values it has.
  func explanation(_ abstract: String, values: [String], usual: String?) -> String {
    let parts = [
      values.isEmpty ? nil : say("values: " + list(values), "取值：" + list(values)),
      usual.map { say("default: ", "默认：") + $0 },
    ].compactMap(\.self)
    return parts.isEmpty
      ? abstract
      : say(
        "\(abstract) (\(parts.joined(separator: "; ")))",
        "\(abstract)（\(parts.joined(separator: "；"))）")
  }

  var manualVolume: String { say("User Commands", "用户命令") }
  var manualNameSection: String { say("Name", "名称") }
  var manualSynopsis: String { say("Synopsis", "概要") }
  var manualCommand: String { say("[command]", "[命令]") }
  var manualDescription: String { say("Description", "描述") }
  var manualCommands: String { say("Commands", "命令") }
  var manualOptionsOfScreens: String {
    say("Options of scenes, lessons and drills", "场景、课程和练习的选项")
  }
  var manualOptionsOfScenes: String { say("Options of every scene", "各场景的选项") }
  var manualOptionsOfAll: String { say("Options of every command", "各命令的选项") }
  var manualExitStatus: String { say("Exit status", "退出状态") }
  var manualEnvironment: String { say("Environment", "环境变量") }

  var exitStatuses: [(String, String)] {
    [
      ("0", say("The command did its work.", "命令已完成。")),
      (
        "1",
        say(
          "It could not; a sentence on standard error says why and what would work.",
          "命令未能完成；标准错误上有一句话，说明原因和可行的做法。")
      ),
      ("64", say("The call was wrong.", "调用有误。")),
      (
        "128 + n",
        say(
          "The signal n ended it: 130 after Ctrl-C, when all that was to be written is written.",
          "被信号 n 结束：Ctrl-C 之后为 130，该写的都已写完。")
      ),
    ]
  }

  var environment: [(String, String)] {
    [
      (
        "TERM, COLORTERM",
        say("The terminal, and whether it has 24-bit colour.", "终端，以及它是否有 24 位颜色。")
      ),
      ("NO_COLOR", say("Where it is set and not empty, no colours are used.", "若已设置且不为空，则不用颜色。")),
      (
        "LC_ALL, LC_MESSAGES, LANG",
        say(
          "The language: Chinese where the name begins with zh, else English.",
          "语言：名称以 zh 开头时为中文，否则为英文。")
      ),
      (
        "XDG_STATE_HOME",
        say(
          "Where convtui/ keeps how far lessons have come; the default is ~/.local/state.",
          "其中的 convtui/ 保存课程进度；默认为 ~/.local/state。")
      ),
      (
        "XDG_RUNTIME_DIR",
        say(
          "Where convtui/ holds the sockets of open lessons for convtui notes.",
          "其中的 convtui/ 存放打开的课程的套接字，供 convtui notes 使用。")
      ),
      (
        "LC_ALL, LC_CTYPE, LANG",
        say(
          "The locale. Where its characters are not UTF-8, all is ASCII.",
          "区域设置。若其字符不是 UTF-8，则全部用 ASCII。")
      ),
    ]
  }
}
