/// A file and, behind a colon, the array in it that is meant: `weights.npz:conv1.weight`.
public struct ArrayAddress: Hashable, Sendable {
  public let path: String
  /// nil where the text names none.
  public let array: String?

  public init(path: String, array: String? = nil) {
    self.path = path
    self.array = array
  }

  /// The files that hold arrays by their names.
  public static let endings = [".npz", ".json"]

  /// Splits a text behind the first such ending that a colon and a name follow.
  public init(_ text: String) {
    let colon = text.indices.first { index in
      text[index] == ":" && index != text.indices.last
        && ArrayAddress.endings.contains { text[..<index].lowercased().hasSuffix($0) }
    }
    path = String(text[..<(colon ?? text.endIndex)])
    array = colon.map { String(text[text.index(after: $0)...]) }
  }
}
