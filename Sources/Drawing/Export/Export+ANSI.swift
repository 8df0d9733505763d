extension Export {
  /// The frame as text with the escape sequences of ECMA-48 for its colours and attributes.
  ///
  /// A sequence is written where the style changes, and every line ends with the terminal's own
  /// style, so that lines can be cut out and put elsewhere.
  public static func ansi(_ frame: Frame, depth: ColorDepth) -> String {
    var text = ""
    for row in 0..<frame.size.height {
      var cells = frame.row(row)
      while let last = cells.last, last.isBlank { cells.removeLast() }
      text += ansi(cells, depth: depth) + "\n"
    }
    return text
  }

  /// Cells of one row, from and to the terminal's own style.
  public static func ansi(_ cells: ArraySlice<Cell>, depth: ColorDepth) -> String {
    var text = ""
    var current = Rendition()
    for cell in cells where !cell.isContinuation {
      let wanted = Rendition(cell, depth)
      text += wanted.change(from: current, depth)
      current = wanted
      text.append(cell.glyph)
    }
    return text + Rendition().change(from: current, depth)
  }
}

extension Cell {
  /// Whether this cell looks like one that was never written.
  fileprivate var isBlank: Bool {
    glyph == " " && style.background == nil
      && style.attributes.isDisjoint(with: [.reverse, .underline])
  }
}

/// What a terminal was last told about colours and attributes.
private struct Rendition: Hashable {
  var numbers = ColorNumbers()
  var attributes: Attributes = []

  init() {}

  init(_ cell: Cell, _ depth: ColorDepth) {
    numbers = depth.numbers(for: cell)
    attributes = cell.style.attributes
  }

  /// The shortest sequence that leads here from another rendition; empty if they are equal.
  func change(from old: Rendition, _ depth: ColorDepth) -> String {
    if self == old { return "" }
    if self == Rendition() { return "\u{1B}[m" }
    let full = ["0"] + parameters(from: Rendition(), depth)
    guard attributes.isSuperset(of: old.attributes) else { return sequence(full) }
    let short = sequence(parameters(from: old, depth))
    return short.utf8.count <= sequence(full).utf8.count ? short : sequence(full)
  }

  private func sequence(_ parameters: [String]) -> String {
    "\u{1B}[" + parameters.joined(separator: ";") + "m"
  }

  /// - Precondition: No attribute is to be taken away.
  private func parameters(from old: Rendition, _ depth: ColorDepth) -> [String] {
    let added = attributes.subtracting(old.attributes)
    var parameters: [String] = []
    if added.contains(.bold) { parameters.append("1") }
    if added.contains(.underline) { parameters.append("4") }
    if added.contains(.reverse) { parameters.append("7") }
    if numbers.foreground != old.numbers.foreground {
      parameters.append(depth.parameter(numbers.foreground, first: 30))
    }
    if numbers.background != old.numbers.background {
      parameters.append(depth.parameter(numbers.background, first: 40))
    }
    return parameters
  }
}

extension ColorDepth {
  /// The parameter that selects a colour.
  ///
  /// - Parameter first: 30 for the foreground, 40 for the background.
  fileprivate func parameter(_ number: Int?, first: Int) -> String {
    guard let number else { return "\(first + 9)" }
    switch self {
    case .direct:
      return "\(first + 8);2;\(number >> 16);\(number >> 8 & 0xFF);\(number & 0xFF)"
    case .palette: return "\(first + 8);5;\(number)"
    default: return number < 8 ? "\(first + number)" : "\(first + 60 + number - 8)"
    }
  }
}
