import Drawing
import Terminal

/// Where the settings stand: beside the scene where the screen is wide, else below it. The scene keeps
/// the rest, so that what they change stays whole and in sight.
struct SettingsSheet {
  let box: Rect
  let isBeside: Bool
  /// The part of a row's name and of its value in each column.
  let columns: [(label: Int, value: Int)]
  /// The rows of a column, the first that is in sight, and how many are.
  let lines, first, shown: Int
  /// The lines from one row to the next.
  let pitch: Int
  private let count: Int
  /// The lines below the rows.
  let footHeight: Int
  let consequence: [Line]

  /// What a row needs besides its name and its value: the signs before it and around the value.
  private static let gaps = 7
  /// The narrowest scene beside which the settings stand.
  private static let leastBeside = 100
  /// A screen that is lower keeps its lines for the scene.
  private static let leastHeight = 20
  /// The lines kept below the rows, so that a refusal has room too.
  private static let leastFoot = 3
  /// The most rows below each other below the scene.
  private static let mostBelow = 6
  /// The most columns that settings beside the scene take.
  private static let widest = 56

  init(
    _ rows: [SettingRow], consequence text: String?, selected: Int, in layout: ScreenLayout,
    _ words: Words
  ) {
    let size = Size(width: layout.header.width, height: layout.footer.row + 1)
    count = rows.count
    let parts = rows.map { (label: $0.label.cellWidth, value: $0.room) }
    let all = SettingsSheet.columns(parts, lines: max(1, rows.count))
    let said = max(rows.map(\.purpose.cellWidth).max() ?? 0, text?.cellWidth ?? 0)
    let narrow = max(SettingsSheet.width(all) + 4, min(said + 4, SettingsSheet.widest))
    isBeside = size.width - narrow >= SettingsSheet.leastBeside
    let width = isBeside ? narrow : size.width
    let inner = width - 4
    consequence =
      text.map { text in
        [Span(text.cellWidth <= inner ? text : Formula.tight(text), .strong)].folded(to: inner)
      } ?? []
    if isBeside {
      (columns, lines) = (all, max(1, rows.count))
      let body = layout.body
      box = Rect(
        row: layout.header.height, column: size.width - width, width: width,
        height: body.rows.upperBound - layout.header.height)
      let foot = SettingsSheet.besideFoot + consequence.count
      let room = box.height - 4
      footHeight = min(foot, max(0, room - 1))
      pitch = rows.count * 2 + footHeight <= room ? 2 : 1
      shown = max(0, min(lines, (room - footHeight) / pitch))
    } else {
      let isLow = size.height < SettingsSheet.leastHeight
      let isTight =
        isLow || layout.lesson.height > 0 && layout.body.height < SettingsSheet.leastHeight
      let fitting = (1...max(1, rows.count)).first {
        SettingsSheet.width(SettingsSheet.columns(parts, lines: $0)) <= width - 2
      }
      lines = fitting ?? max(1, rows.count)
      (columns, pitch) = (SettingsSheet.columns(parts, lines: lines), 1)
      let foot = (isLow && text != nil ? 0 : 1) + consequence.count
      footHeight = isTight ? foot : max(SettingsSheet.leastFoot, foot)
      // A lesson's sentences stay in sight, and half of the scene.
      let hasLesson = layout.lesson.height > 0
      let most =
        hasLesson
        ? min(SettingsSheet.mostBelow, max(1, layout.body.height / 2 - footHeight - 1))
        : SettingsSheet.mostBelow
      shown = min(lines, isLow ? max(1, 3 - foot) : most)
      // Down to the lesson or the last line, or on a high screen to the transport.
      let end =
        hasLesson
        ? layout.lesson.row
        : layout.footer.row - layout.transport.row > 1 ? layout.transport.row : layout.footer.row
      let height = shown + footHeight + 1
      box = Rect(row: end - height, column: 0, width: width, height: height)
    }
    let line = selected % lines
    first = max(0, min(line - shown / 2, lines - shown))
  }

  /// What stands below the rows beside a scene: what the chosen one is for, and its value in large
  /// digits.
  private static let besideFoot = 15

  /// - Parameter parts: What the names and the values of the rows need.
  private static func columns(
    _ parts: [(label: Int, value: Int)], lines: Int
  ) -> [(label: Int, value: Int)] {
    stride(from: 0, to: parts.count, by: lines).map { start in
      let parts = parts[start..<min(parts.count, start + lines)]
      return (parts.map(\.label).max() ?? 0, parts.map(\.value).max() ?? 0)
    }
  }

  private static func width(_ columns: [(label: Int, value: Int)]) -> Int {
    columns.reduce(0) { $0 + $1.label + $1.value + gaps }
  }

  var inner: Rect { box.inset(top: isBeside ? 2 : 1, left: 2, bottom: isBeside ? 1 : 0, right: 2) }

  /// The place of a row; nil where it is out of sight.
  func place(of row: Int) -> Rect? {
    let (column, line) = (row / lines, row % lines)
    guard (first..<first + shown).contains(line) else { return nil }
    let start = SettingsSheet.width(Array(columns[..<column]))
    let width = isBeside ? inner.width : SettingsSheet.width([columns[column]])
    return Rect(
      row: inner.row + (line - first) * pitch, column: inner.column - (isBeside ? 0 : 1) + start,
      width: width,
      height: 1)
  }

  /// The row under a point.
  func row(at point: Point) -> Int? {
    (0..<count).first { place(of: $0)?.contains(point) ?? false }
  }

  /// The part of the scene's room that is not covered.
  func uncovered(_ body: Rect) -> Rect {
    if isBeside { return body.inset(right: body.columns.upperBound - box.column + 1) }
    return body.inset(bottom: max(0, body.rows.upperBound - box.row))
  }
}
