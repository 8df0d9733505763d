/// What stands in the help of a command beside its own texts.
extension Words {
  var helpOverview: String { say("OVERVIEW: ", "概述：") }
  var helpUsage: String { say("USAGE: ", "用法：") }
  var helpArguments: String { say("ARGUMENTS:", "参数：") }
  var helpOptions: String { say("OPTIONS:", "选项：") }
  var helpSubcommands: String { say("SUBCOMMANDS:", "子命令：") }
  var helpAnyOptions: String { say("[options]", "[选项]") }
  var helpOption: String { say("Show this help.", "显示本帮助。") }
  var versionOption: String { say("Show the version.", "显示版本。") }

  func helpOfSubcommands(_ program: String) -> String {
    say(
      "\(program) help <subcommand> tells more of one.",
      "\(program) help <子命令> 详细说明一个子命令。")
  }

  /// What stands for the value of an option, `n` in `--padding <n>`.
  func valueName(_ name: String) -> String { say(name, Words.chineseValues[name] ?? name) }

  private static let chineseValues = [
    "n": "数", "number": "数值", "numbers": "各数", "file": "文件", "folder": "文件夹", "name": "名称",
    "names": "各名称", "name=value": "名称=值", "code": "语言", "theme": "主题", "keys": "按键",
    "depth": "颜色数", "WxH": "宽x高", "kernel": "卷积核", "kernels": "各卷积核", "mode": "方式",
    "layers": "各层", "channels": "通道", "schedule": "调度", "rate": "学习率", "kind": "种类",
    "paths": "各路径", "regex": "正则表达式", "tag": "标签", "way": "方法", "words": "词", "row,column": "行,列",
    "subcommand": "子命令",
  ]

  /// What the parser of arguments says of a mistake, which it says in English.
  func parserSentence(_ message: String) -> String {
    guard language == .chinese else { return message }
    let named = message.replacing(/<([^<> ]+)>/) { "<\(valueName(String($0.1)))>" }
    return parserTexts.reduce(named) { message, text in
      message.replacing(text.pattern) { match in
        (1..<match.output.count).reduce(text.chinese) { chinese, index in
          chinese.replacing("$\(index)", with: match.output[index].substring ?? "")
        }
      }
    }
  }

  /// The parser's texts, and what stands for them; $1 is the first part in parentheses.
  private var parserTexts: [(pattern: Regex<AnyRegexOutput>, chinese: String)] {
    [
      (#"^Error: "#, "错误："), (#"(?m)^Help:  "#, "说明：  "), (#"(?m)^Usage: "#, "用法："),
      (#"(?m)^  See '(.+)' for more information\.$"#, "  详见 $1。"),
      (#"\[?<options>\]?"#, helpAnyOptions),
      (#"Unknown option '([^']+)'(?:\. )?"#, "未知的选项 $1。"),
      (#"Did you mean '([^']+)'\?"#, "是否想写 $1？"),
      (#"The value '(.*?)' is invalid for '([^']+)'(?:\. )?"#, "“$1” 不是 $2 的有效值。"),
      (#"Please provide one of (.+?) and '(.+?)'\."#, "请用以下之一：$1、'$2'。"),
      (#"Missing value for '(.+?)'"#, "$1 缺少值。"),
      (#"Unexpected argument '(.+?)'"#, "多余的参数 “$1”。"),
      (#"(\d+) unexpected arguments: (.+)"#, "$1 个多余的参数：$2。"),
      (#"Missing expected argument '(.+?)'"#, "缺少参数 $1。"),
    ].compactMap { pattern, chinese in
      (try? Regex(pattern)).map { (pattern: $0, chinese: chinese) }
    }
  }
}
