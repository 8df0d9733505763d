import Model

/// What is to be written as JSON. Numbers that JSON has no word for are written as Python has them.
public indirect enum JSON: Sendable {
  public typealias Field = (name: String, value: JSON)

  /// A number as it is to stand.
  case number(String)
  case text(String)
  /// Nested lists, as deep as the tensor's rank.
  case tensor(Tensor)
  case list([JSON])
  /// The fields in their order; no two may have one name.
  case object([Field])
  case null

  public static func number(_ value: Int) -> JSON { .number("\(value)") }
  public static func number(_ value: Float) -> JSON { .number(NumberText.jsonText(value)) }
  /// In single precision.
  public static func number(_ value: Double) -> JSON { .number(Float(value)) }

  public static func list(of numbers: some Sequence<Int>) -> JSON {
    .list(numbers.map { .number($0) })
  }
  /// Rows and columns.
  public static func pair(_ value: some RowsAndColumns) -> JSON {
    .list(of: [value.numbers.rows, value.numbers.columns])
  }
}

extension JSON {
  /// What stands between the members of a list or an object.
  public enum Layout: Sendable {
    /// Nothing but commas and colons.
    case compact
    /// A blank after each of them.
    case line
    /// A line for each member of the outermost list or object, and one for each row of a tensor that is
    /// one of these members or stands alone; all below each other.
    ///
    ///     {"n": 1,
    ///      "K": [[0, 1],
    ///            [2, 3]]}
    case lines
  }

  /// - Returns: A text without a line feed at its end.
  public func text(_ layout: Layout = .line) -> String {
    var text = ""
    write(to: &text, layout, depth: 0, column: 0)
    return text
  }

  /// - Parameter column: Where the value begins in its line, in characters; only needed where lines
  ///   follow it.
  private func write(to text: inout String, _ layout: Layout, depth: Int, column: Int) {
    let separator = JSON.separator(layout, hasLines: depth == 0, column: column)
    switch self {
    case .number(let number): text += number
    case .text(let string): text += JSONText.quoted(string)
    case .null: text += "null"
    case .tensor(let tensor):
      JSON.write(tensor, to: &text, layout, hasLines: depth < 2, column: column)
    case .list(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += separator }
        value.write(to: &text, layout, depth: depth + 1, column: column + 1)
      }
      text += "]"
    case .object(let fields):
      let colon = layout == .compact ? ":" : ": "
      text += "{"
      for (index, field) in fields.enumerated() {
        let key = JSONText.quoted(field.name) + colon
        text += (index > 0 ? separator : "") + key
        field.value.write(
          to: &text, layout, depth: depth + 1, column: column + 1 + key.count)
      }
      text += "}"
    }
  }

  /// What stands between the members of what begins at a column.
  private static func separator(_ layout: Layout, hasLines: Bool, column: Int) -> String {
    switch layout {
    case .compact: ","
    case .lines where hasLines: ",\n" + String(repeating: " ", count: column + 1)
    case .line, .lines: ", "
    }
  }

  private static func write(
    _ tensor: Tensor, to text: inout String, _ layout: Layout, hasLines: Bool, column: Int
  ) {
    var next = 0
    func write(_ depth: Int) {
      let isRow = depth == tensor.shape.rank - 1
      let separator = separator(layout, hasLines: hasLines && !isRow, column: column + depth)
      text += "["
      for index in 0..<tensor.shape.dimensions[depth] {
        if index > 0 { text += separator }
        if isRow {
          text += NumberText.jsonText(tensor.elements[next])
          next += 1
        } else {
          write(depth + 1)
        }
      }
      text += "]"
    }
    write(0)
  }
}
