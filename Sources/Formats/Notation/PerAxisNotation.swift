import Model

/// A whole number for both axes or one for each, rows first: `2` and `2,1`.
public enum PerAxisNotation {
  /// Reads numbers of at most nine digits; whether they may be negative is for their user to say.
  public static func parse<Value: RowsAndColumns>(
    _ text: String, as: Value.Type = Value.self
  ) throws(PerAxisError) -> Value {
    let fields = text.split(separator: ",", omittingEmptySubsequences: false)
    guard fields.count <= 2 else { throw .tooMany(fields.count) }
    var numbers: [Int] = []
    for field in fields.map(WholeNumber.trimmed) {
      guard let number = WholeNumber.parse(field) else { throw .notAWholeNumber(text: field) }
      numbers.append(number)
    }
    return Value(numbers[0], numbers[numbers.count - 1])
  }
}

public enum PerAxisError: Error, Hashable, Sendable {
  /// Not a whole number of at most nine digits; at most 40 scalars long, without controls.
  case notAWholeNumber(text: String)
  /// This many numbers, where one or two are needed.
  case tooMany(Int)

  static func notAWholeNumber(text: Substring) -> PerAxisError {
    .notAWholeNumber(text: Array(text.utf8).excerpt(0..<text.utf8.count))
  }
}
