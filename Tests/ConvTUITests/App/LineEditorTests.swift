import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing
@testable import Terminal

struct LineEditorTests {
  private func edited(_ text: String, _ keys: String, selected: Bool = false) throws -> LineEditor {
    var line = LineEditor(text, isSelected: selected)
    for key in try KeyNotation.parse(keys) { line.press(key) }
    return line
  }

  @Test(arguments: [
    ("left left x", "0x,1", 2), ("home x", "x0,1", 1), ("ctrl-a x", "x0,1", 1),
    ("home right x", "0x,1", 2), ("ctrl-a ctrl-e x", "0,1x", 4), ("home end x", "0,1x", 4),
    ("backspace", "0,", 2), ("left backspace", "01", 1), ("home backspace", "0,1", 0),
    ("home delete", ",1", 0), ("delete", "0,1", 3), ("left ctrl-u", "1", 0),
    ("left ctrl-k", "0,", 2), ("ctrl-k", "0,1", 3), ("ctrl-w", "", 0),
    ("space a ctrl-w", "0,1 ", 4),
    ("space a space space ctrl-w ctrl-w", "", 0), ("right right pgup ctrl-z esc", "0,1", 3),
  ])
  func keysEdit(_ keys: String, _ text: String, _ cursor: Int) throws {
    let line = try edited("0,1", keys)
    #expect(line.text == text && line.cursor == cursor)
  }

  @Test func whatIsSelectedIsReplacedByTypingAndKeptByMoving() throws {
    #expect(try edited("0,1", "5 6", selected: true).text == "56")
    #expect(try edited("0,1", "backspace", selected: true).text == "")
    #expect(try edited("0,1", "delete", selected: true).text == "")
    #expect(try edited("0,1", "left 5", selected: true).text == "0,51")
    #expect(try edited("0,1", "home 5", selected: true).text == "50,1")
    #expect(try edited("0,1", "end 5", selected: true).text == "0,15")
    #expect(try edited("", "5", selected: true).text == "5")
  }

  @Test func longTextScrollsWithItsCursor() {
    var line = LineEditor("abcdefghijklmnopqrstuvwxyz")
    #expect(line.window(width: 10) == ("…rstuvwxyz", ""))
    line.press(.home)
    #expect(line.window(width: 10) == ("", "abcdefghi…"))
    for _ in 0..<13 { line.press(.right) }
    #expect(line.window(width: 10) == ("…hijklm", "no…"))
    #expect(line.window(width: 26) == ("abcdefghijklm", "nopqrstuvwxyz"))
  }

  @Test func wideCharactersTakeTwoCells() {
    var line = LineEditor("中文中文中文")
    #expect(line.window(width: 8) == ("…文中文", ""))
    line.press(.backspace)
    #expect(line.text == "中文中文中")
    line.press(.home)
    #expect(line.window(width: 8) == ("", "中文中…"))
  }

  @Test func anythingThatIsDoneLeavesALineWithItsCursorInSight() {
    var generator = SeededGenerator(seed: 5)
    let keys: [Key] = [
      .left, .right, .home, .end, .backspace, .delete, .control("a"), .control("e"), .control("u"),
      .control("k"), .control("w"), .tab, " ", "a", .character("中"), .character("\u{301}"),
    ]
    for _ in 0..<200 {
      var line = LineEditor("some text", isSelected: Bool.random(using: &generator))
      for _ in 0..<100 {
        if Int.random(in: 0..<8, using: &generator) == 0 { line.insert("0,1;中 2") }
        line.press(keys.randomElement(using: &generator)!)
        let width = Int.random(in: 8...40, using: &generator)
        let (before, after) = line.window(width: width)
        #expect(before.cellWidth + after.cellWidth <= width)
        #expect(line.cursor == 0 || !before.isEmpty)
        #expect((0...line.text.count).contains(line.cursor))
      }
    }
  }
}
