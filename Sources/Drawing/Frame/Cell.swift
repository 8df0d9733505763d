/// A 24-bit colour.
public struct Color: Hashable, Sendable {
  public var red: UInt8
  public var green: UInt8
  public var blue: UInt8

  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// A colour of three brightnesses in 0...1.
  public init(red: Float, green: Float, blue: Float) {
    func level(_ brightness: Float) -> UInt8 {
      UInt8(max(0, min(1, brightness)) * 255 + 0.5)
    }
    self.init(red: level(red), green: level(green), blue: level(blue))
  }

  /// A colour written as 0xRRGGBB.
  public init(_ hex: UInt32) {
    self.init(
      red: UInt8(hex >> 16 & 0xFF), green: UInt8(hex >> 8 & 0xFF), blue: UInt8(hex & 0xFF))
  }

  public var hex: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }
}

/// How a glyph is drawn, besides its colours.
public struct Attributes: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let bold = Attributes(rawValue: 1)
  public static let underline = Attributes(rawValue: 2)
  public static let reverse = Attributes(rawValue: 4)
}

/// How a run of text looks. A colour that is nil is the terminal's own.
public struct Style: Hashable, Sendable {
  public var foreground: Color?
  public var background: Color?
  public var attributes: Attributes = []

  public init(foreground: Color? = nil, background: Color? = nil, attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}

/// One character cell of a frame.
public struct Cell: Hashable, Sendable {
  /// A glyph one or two cells wide. The second cell of a wide glyph holds `continuation`.
  public var glyph: Character = " "
  public var style = Style()

  public init(glyph: Character = " ", style: Style = Style()) {
    self.glyph = glyph
    self.style = style
  }

  public static let continuation: Character = "\0"
}

extension Cell {
  /// Two pixels, one above the other.
  ///
  /// The lower half is the ink: in some fonts the upper one does not reach the top of its cell, and
  /// leaves a line of the ground there.
  public init(upper: Color, lower: Color) {
    self.init(glyph: "▄", style: Style(foreground: lower, background: upper))
  }
}
