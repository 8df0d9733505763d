/// The colours of a cell as a terminal counts them; nil is the terminal's own colour.
///
/// With direct colour a number is 0xRRGGBB, otherwise an index of the palette.
public struct ColorNumbers: Hashable, Sendable {
  public var foreground: Int?
  public var background: Int?
}

extension ColorDepth {
  /// The number that stands best for a colour, or nil where there are no colours.
  ///
  /// The darkest eight blues are left out of direct colour: terminals take the numbers 0 to 7 for
  /// the ANSI colours there.
  ///
  /// - Complexity: 240 comparisons at `palette`; whoever asks for every cell should remember.
  public func number(for color: Color) -> Int? {
    switch self {
    case .none: nil
    case .eight: Palette.nearestOfANSI(color, count: 8)
    case .sixteen: Palette.nearestOfANSI(color, count: 16)
    case .palette: ColorScale.paletteNumbers[color] ?? Palette.nearestOf256(color)
    case .direct: color.hex < 8 ? 8 : Int(color.hex)
    }
  }

  /// The numbers for both colours of a cell.
  ///
  /// Text that was to be read stays readable: where ink and ground become the same number, the
  /// ink becomes black or white, whichever is further from the ground. The two colours of a block
  /// are both part of a picture and may well become the same.
  public func numbers(for cell: Cell) -> ColorNumbers {
    let style = cell.style
    var numbers = ColorNumbers(
      foreground: style.foreground.flatMap(number(for:)),
      background: style.background.flatMap(number(for:)))
    guard !cell.glyph.isBlock, let ground = numbers.background, numbers.foreground == ground,
      style.foreground != style.background
    else { return numbers }
    let isLight = PerceptualColor(color(of: ground)).lightness > 0.6
    numbers.foreground = number(for: Color(isLight ? 0x000000 : 0xFFFFFF))
    return numbers
  }

  /// The colour that a number shows, as far as it is known.
  ///
  /// - Precondition: The number came from this depth, which is not `none`.
  public func color(of number: Int) -> Color {
    self == .direct ? Color(UInt32(number)) : Palette.xterm[number]
  }
}

extension Character {
  /// Whether this glyph fills a part of its cell, as a pixel does.
  public var isBlock: Bool {
    unicodeScalars.first.map { (0x2580...0x259F).contains($0.value) } ?? false
  }
}
