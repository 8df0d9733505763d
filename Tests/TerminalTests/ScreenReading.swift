import CNCurses
import Model
import Testing

@testable import Drawing
@testable import Terminal

extension Frame {
  /// A frame of random glyphs, some of them wide, in styles of random colours.
  static func random(_ size: Size, colors: Int, using generator: inout SeededGenerator) -> Frame {
    let glyphs: [Character] = Array("abcXYZ019 .-+│─┃━┏╋█▀░⣿×→Ŷ中文e\u{301}")
    let palette = (0..<min(colors, 4096)).map { _ in
      Color(UInt32.random(in: 0...0xFFFFFF, using: &generator))
    }
    func color() -> Color? {
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: nil
      default: palette.randomElement(using: &generator)
      }
    }
    var frame = Frame(size)
    for row in 0..<size.height {
      var column = 0
      while column < size.width {
        let attributes = Attributes(rawValue: .random(in: 0..<8, using: &generator))
        var style = Style(foreground: color(), background: color(), attributes: attributes)
        if Bool.random(using: &generator) { style.background = style.foreground }
        let glyph = String(glyphs.randomElement(using: &generator)!)
        column = max(
          column + 1, frame.write(glyph, at: Point(row: row, column: column), style))
      }
    }
    return frame
  }
}

extension Screen {
  /// One cell as ncurses holds it: its text, attributes and colour numbers.
  private func held(_ row: Int, _ column: Int) -> (text: String, attr_t, ColorNumbers) {
    var cell = cchar_t()
    mvwin_wch(cn_stdscr(), Int32(row), Int32(column), &cell)
    var text = [wchar_t](repeating: 0, count: Int(CCHARW_MAX) + 1)
    var attributes: attr_t = 0
    var pair: Int32 = 0
    cn_getcchar(&cell, &text, &attributes, &pair)
    var (foreground, background): (Int32, Int32) = (-1, -1)
    if pair != 0 { extended_pair_content(pair, &foreground, &background) }
    let scalars = text.prefix { $0 != 0 }.compactMap { Unicode.Scalar(UInt32($0)) }
    let numbers = ColorNumbers(
      foreground: foreground < 0 ? nil : Int(foreground),
      background: background < 0 ? nil : Int(background))
    return (String(String.UnicodeScalarView(scalars)), attributes, numbers)
  }

  func glyphs(row: Int) -> String {
    (0..<size.width).map { held(row, $0).text }.joined()
  }

  /// Checks that ncurses holds exactly this frame.
  func expectShown(_ frame: Frame, sourceLocation: SourceLocation = #_sourceLocation) {
    var wrong: [String] = []
    let known = cn_A_BOLD() | cn_A_UNDERLINE() | cn_A_REVERSE()
    for row in 0..<frame.size.height {
      for column in 0..<frame.size.width where frame[row, column].glyph != Cell.continuation {
        let cell = frame[row, column]
        let (text, attributes, numbers) = held(row, column)
        let isRight =
          text == String(cell.glyph) && numbers == depth.numbers(for: cell)
          && attributes & known == cell.style.attributes.ofCurses
        if !isRight { wrong.append("\(row),\(column): \(cell) is \(text) \(numbers)") }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(3))", sourceLocation: sourceLocation)
  }
}

extension Attributes {
  @MainActor fileprivate var ofCurses: attr_t {
    (contains(.bold) ? cn_A_BOLD() : 0) | (contains(.underline) ? cn_A_UNDERLINE() : 0)
      | (contains(.reverse) ? cn_A_REVERSE() : 0)
  }
}
