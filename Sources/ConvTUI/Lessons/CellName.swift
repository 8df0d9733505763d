import Model

extension [CellName] {
  /// The places of the cells in each matrix.
  var byMatrix: [String: Set<Position>] {
    Dictionary(grouping: self, by: \.matrix).mapValues { Set($0.map(\.at)) }
  }
}

/// A cell of a matrix as it is written: `Y[0,1]`.
struct CellName: Hashable, Sendable {
  let matrix: String
  let at: Position

  init(_ matrix: String, _ at: Position) { (self.matrix, self.at) = (matrix, at) }

  init?(_ text: String) {
    guard text.hasSuffix("]"), let open = text.firstIndex(of: "[") else { return nil }
    let numbers = text[text.index(after: open)...].dropLast().split(separator: ",").map {
      Int($0.drop { $0 == " " })
    }
    guard numbers.count == 2, let row = numbers[0], let column = numbers[1], row >= 0, column >= 0
    else { return nil }
    matrix = String(text[..<open])
    at = Position(row: row, column: column)
  }
}
