import Model

/// The colours of the whole program: calm, one accent, text at 4.5:1 contrast or better.
public struct Theme: Hashable, Sendable {
  public var isLight: Bool
  public var background: Color
  /// Behind the tabs and the keys.
  public var bar: Color
  /// Behind the chosen tab.
  public var barRaised: Color
  /// Where a number will be.
  public var empty: Color
  /// The dots on the ground of the padding.
  public var hatch: Color
  public var text: Color
  public var strong: Color
  public var secondary: Color
  public var accent: Color
  public var positive: Color
  public var negative: Color
  public var warning: Color
  /// Those of several curves; each is dark or light enough to read its name in.
  var curves: [Color] {
    isLight
      ? [positive, negative, Color(0x00695C), Color(0x8E24AA), Color(0x6D5F00), Color(0x455A64)]
      : [positive, negative, Color(0x5FCFA5), Color(0xE58AC8), Color(0xE3D55A), Color(0xB9C2CE)]
  }
  /// The diverging scale from −1 to 1, at even distances.
  public var scale: [Color]
  /// From the middle of that scale on, what has both signs alike: half as strong as can be, and as strong.
  public var neutral: [Color]

  public static let dark = Theme(
    isLight: false, background: Color(0x101418), bar: Color(0x1A2027), barRaised: Color(0x343C46),
    empty: Color(0x171C22), hatch: Color(0x5C6774), text: Color(0xD8DEE9), strong: Color(0xFFFFFF),
    secondary: Color(0x8A95A5), accent: Color(0xFFBF5F), positive: Color(0xF09A4A),
    negative: Color(0x6FAEFF), warning: Color(0xFF7B72),
    scale: [
      Color(0xA6D0FF), Color(0x2F74D0), Color(0x262D34), Color(0xC8702F), Color(0xFFC477),
    ], neutral: [Color(0x868C92), Color(0xECEAE6)])

  public static let light = Theme(
    isLight: true, background: Color(0xFCFCFA), bar: Color(0xEDEEEA), barRaised: Color(0xDADEE1),
    empty: Color(0xF3F4F1), hatch: Color(0xA9B0B6), text: Color(0x252B33), strong: Color(0x000000),
    secondary: Color(0x5B6570), accent: Color(0x9A4B00), positive: Color(0xA64B00),
    negative: Color(0x1C55A8), warning: Color(0xB3261E),
    scale: [
      Color(0x123E7C), Color(0x7BA8E0), Color(0xE9EBE7), Color(0xE29A5A), Color(0x7E3A00),
    ], neutral: [Color(0x9A9C9B), Color(0x2C2E30)])
}

/// What a piece of text is for; the look decides how that is shown.
public enum Role: Hashable, Sendable {
  case text, strong, secondary, accent, positive, negative, warning
  /// One of several curves, by its number: orange, blue, and others that colour-blind eyes tell apart.
  case curve(Int)

  /// That of a number's own sign: zero has none, and what is no number is warned of.
  public init(signOf value: Float, zero: Role = .text) {
    self = value > 0 ? .positive : value < 0 ? .negative : value == 0 ? zero : .warning
  }
}

/// How the terminal wants things drawn: settings that every picture depends on.
public struct Look: Hashable, Sendable {
  public var isLight = false
  public var depth: ColorDepth = .direct
  /// Whether the terminal shows halves of characters, of which large digits are made.
  public var hasBlocks = true
  /// The language that texts are in.
  public var language: Language = .english
  /// Whether what follows from the input is a question mark, to be guessed.
  public var hidesResults = false
  /// The results that are shown all the same, as they were guessed: cells by their matrix.
  public var guessed: [String: Set<Position>] = [:]
  /// Whether the sum that leads to the present result is shown all the same.
  public var showsSum = false
  /// How much of the arithmetic of the present result is written.
  public var arithmetic: Arithmetic = .whole
  /// Whether it is said what else follows: the size formula, the rank of a kernel.
  public var showsFormulas = true
  /// Whether what a lesson may not have taught yet is held back: how an update is computed, and what a run
  /// comes to.
  public var withholdsFormulas = false
  /// Whether the space key plays: in a lesson it goes on.
  public var spacePlays = true
  /// Whether all is as large as it can be, and what is secondary has gone: for the back row.
  public var isLarge = false
  /// Whether nothing moves by itself.
  public var isCalm = false

  /// All of it, the result alone that is asked for, or nothing.
  public enum Arithmetic: Sendable { case whole, asked, none }

  public init(
    isLight: Bool = false, depth: ColorDepth = .direct, hasBlocks: Bool = true,
    language: Language = .english
  ) {
    self.isLight = isLight
    self.depth = depth
    self.hasBlocks = hasBlocks
    self.language = language
  }

  /// Whether what leads to the present result is hidden with it.
  public var hidesSums: Bool { hidesResults && !showsSum }

  public var theme: Theme { isLight ? .light : .dark }

  /// Whether cells are told apart by lines: where colours are too few to do it.
  public var usesGrid: Bool { !fillsCells }

  /// Whether cells can be filled with a colour of the scale.
  public var fillsCells: Bool { depth >= .palette }

  /// The style of the empty screen.
  public var page: Style {
    fillsCells ? Style(foreground: theme.text, background: theme.background) : Style()
  }

  /// The style of the bars at the top and at the bottom.
  public var bar: Style {
    fillsCells ? Style(foreground: theme.text, background: theme.bar) : Style()
  }

  public func style(_ role: Role) -> Style {
    var style = Style(foreground: fillsCells ? color(role) : plainColor(role))
    if role == .strong || role == .accent || role == .warning { style.attributes = .bold }
    return style
  }

  public func color(_ role: Role) -> Color {
    switch role {
    case .text: theme.text
    case .strong: theme.strong
    case .secondary: theme.secondary
    case .accent: theme.accent
    case .positive: theme.positive
    case .negative: theme.negative
    case .warning: theme.warning
    case .curve(let number): theme.curves[number % theme.curves.count]
    }
  }

  /// Colours that the eight of every terminal hold; all else is the terminal's own.
  private func plainColor(_ role: Role) -> Color? {
    guard depth > .none else { return nil }
    switch role {
    case .text, .strong, .secondary: return nil
    case .accent: return isLight ? Color(0x800080) : Color(0xCDCD00)
    case .positive: return isLight ? Color(0xCD0000) : Color(0xCDCD00)
    case .negative: return isLight ? Color(0x0000CD) : Color(0x00CDCD)
    case .warning: return Color(0xCD0000)
    case .curve(let number):
      let colors: [UInt32] =
        isLight ? [0xCD0000, 0x0000CD, 0x800080] : [0xCDCD00, 0x00CDCD, 0xCD00CD, 0x00CD00]
      return Color(colors[number % colors.count])
    }
  }
}
