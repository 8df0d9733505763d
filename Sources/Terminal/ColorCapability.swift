import Drawing

/// What is known about a terminal's colours before it is opened.
struct ColorCapability: Hashable, Sendable {
  /// The environment of the process.
  var environment: [String: String]
  /// How many colours the terminal's description counts; negative or 0 for none.
  var colors: Int
  /// Whether that description promises 24-bit colour.
  var hasRGB = false

  /// How many colours to use, unless somebody has asked for a number of them.
  ///
  /// `NO_COLOR` comes first; then a promise of 24-bit colour, in the environment, the terminal's name or
  /// the description; then what the description counts.
  ///
  /// Source: no-color.org; the `COLORTERM` convention as S-Lang and most terminals have it.
  var depth: ColorDepth {
    if let wish = environment["NO_COLOR"], !wish.isEmpty { return .none }
    let isDirect = hasRGB || colors >= 1 << 24
    if isDirect || colors >= 8 && (isPromisedDirect || isKnownDirect) { return .direct }
    return Self.depth(counting: colors)
  }

  static func depth(counting colors: Int) -> ColorDepth {
    switch colors {
    case 256...: .palette
    case 16...: .sixteen
    case 8...: .eight
    default: .none
    }
  }

  /// Whether `COLORTERM` promises 24-bit colour and can be meant for this terminal.
  ///
  /// GNU screen hands on the promise of the terminal that it was started in, and so does a login on
  /// a console.
  private var isPromisedDirect: Bool {
    guard let promise = environment["COLORTERM"]?.lowercased(),
      promise == "truecolor" || promise == "24bit"
    else { return false }
    let name = environment["TERM"] ?? ""
    if name.hasPrefix("screen") { return environment["TMUX"] != nil }
    return !name.hasPrefix("linux") && !name.hasPrefix("vt")
  }

  /// Whether the name is that of a terminal that has always shown 24-bit colour; over SSH it is all that
  /// arrives.
  private var isKnownDirect: Bool {
    // As in xterm-kitty, foot-extra or alacritty.
    let words = (environment["TERM"] ?? "").split(separator: "-").drop { $0 == "xterm" }
    let names = [
      "kitty", "ghostty", "foot", "alacritty", "wezterm", "vte", "konsole", "mintty", "st",
      "contour", "rio", "iterm2",
    ]
    return words.last == "direct" || words.first.map { names.contains(String($0)) } ?? false
  }

  /// Whether nothing tells of 24-bit colour, though the terminal may well show it.
  var isOpen: Bool { depth != .none && depth < .direct }

  /// Whether the terminal can be asked: one that takes the question for text would print it, and GNU
  /// screen hands it on to the terminal that it was started in.
  var canAsk: Bool {
    let name = environment["TERM"] ?? ""
    return isOpen && environment["TMUX"] == nil
      && !["linux", "vt", "screen", "tmux", "eterm", "cons"].contains(where: name.hasPrefix)
  }

  /// Whether tmux knows it.
  var isInTmux: Bool { isOpen && !(environment["TMUX"] ?? "").isEmpty }
}
