extension Character {
  /// The number of screen cells that this glyph takes: 0, 1 or 2.
  ///
  /// Control characters take none, so text from a file can never reach the terminal as a command.
  ///
  /// Source: Unicode Standard Annex #11, *East Asian Width*, the blocks that are wide throughout.
  public var cellWidth: Int {
    guard let first = unicodeScalars.first else { return 0 }
    // Nearly all that is drawn: printable ASCII, lines, blocks and braille.
    switch first.value {
    case 0x20...0x7E, 0x2500...0x259F, 0x2800...0x28FF: return 1
    default: break
    }
    switch first.properties.generalCategory {
    case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator, .nonspacingMark,
      .enclosingMark, .unassigned, .privateUse:
      return 0
    default: break
    }
    switch first.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is known without a look into Unicode's tables to be a glyph of one cell, with which no
  /// other scalar joins: nearly all that is drawn.
  var isOneCell: Bool {
    switch value {
    // Printable ASCII, Latin letters, arrows and operators, lines and blocks, braille.
    case 0x20...0x7E, 0xAE...0x24F, 0x2026, 0x2190...0x22FF, 0x2500...0x259F, 0x2800...0x28FF: true
    default: false
    }
  }
}

extension String {
  /// The number of screen cells that this text takes.
  public var cellWidth: Int {
    unicodeScalars.allSatisfy(\.isOneCell)
      ? unicodeScalars.count : reduce(0) { $0 + $1.cellWidth }
  }

  /// The text with spaces after it, to a width.
  public func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - cellWidth))
  }
}
