import Model

/// What stands in an output, in a form that can be said.
enum OutputSummary: Hashable, Sendable {
  /// Zero everywhere.
  case nothing
  /// All rows alike: the columns that are not zero, with their value.
  case columns([Place])
  /// All columns alike: the rows that are not zero.
  case rows([Place])
  /// The same value everywhere.
  case constant(Float)
  /// Anything else: how many cells are not zero.
  case mixed(nonZero: Int, of: Int)

  struct Place: Hashable, Sendable {
    let index: Int
    let value: Float
  }

  /// Reads an output; values within 10⁻⁶ of its largest count as zero.
  init(_ output: Tensor) {
    let (height, width) = (output.shape.rows, output.shape.columns)
    let tolerance = 1e-6 * output.elements.reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }
    func isZero(_ value: Float) -> Bool { abs(value) <= tolerance }
    let nonZero = output.elements.filter { !isZero($0) }.count
    let rowsAreAlike = (0..<height).allSatisfy { row in
      (0..<width).allSatisfy { isZero(output[row, $0] - output[0, $0]) }
    }
    let columnsAreAlike = (0..<height).allSatisfy { row in
      (0..<width).allSatisfy { isZero(output[row, $0] - output[row, 0]) }
    }
    if nonZero == 0 {
      self = .nothing
    } else if rowsAreAlike && columnsAreAlike {
      self = .constant(output[0, 0])
    } else if rowsAreAlike {
      self = .columns(
        (0..<width).map { Place(index: $0, value: output[0, $0]) }.filter { !isZero($0.value) })
    } else if columnsAreAlike {
      self = .rows(
        (0..<height).map { Place(index: $0, value: output[$0, 0]) }.filter { !isZero($0.value) })
    } else {
      self = .mixed(nonZero: nonZero, of: output.shape.count)
    }
  }
}
