import Model

extension TensorEncoder {
  /// Nested arrays, as deep as the tensor's rank, with one row of numbers a line.
  ///
  ///     [[0, 1, 2],
  ///      [3, 4, 5]]
  ///
  /// - Returns: A text without a line feed at its end.
  public static func json(_ tensor: Tensor) -> String {
    var text = ""
    var next = 0
    func write(_ depth: Int) {
      let isRow = depth == tensor.shape.rank - 1
      text += "["
      for index in 0..<tensor.shape.dimensions[depth] {
        if isRow {
          if index > 0 { text += ", " }
          text += NumberText.jsonText(tensor.elements[next])
          next += 1
        } else {
          if index > 0 { text += ",\n" + String(repeating: " ", count: depth + 1) }
          write(depth + 1)
        }
      }
      text += "]"
    }
    write(0)
    return text
  }

  /// One number as JSON, or as Python writes it where JSON has none.
  public static func json(_ number: Float) -> String { NumberText.jsonText(number) }

  /// A text as JSON, and as Python, has it.
  public static func json(_ text: String) -> String { JSONText.quoted(text) }

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
