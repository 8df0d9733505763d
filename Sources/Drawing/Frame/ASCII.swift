extension Frame {
  /// This frame in ASCII glyphs alone, every glyph as wide as before, for a terminal that shows
  /// nothing else. The pixels in a cell become one, of their mean.
  public var ascii: Frame {
    var result = self
    for row in 0..<size.height {
      for column in 0..<size.width {
        let cell = self[row, column]
        guard !cell.glyph.isASCII || cell.isContinuation else { continue }
        switch (cell.glyph, cell.style.foreground, cell.style.background) {
        case ("▀", let upper?, let lower?), ("▄", let lower?, let upper?):
          result[row, column].glyph = " "
          result[row, column].style.background = upper.mixed(with: lower, 0.5)
        case ("▝", let ink?, let ground?), ("▖", let ink?, let ground?),
          ("▗", let ink?, let ground?),
          ("▟", let ground?, let ink?):
          result[row, column].glyph = " "
          result[row, column].style.background = ground.mixed(with: ink, 0.25)
        case ("▞", let ink?, let ground?):
          result[row, column].glyph = " "
          result[row, column].style.background = ground.mixed(with: ink, 0.5)
        case ("±", _, _): result.writePlusMinus(row, column)
        default: result[row, column].glyph = cell.glyph.ascii
        }
      }
    }
    return result
  }

  /// Writes `+-` for `±`, where a blank before it, not needed to part it from a word, or one behind
  /// it gives the room.
  private mutating func writePlusMinus(_ row: Int, _ column: Int) {
    func isBlank(_ column: Int) -> Bool {
      (0..<size.width).contains(column) && self[row, column].glyph == " "
    }
    let cell = self[row, column]
    let start = isBlank(column - 1) && (column == 1 || isBlank(column - 2)) ? column - 1 : column
    guard start < column || isBlank(column + 1) else {
      self[row, column].glyph = cell.glyph.ascii
      return
    }
    self[row, start] = Cell(glyph: "+", style: cell.style)
    self[row, start + 1] = Cell(glyph: "-", style: cell.style)
  }
}

extension String {
  /// This text in ASCII alone, where signs need not be as wide as before.
  public var ascii: String {
    reduce(into: "") { text, character in
      switch character {
      case "…": text += "..."
      case "§": text += "section "
      case "±": text += "+-"
      case "≤": text += "<="
      case "≥": text += ">="
      case "≠": text += "!="
      default: text.append(character.ascii)
      }
    }
  }
}

extension Character {
  /// The ASCII glyph that stands for this one in one cell; a wide one becomes `?` in each.
  ///
  /// Heavy lines stay apart from light ones: `=` and `#` against `-`, `|` and `+`.
  public var ascii: Character {
    if self == Cell.continuation { return "?" }
    if isASCII { return self }
    if let known = Self.asciiOfGlyph[self] { return known }
    guard let scalar = unicodeScalars.first else { return "?" }
    switch scalar.value {
    case 0x2500...0x257F: return "+"
    case 0x2800: return " "
    case 0x2801...0x28FF: return (scalar.value & 0xFF).nonzeroBitCount > 3 ? "*" : "."
    default: return scalar.value < 0x300 ? scalar.baseLetter : "?"
    }
  }

  /// Groups of glyphs, each with the one that stands for it.
  private static let groups: [(String, Character)] = [
    ("─┄┈╌╴╶", "-"),
    ("│┆┊╎╵╷‖", "|"),
    ("━┅┉╍╸╺═╼╾", "="),
    ("┃┇┋╏╹╻║┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬█", "#"),
    ("▓", "%"), ("▒", "="), ("░", ":"),
    ("▀▔", "\""), ("▄▁▂▃", "_"), ("▅▆▇", "#"), ("▌▐▍▎▏▋▊▉▕", "|"), ("▘▝▖▗▚▞▙▛▜▟", "+"),
    ("×✕✖", "x"), ("−–—", "-"), ("·∙‧", "."), ("⋆", "*"), ("∗", "@"), ("⊛⊗", "x"), ("⊕", "+"),
    ("←◀◂◁‹⟨", "<"), ("→▶▸▷›⟩⇒↦", ">"), ("↑▲△▴", "^"), ("↓▼▽▾", "v"), ("↔⇄⇔", "="), ("↕", ":"),
    ("↗↙", "/"),
    ("↖↘", "\\"),
    ("●", "@"), ("•", "*"),
    ("⏸", "\""), ("⏵", ">"), ("⏹■□▪▫◼◻", "#"), ("○◦∘°", "o"), ("◆◇", "+"), ("↵⏎", "<"), ("⌫", "<"),
    ("Σ∑", "S"), ("∂δ", "d"), ("Δ∆", "D"), ("∇", "V"), ("λ", "l"), ("μµ", "u"), ("σ", "s"),
    ("η", "n"), ("α", "a"), ("β", "b"), ("γ", "y"), ("ε∈", "e"), ("θ", "0"), ("π", "p"), ("φ", "f"),
    ("⌊⌈", "["), ("⌋⌉", "]"), ("∞", "i"), ("…", "~"), ("≈∼", "~"), ("≤", "<"), ("≥", ">"),
    ("≠", "!"), ("±", "~"), ("÷∕⁄", "/"), ("√✓✔", "v"), ("✗✘", "x"), ("‘’′", "'"), ("“”″", "\""),
    ("⁰₀", "0"), ("¹₁", "1"), ("²₂", "2"), ("³₃", "3"), ("⁴₄", "4"), ("⁵₅", "5"), ("⁶₆", "6"),
    ("⁷₇", "7"), ("⁸₈", "8"), ("⁹₉", "9"), ("⁻₋‑", "-"), ("⁺₊", "+"), ("ᵀᵗ", "T"), ("ⁿ", "n"),
    ("\u{A0}\u{2009}\u{202F}", " "), ("Ŷ", "y"), ("Ŵ", "W"), ("ŵ", "w"), ("Ĥ", "H"),
  ]

  private static let asciiOfGlyph: [Character: Character] = Dictionary(
    uniqueKeysWithValues: groups.flatMap { glyphs, ascii in glyphs.map { ($0, ascii) } })
}

extension Unicode.Scalar {
  /// The plain letter under the accent of a letter of Latin-1; `?` for everything else.
  fileprivate var baseLetter: Character {
    let letters: [Character] = Array(
      "AAAAAAACEEEEIIIIDNOOOOO?OUUUUYPsaaaaaaaceeeeiiiidnooooo?ouuuuypy")
    return (0xC0...0xFF).contains(value) ? letters[Int(value - 0xC0)] : "?"
  }
}
