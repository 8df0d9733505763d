import Model

extension TensorEncoder {
  /// Nested arrays, as deep as the tensor's rank, with one row of numbers a line.
  ///
  ///     [[0, 1, 2],
  ///      [3, 4, 5]]
  ///
  /// - Returns: A text without a line feed at its end.
  public static func json(_ tensor: Tensor) -> String { JSON.tensor(tensor).text(.lines) }

  /// One number as JSON, or as Python writes it where JSON has none.
  public static func json(_ number: Float) -> String { JSON.number(number).text() }

  /// A text as JSON, and as Python, has it.
  public static func json(_ text: String) -> String { JSON.text(text).text() }

  /// One row a line, separated by commas without spaces; `nan`, `inf` and `-inf` as NumPy writes
  /// them.
  ///
  /// - Returns: A text without a line feed at its end.
  /// - Throws: `notAPlane` unless the tensor has rank 2.
  public static func csv(_ tensor: Tensor) throws(FormatError) -> String {
    guard tensor.shape.rank == 2 else { throw .notAPlane(rank: tensor.shape.rank) }
    var text = ""
    for row in 0..<tensor.shape.rows {
      if row > 0 { text += "\n" }
      for column in 0..<tensor.shape.columns {
        if column > 0 { text += "," }
        text += NumberText.text(tensor[row, column])
      }
    }
    return text
  }
}
