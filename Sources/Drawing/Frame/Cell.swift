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

/// One character cell of a frame: plain bits, so that a frame of thousands is made, compared and dropped at
/// once.
public struct Cell: Hashable, Sendable {
  /// The scalars of the glyph, the first in the lowest bits.
  private var code: UInt128
  public var style = Style()

  public init(glyph: Character = " ", style: Style = Style()) {
    code = Cell.code(of: glyph)
    self.style = style
  }

  init(_ scalar: Unicode.Scalar, _ style: Style) {
    code = UInt128(scalar.value)
    self.style = style
  }

  /// A glyph one or two cells wide, of at most six scalars: what follows is left out. The second cell of a
  /// wide glyph holds `continuation`.
  public var glyph: Character {
    get {
      if let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: code & Cell.mask)),
        code <= Cell.mask
      {
        return Character(scalar)
      }
      return Character(String(String.UnicodeScalarView(scalars)))
    }
    set { code = Cell.code(of: newValue) }
  }

  public static let continuation: Character = "\0"

  /// Whether it is the second cell of a wide glyph.
  public var isContinuation: Bool { code == 0 }

  // MARK: Scalars

  private static let bits = 21
  private static let mask: UInt128 = 1 << bits - 1
  private static let mostScalars = 6

  private var scalars: [Unicode.Scalar] {
    (0..<Cell.mostScalars).compactMap { index in
      let value = code >> (Cell.bits * index) & Cell.mask
      return value == 0 ? nil : Unicode.Scalar(UInt32(truncatingIfNeeded: value))
    }
  }

  private static func code(of glyph: Character) -> UInt128 {
    let scalars = glyph.unicodeScalars
    if let first = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex {
      return UInt128(first.value)
    }
    return scalars.prefix(mostScalars).enumerated().reduce(0) { code, scalar in
      code | UInt128(scalar.element.value) << (bits * scalar.offset)
    }
  }
}

extension Cell {
  /// Two pixels, one above the other.
  ///
  /// The lower half is the ink: in some fonts the upper one does not reach the top of its cell, and
  /// leaves a line of the ground there.
  public init(upper: Color, lower: Color) {
    self.init("▄", Style(foreground: lower, background: upper))
  }
}
