/// A 24-bit colour.
struct Color: Hashable, Sendable {
  var red: UInt8
  var green: UInt8
  var blue: UInt8

  init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// A colour of three brightnesses in 0...1.
  init(red: Float, green: Float, blue: Float) {
    func level(_ brightness: Float) -> UInt8 {
      UInt8((max(0, min(1, brightness)) * 255).rounded())
    }
    self.init(red: level(red), green: level(green), blue: level(blue))
  }

  /// A colour written as 0xRRGGBB.
  init(_ hex: UInt32) {
    self.init(
      red: UInt8(hex >> 16 & 0xFF), green: UInt8(hex >> 8 & 0xFF), blue: UInt8(hex & 0xFF))
  }

  var hex: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }
}

/// How a glyph is drawn, besides its colours.
struct Attributes: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let bold = Attributes(rawValue: 1)
  static let underline = Attributes(rawValue: 2)
  static let reverse = Attributes(rawValue: 4)
}

/// How a run of text looks. A colour that is nil is the terminal's own.
struct Style: Hashable, Sendable {
  var foreground: Color?
  var background: Color?
  var attributes: Attributes = []
}

/// One character cell of a frame.
struct Cell: Hashable, Sendable {
  /// A glyph one or two cells wide. The second cell of a wide glyph holds `continuation`.
  var glyph: Character = " "
  var style = Style()

  static let continuation: Character = "\0"
}

extension Cell {
  /// Two pixels, one above the other.
  ///
  /// The lower half is the ink: in some fonts the upper one does not reach the top of its cell, and
  /// leaves a line of the ground there.
  init(upper: Color, lower: Color) {
    self.init(glyph: "▄", style: Style(foreground: lower, background: upper))
  }
}
