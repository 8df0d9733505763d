import Drawing

/// The main settings of a scene on one line, to be seen and clicked.
struct SettingsStrip {
  private var items: [(row: SettingRow, columns: Range<Int>)] = []
  private let rect: Rect

  /// As many as have room.
  init(_ scene: any Scene, in rect: Rect, _ words: Words) {
    self.rect = rect
    var column = rect.column
    for row in (scene as? any SceneWithSettings)?.rows(words, mainOnly: true) ?? []
    where row.isMain {
      let width = row.label.cellWidth + row.value.cellWidth + 3
      guard column + width <= rect.columns.upperBound else { break }
      items.append((row, column..<column + width))
      column += width + 2
    }
  }

  func draw(into frame: inout Frame, _ look: Look) {
    for item in items {
      let start = Point(row: rect.row, column: item.columns.lowerBound)
      let column = frame.write(item.row.label + " ", at: start, look.style(.secondary))
      var style = look.style(.strong)
      if look.fillsCells { style.background = look.theme.barRaised }
      let value = look.fillsCells ? " \(item.row.value) " : "[\(item.row.value)]"
      frame.write(value, at: Point(row: rect.row, column: column), style)
    }
  }

  /// The setting under a point.
  func setting(at point: Point) -> SettingRow? {
    guard point.row == rect.row else { return nil }
    return items.first { $0.columns.contains(point.column) }?.row
  }
}
