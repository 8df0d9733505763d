import Drawing
import Formats
import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Terminal

/// The words in Chinese: other than in English, with the same numbers, and without English words.
struct ChineseTests {
  private let chinese = Words(language: .chinese)

  /// Names that stay as they are in every language.
  private static let names: Set<String> = [
    "convtui", "Esc", "Enter", "Tab", "Backspace", "SGD", "Adam", "AdamW", "RMSprop", "Nesterov",
    "JSON", "CSV", "PNG", "JPEG", "PyTorch", "lr", "max", "NaN", "same", "half", "constant", "step",
    "cosine", "conv", "pool", "flatten", "all", "dropout", "linear", "luma", "rgb", "channels",
    "rsvg", "convert", "pdf", "svg", "PDF",
  ]

  /// The English words of a text: letters of ASCII, three or more, that are no name, no option, no
  /// notation as conv6@5 and no file.
  private func leftovers(_ text: String, besides allowed: Set<String> = []) -> [String] {
    let names = ChineseTests.names.union(allowed)
    let pieces = text.split { !$0.isASCII || " ,;:()[]=".contains($0) }
    return pieces.map(String.init).filter { piece in
      guard !piece.hasPrefix("-"), !piece.contains("."), !piece.contains(where: \.isNumber) else {
        return false
      }
      return piece.split { !$0.isLetter }.contains { $0.count > 2 && !names.contains(String($0)) }
    }
  }

  private func numbers(_ text: String) -> [String] {
    text.split { !$0.isASCII || !$0.isNumber }.map(String.init).sorted()
  }

  @Test(arguments: SceneKind.allCases)
  func titlesAndPurposesAreChinese(_ kind: SceneKind) {
    for text in [kind.title(chinese), kind.purpose(chinese)] {
      #expect(leftovers(text).isEmpty, "\(text)")
    }
    #expect(kind.title(chinese) != kind.title(words))
  }

  /// Actions, settings, examples and kernels, as the list of commands has them.
  @Test(arguments: SceneKind.allCases)
  func commandsAreChinese(_ kind: SceneKind) throws {
    let state = try State.opened(kind)
    let both = [words, chinese].map { CommandList.entries(state.scene, state.scenes, [], $0) }
    let kernels = Set(NamedKernel.all.flatMap { $0.name.split(separator: "-").map(String.init) })
    let examples = Set(InputExample.allCases.map(\.rawValue))
    #expect(both[0].count == both[1].count)
    for (english, entry) in zip(both[0], both[1]) {
      #expect(english.title != entry.title, "\(entry.title)")
      #expect(leftovers(entry.title, besides: kernels.union(examples)).isEmpty, "\(entry.title)")
      if case .kernel = entry.deed { continue }
      #expect(
        english.purpose != entry.purpose || english.purpose.isEmpty
          || leftovers(entry.purpose).isEmpty)
      #expect(leftovers(entry.purpose, besides: kernels).isEmpty, "\(entry.purpose)")
    }
  }

  @Test(arguments: SceneKind.allCases)
  func whatOneLooksAtIsSaidInChineseWithTheSameNumbers(_ kind: SceneKind) throws {
    let scene = try State.opened(kind).scene
    let both = [scene.about(words), scene.about(chinese)]
    #expect(both[0].count == both[1].count)
    for (english, sentence) in zip(both[0], both[1]) {
      #expect(leftovers(sentence).isEmpty, "\(sentence)")
      #expect(
        numbers(english).allSatisfy(Set(numbers(sentence)).contains), "\(english) \(sentence)")
      #expect(sentence.hasSuffix("。"))
    }
  }

  static let errors: [any Error & Sendable] = [
    GeometryError.stride(0, .rows), GeometryError.padding(-1, .columns),
    FormatError.noBytes, FormatError.empty, FormatError.notANumber(text: "a", line: 3, column: 7),
    FormatError.raggedRows(row: 4, expected: 5, found: 6),
    FormatError.truncated(expectedBytes: 100, foundBytes: 70), FormatError.tooLong(9, limit: 8),
    FormatError.unknownFormat(ending: "abc"), FileError.missing(path: "picture.png"),
    FileError.unreadable(path: "x.npy", reason: "7"),
    PerAxisError.tooMany(3), KernelEditError.noSum,
    FigureError.ending("doc"), FigureError.ending("pdf"), FigureError.tooManySteps(99_999),
    TerminalError.notATerminal, TerminalError.noTerminalName,
  ]

  @Test(arguments: errors.indices)
  func errorsAreChineseWithTheSameNumbers(_ index: Int) {
    let error = ChineseTests.errors[index]
    let (english, sentence) = (words.sentence(error), chinese.sentence(error))
    let allowed: Set = ["TERM", "doc", "abc", "JPG", "netpbm", "xterm", "PAM", "BMP"]
    #expect(leftovers(sentence, besides: allowed).isEmpty, "\(sentence)")
    #expect(Set(numbers(english)).isSubset(of: numbers(sentence)), "\(english) \(sentence)")
    #expect(sentence.hasSuffix("。"))
  }

  @Test func listsAreJoinedAsEachLanguageDoes() {
    #expect(words.alternatives(["a", "b", "c"]) == "a, b or c")
    #expect(chinese.alternatives(["a", "b", "c"]) == "a、b或c")
    #expect(chinese.list(["a", "b"]) == "a、b" && chinese.all(["a", "b"]) == "a和b")
    #expect(chinese.joined(["一。", "二。"]) == "一。二。")
  }

  // MARK: Screens

  static let sizes = [
    Size(width: 40, height: 12), Size.standard, Size(width: 110, height: 34),
  ]

  /// Every wide glyph has its second cell, and every second cell its glyph.
  @Test(arguments: SceneKind.allCases, sizes)
  func wideGlyphsAreWhole(_ kind: SceneKind, _ size: Size) throws {
    let state = try State.opened(kind, size: size, look: Look(language: .chinese))
    for keys in [
      "", "right", "v", "v v", "tab", "?", "? space", "/", "s", "k", "g", "u", "h right",
    ] {
      let frame = try state.frame(after: keys)
      for row in 0..<size.height {
        for column in 0..<size.width {
          let isWide = frame[row, column].glyph.cellWidth == 2
          let isFollowed =
            column + 1 < size.width && frame[row, column + 1].glyph == Cell.continuation
          #expect(isWide == isFollowed, "\(keys): row \(row), column \(column)\n\(frame.text)")
        }
      }
    }
  }

  /// A click on each label of the footer comes to what its key does.
  @Test(arguments: SceneKind.allCases, [80, 110])
  func labelsOfTheFooterAreHit(_ kind: SceneKind, _ width: Int) throws {
    let size = Size(width: width, height: 34)
    let state = try State.opened(kind, size: size, look: Look(language: .chinese))
    let row = state.layout.footer.row
    for binding in Bindings.table(of: kind)
    where binding.isInFooter && binding.views.contains(state.scene.view) {
      let label = chinese.label(binding.action, in: kind)
      let cells = state.frame().text(row: row)
      guard let range = cells.range(of: " \(label) ") else { continue }
      let column = String(cells[..<range.lowerBound]).cellWidth + 1
      let action = Footer(state: state).action(at: column, in: state.layout.footer)
      #expect(action.map { chinese.label($0, in: kind) } == label)
    }
  }

  // MARK: The choice

  @Test(
    arguments: [
      (["slide", "--language", "zh"], [:], Language.chinese),
      (["slide", "--language=en"], ["LANG": "zh_CN.UTF-8"], .english),
      (["slide"], ["LANG": "zh_CN.UTF-8"], .chinese),
      (["slide"], ["LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"], .english),
      (["slide"], ["LC_ALL": "", "LC_MESSAGES": "zh_TW.UTF-8", "LANG": "de_DE"], .chinese),
      (["slide"], [:], .english),
    ] as [([String], [String: String], Language)])
  func languageIsThatOfTheOptionOrTheEnvironment(
    _ arguments: [String], _ environment: [String: String], _ language: Language
  ) {
    #expect(
      Language(arguments: arguments, environment: environment, hasUnicode: true) == language)
  }

  @Test func environmentCannotAskForChineseWhereItCannotBeShown() {
    #expect(
      Language(arguments: [], environment: ["LANG": "zh_CN.GB2312"], hasUnicode: false) == .english)
  }

  /// Lines are folded between Chinese characters, but not before a mark that closes.
  @Test func linesAreFoldedAroundWideCharacters() {
    let lines = [Span("窗口在输入上滑动，得出一个数。")].folded(to: 16).map { $0.map(\.text).joined() }
    #expect(lines == ["窗口在输入上滑", "动，得出一个数。"])
  }
}
