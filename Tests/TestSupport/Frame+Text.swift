import Drawing

extension Frame {
  public var text: String { Export.text(self) }

  /// The glyphs of one row.
  public func text(row: Int) -> String { String(self.row(row).map(\.glyph)) }

  /// Where a text stands.
  public func place(of text: String) -> Point? {
    let glyphs = Array(text)
    for row in 0..<size.height {
      let line = self.row(row).map(\.glyph)
      for column in 0..<max(0, line.count - glyphs.count + 1)
      where Array(line[column..<column + glyphs.count]) == glyphs {
        return Point(row: row, column: column)
      }
    }
    return nil
  }
}

extension Rect {
  public var middle: Point { Point(row: row + height / 2, column: column + width / 2) }
}

extension Look {
  /// Every one that there is.
  public static let all = ColorDepth.allCases.flatMap { depth in
    [false, true].map { Look(isLight: $0, depth: depth) }
  }
}

extension String {
  /// The runs of characters that numbers are written with and that have a digit.
  public var numbers: [String] {
    split { !"0123456789.−∞".contains($0) }.map(String.init)
      .filter { $0.contains { $0.isNumber || $0 == "∞" } }
  }
}
