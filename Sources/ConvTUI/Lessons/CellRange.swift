import Drawing
import Model

/// Some cells of a matrix as they are written: `Y[0,1]`, `X[0,0..1]`.
struct CellRange: Hashable, Sendable {
  let matrix: String
  let block: Block

  init?(_ text: String) {
    guard text.hasSuffix("]"), let open = text.firstIndex(of: "["), open > text.startIndex else {
      return nil
    }
    let ranges = text[text.index(after: open)...].dropLast()
      .split(separator: ",", omittingEmptySubsequences: false).map(CellRange.range)
    guard ranges.count == 2, let rows = ranges[0], let columns = ranges[1] else { return nil }
    matrix = String(text[..<open])
    block = Block(rows: rows, columns: columns)
  }

  /// Several of them, with spaces or commas between; nil where one is none.
  static func list(_ text: String) -> [CellRange]? {
    var (ranges, rest) = ([CellRange](), text.drop(while: isGap))
    while !rest.isEmpty {
      guard let end = rest.firstIndex(of: "]"), let range = CellRange(String(rest[...end])) else {
        return nil
      }
      ranges.append(range)
      rest = rest[rest.index(after: end)...].drop(while: isGap)
    }
    return ranges
  }

  private static func isGap(_ character: Character) -> Bool { character == " " || character == "," }

  /// `2` or `0..2`, both ends counted.
  private static func range(_ text: Substring) -> Range<Int>? {
    let ends = text.split(separator: ".", omittingEmptySubsequences: false).map(\.trimmedSpaces)
    let numbers = ends.compactMap { $0.allSatisfy(\.isNumber) ? Int($0) : nil }
    switch (ends.count, numbers.count) {
    case (1, 1): return numbers[0]..<numbers[0] + 1
    case (3, 2) where ends[1].isEmpty && numbers[0] <= numbers[1]:
      return numbers[0]..<numbers[1] + 1
    default: return nil
    }
  }

  var positions: Set<Position> {
    Set(block.rows.flatMap { row in block.columns.map { Position(row: row, column: $0) } })
  }
}
