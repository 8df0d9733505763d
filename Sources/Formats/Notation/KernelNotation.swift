import Model

/// A kernel in one argument, rows separated by semicolons: `1,-1` and `0,1;2,3`.
public enum KernelNotation {
  /// - Returns: A matrix with at least one element.
  /// - Throws: `empty` for a blank text, `notANumber` and `tooGreat` with line 1 and the column
  ///   where the field starts, `raggedRows`.
  public static func parse(_ text: String) throws(FormatError) -> Tensor {
    let bytes = Array(text.utf8)
    guard !bytes.trimmed(0..<bytes.count).isEmpty else { throw .empty }
    var rows: [[Float]] = []
    for row in bytes.fields(0..<bytes.count, separates: { $0 == .semicolon }) {
      let numbers = try NumberList.numbers(in: bytes, row) { $0 == .comma }
      if let first = rows.first, first.count != numbers.count {
        throw .raggedRows(row: rows.count + 1, expected: first.count, found: numbers.count)
      }
      rows.append(numbers)
    }
    return Tensor(rows: rows)
  }

  /// A matrix as `parse` reads it.
  public static func text(of kernel: Tensor) -> String {
    (0..<kernel.shape.rows).map { row in
      (0..<kernel.shape.columns).map { NumberText.text(kernel[row, $0]) }.joined(separator: ",")
    }.joined(separator: ";")
  }
}
