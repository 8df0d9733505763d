/// A file and, behind a colon, the array in it that is meant: `weights.npz:conv1.weight`.
public struct ArrayAddress: Hashable, Sendable {
  public let path: String
  /// nil where the text names none.
  public let array: String?

  public init(path: String, array: String? = nil) {
    self.path = path
    self.array = array
  }

  /// Splits a text behind the first `.npz` that a colon and a name follow.
  public init(_ text: String) {
    let ending = ".npz:"
    var start = text.startIndex
    while start < text.endIndex {
      let rest = text[start...]
      if rest.prefix(ending.count).lowercased() == ending, !rest.dropFirst(ending.count).isEmpty {
        let colon = text.index(start, offsetBy: ending.count - 1)
        path = String(text[..<colon])
        array = String(text[text.index(after: colon)...])
        return
      }
      start = text.index(after: start)
    }
    path = text
    array = nil
  }
}
