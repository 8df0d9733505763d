import Drawing
import Formats
import Testing

@testable import ConvTUI

/// The help, the manual page and the parser's mistakes in Chinese.
struct ChineseHelpTests {
  private static let names =
    SceneKind.allCases.map(\.name)
    + ["watch", "correlate", "kernels", "open", "lesson", "drill", "notes", "follow"]

  private func outline(_ language: Language) throws -> CommandOutline {
    let locale = "LC_CTYPE=C.UTF-8 LC_MESSAGES=\(language.rawValue)"
    let result = try Program.shell(
      "exec env -u LC_ALL \(locale) \"$@\"", ["--experimental-dump-help"])
    return try #require(
      try JSONValue(result.output).fields?["command"].flatMap(CommandOutline.init))
  }

  private func isChinese(_ text: String) -> Bool { text.contains { $0.cellWidth == 2 } }

  /// Each text of each command and option exists in both languages.
  @Test func everyTextExistsInBothLanguages() throws {
    let (english, chinese) = (try outline(.english), try outline(.chinese))
    #expect(english.commands.map(\.name) == Self.names)
    for (one, other) in zip([english] + english.commands, [chinese] + chinese.commands) {
      #expect(!isChinese(one.abstract) && isChinese(other.abstract), "\(one.name)")
      #expect(one.paragraphs.count == other.paragraphs.count, "\(one.name)")
      for (text, translated) in zip(one.paragraphs, other.paragraphs) {
        let isExample = text.hasPrefix(" ")
        #expect(!isChinese(text) && (isExample || isChinese(translated)), "\(translated)")
      }
      #expect(one.options.map(\.names) == other.options.map(\.names))
      #expect(one.options.map(\.value) == other.options.map(\.value))
      for (option, translated) in zip(one.options, other.options)
      where !["--help", "--version"].contains(option.names.last) {
        #expect(!isChinese(option.explanation), "\(one.name) \(option.names)")
        #expect(isChinese(translated.explanation), "\(one.name) \(option.names)")
        let numbers = { (text: String) in text.split { !$0.isASCII || !$0.isNumber }.sorted() }
        #expect(
          Set(numbers(option.explanation)).isSubset(of: numbers(translated.explanation)),
          "\(option.explanation) \(translated.explanation)")
      }
    }
  }

  @Test(arguments: names) func helpIsChineseAndFits(_ name: String) throws {
    let lines = try done([name, "--help", "--language", "zh"]).lines
    #expect(lines[0].hasPrefix("概述：") && lines.contains("选项："))
    #expect(lines.contains { $0.hasPrefix("用法：convtui \(name)") && $0.hasSuffix("[选项]") })
    for line in lines { #expect(line.cellWidth <= 80, "\(line)") }
    for value in lines.flatMap({ $0.matches(of: /<([^<> ]+)>/) }) {
      #expect(isChinese(String(value.1)), "\(value.1)")
    }
    for word in ["OVERVIEW", "USAGE", "OPTIONS", "Show ", "default:", "values:"] {
      #expect(!lines.contains { $0.contains(word) }, "\(word)")
    }
  }

  @Test func theLanguageBeforeTheHelpChangesNoCommand() throws {
    #expect(
      try done(["--language", "zh", "--help"]).text == (try done(["--help", "--language=zh"]).text))
  }

  @Test func theManualIsChineseAndInASCII() throws {
    let text = try done(["manual", "--language", "zh"]).text
    #expect(text.hasPrefix(#".TH "CONVTUI" 1"#) && text.utf8.allSatisfy { $0 < 127 })
    // 选项, and a place where a line may end between two characters.
    #expect(text.contains(#"\[u9009]\[u9879]"#) && text.contains(#"\[u5377]\:\[u79EF]"#))
    #expect(!text.contains("NAME") && !text.contains("default"))
  }

  @Test(arguments: [
    (["slide", "--foo"], "错误：未知的选项 --foo。是否想写 --from？"),
    (["slide", "--zzzzzzzz"], "错误：未知的选项 --zzzzzzzz。"),
    (["slide", "--padding", "x"], "错误：“x” 不是 --padding <数> 的有效值。"),
    (["slide", "--theme", "x"], "错误：“x” 不是 --theme <主题> 的有效值。请用以下之一：'dark'、'light'。"),
    (["field", "x"], "错误：多余的参数 “x”。"), (["correlate"], "错误：缺少参数 --input <文件>。"),
    (["slide", "--language", "zh", "--padding"], "错误：--padding <数> 缺少值。"),
    (["slide", "--size", "0x0"], "详见 convtui slide --help。"),
    (["slide", "--kernel", "nonsense"], "错误："),
  ])
  func mistakesAreSaidInChinese(_ arguments: [String], _ part: String) throws {
    let isNamed = arguments.contains("--language")
    let result = try Program.run(arguments + (isNamed ? [] : ["--language", "zh"]))
    #expect(result.status != 0 && result.sentence.contains(part), "\(result.sentence)")
    #expect(!result.sentence.contains("Error") && !result.sentence.contains("Usage"))
  }
}
