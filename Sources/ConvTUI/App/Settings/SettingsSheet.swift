import Drawing
import Terminal

/// Where the settings stand over the scene: beside it where the screen is wide, else below it, so that
/// what they change stays in sight.
struct SettingsSheet {
  let box: Rect
  private let isBeside: Bool
  /// The part of a row's name and of its value in each column.
  private let columns: [(label: Int, value: Int)]
  private let lines, first, shown: Int
  private let count: Int
  private let purposeHeight: Int
  private let consequence: [Line]

  /// What a row needs besides its name and its value: signs around the value, and the gap behind.
  private static let gaps = 9
  /// The narrowest scene beside which the settings stand.
  private static let leastBeside = 100
  /// A screen that is lower keeps its lines for the scene.
  private static let leastHeight = 20
  /// The lines of the scene's text that may be covered.
  private static let coveredText = 2

  init(
    _ rows: [SettingRow], consequence text: String?, selected: Int, in layout: ScreenLayout,
    _ words: Words
  ) {
    let size = Size(width: layout.header.width, height: layout.footer.row + 1)
    count = rows.count
    let texts = rows.map(\.purpose.cellWidth) + [words.settingsKeys.cellWidth]
    let all = SettingsSheet.columns(rows, lines: max(1, rows.count))
    let narrow = max(SettingsSheet.width(all) + 4, (texts.max() ?? 0) + 6)
    isBeside = size.width - narrow >= SettingsSheet.leastBeside
    let isLow = size.height < SettingsSheet.leastHeight
    let width = isBeside ? narrow : size.width
    let inner = width - 4
    let said = text ?? ""
    consequence = [Span(said.cellWidth <= inner ? said : Formula.tight(said), .strong)]
      .folded(to: inner)
    purposeHeight = isLow && text != nil ? 0 : 1
    let foot = purposeHeight + (text == nil ? 0 : consequence.count)
    if isBeside {
      (columns, lines) = (all, max(1, rows.count))
      shown = min(lines, size.height - 6 - foot)
      let height = shown + foot + 3
      box = Rect(row: 1, column: size.width - width, width: width, height: height)
    } else {
      let fitting = (1...max(1, rows.count)).first {
        SettingsSheet.width(SettingsSheet.columns(rows, lines: $0)) <= inner
      }
      lines = fitting ?? max(1, rows.count)
      columns = SettingsSheet.columns(rows, lines: lines)
      shown = min(lines, isLow ? max(1, 3 - foot) : 6)
      // Down to the last line, or on a high screen to the transport.
      let end =
        layout.footer.row - layout.transport.row > 1 ? layout.transport.row : layout.footer.row
      let height = shown + foot + 2
      box = Rect(row: end - height, column: 0, width: width, height: height)
    }
    let line = selected % lines
    first = max(0, min(line - shown / 2, lines - shown))
  }

  private static func columns(
    _ rows: [SettingRow], lines: Int
  ) -> [(label: Int, value: Int)] {
    stride(from: 0, to: rows.count, by: lines).map { start in
      let rows = rows[start..<min(rows.count, start + lines)]
      return (rows.map(\.label.cellWidth).max() ?? 0, rows.map(\.room).max() ?? 0)
    }
  }

  private static func width(_ columns: [(label: Int, value: Int)]) -> Int {
    columns.reduce(-2) { $0 + $1.label + $1.value + gaps }
  }

  private var inner: Rect { box.inset(top: 1, left: 2, bottom: 1, right: 2) }

  /// The place of a row; nil where it is out of sight.
  private func place(of row: Int) -> Rect? {
    let (column, line) = (row / lines, row % lines)
    guard (first..<first + shown).contains(line) else { return nil }
    let start = SettingsSheet.width(Array(columns[..<column])) + 2
    let width = SettingsSheet.width([columns[column]])
    return Rect(
      row: inner.row + line - first, column: inner.column + start, width: width, height: 1)
  }

  /// The row under a point.
  func row(at point: Point) -> Int? {
    (0..<count).first { place(of: $0)?.contains(point) ?? false }
  }

  /// The part of the scene's room that is not covered, and what may be.
  func uncovered(_ body: Rect) -> Rect {
    if isBeside { return body.inset(right: body.columns.upperBound - box.column + 1) }
    let covered = body.rows.upperBound - box.row
    return body.inset(bottom: max(0, covered - SettingsSheet.coveredText))
  }

  func draw(
    _ rows: [SettingRow], selected: Int, into frame: inout Frame, _ look: Look
  ) {
    let words = look.words
    frame.cover(box, look.bar)
    BoxLines.drawFrame(box, sidesOnly: false, into: &frame, look.style(.accent))
    frame.write(
      " \(words.settingsTitle) ", at: Point(row: box.row, column: box.column + 2),
      look.style(.strong))
    frame.write(
      words.settingsKeyParts.map { Span(" " + $0 + " ", .secondary) }
        .prefix(within: box.width - 4),
      at: Point(row: box.rows.upperBound - 1, column: box.column + 2), look)
    for (index, row) in rows.enumerated() {
      guard let place = place(of: index) else { continue }
      let isSelected = index == selected
      let label = Span((isSelected ? "▸ " : "  ") + row.label, isSelected ? .accent : .text)
      frame.write([[label]], in: place, look)
      let width = columns[index / lines]
      let text = row.value.cut(to: width.value)
      let value = isSelected && row.canStep ? "‹ \(text) ›" : "  \(text)"
      frame.write(
        [[Span(value, isSelected ? .accent : .strong)]], in: place.inset(left: width.label + 3),
        look)
    }
    let purpose = rows.indices.contains(selected) ? rows[selected].purpose : ""
    let foot = inner.inset(top: shown + (isBeside ? 1 : 0))
    if purposeHeight > 0 { frame.write([[Span(purpose, .secondary)]], in: foot, look) }
    frame.write(consequence, in: foot.inset(top: purposeHeight), look)
  }
}
