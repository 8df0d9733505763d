import Drawing
import Glibc

/// Charts beside and below each other, as many as can be read.
struct ChartGrid {
  let rows, columns: Int

  private let least: Size
  /// How many charts the first row has; of fewer than the others, each is wider.
  private let first: Int

  /// - Parameters:
  ///   - count: At least one.
  ///   - least: A chart is not narrower or lower than this.
  ///   - shape: How many times as wide as high a chart should be, in characters.
  ///   - fills: Whether the first charts are wider where there are too few for the last row.
  init(
    _ count: Int, in size: Size, least: Size = Size(width: 38, height: 9), shape: Double = 4,
    fills: Bool = true
  ) {
    self.least = least
    let mostColumns = max(1, size.width / least.width)
    let mostRows = max(1, size.height / least.height)
    let shown = min(count, mostColumns * mostRows)
    let choices = (1...mostColumns).map { columns in
      (rows: (shown + columns - 1) / columns, columns: columns)
    }.filter { $0.rows <= mostRows }
    func fault(_ rows: Int, _ columns: Int) -> Double {
      let (width, height) = (size.width / columns, max(1, size.height / rows))
      let empty = Double(rows * columns - shown) / Double(shown)
      return abs(log(Double(width) / Double(height) / shape)) + empty
    }
    let best = choices.min { fault($0.rows, $0.columns) < fault($1.rows, $1.columns) }
    (rows, columns) = best ?? (1, 1)
    first = fills ? columns - max(0, rows * columns - count) : columns
  }

  var count: Int { rows * columns }

  /// The place of a chart on its page.
  func place(_ index: Int, in rect: Rect) -> Rect {
    let isFirst = index < first
    let row = isFirst ? 0 : 1 + (index - first) / columns
    let (column, columns) =
      isFirst ? (index, first) : ((index - first) % columns, columns)
    let (top, bottom) = (rect.height * row / rows, rect.height * (row + 1) / rows)
    let gap = 2
    // A free line between two charts, where that does not make them low.
    let space = row + 1 < rows && bottom - top > least.height ? 1 : 0
    let width = (rect.width - gap * (columns - 1)) / columns
    return Rect(
      row: rect.row + top, column: rect.column + column * (width + gap), width: width,
      height: bottom - top - space)
  }
}
