/// A file and, after a colon, the name of an array in it: `weights.npz:conv1.weight`.
public struct ArrayAddress: Hashable, Sendable {
  public let path: String
  /// nil where the text names none.
  public let array: String?

  public init(path: String, array: String? = nil) {
    self.path = path
    self.array = array
  }

  /// The files that hold arrays by their names.
  public static let endings = [
    ".npz", ".safetensors", ".json", ".pt", ".pth", ".pth.tar", ".ckpt", ".bin", ".pt2",
  ]

  /// Splits a text behind the first such ending that a colon and a name follow.
  public init(_ text: String) {
    let colon = text.indices.first { index in
      text[index] == ":" && index != text.indices.last
        && ArrayAddress.endings.contains { text[..<index].lowercased().hasSuffix($0) }
    }
    path = String(text[..<(colon ?? text.endIndex)])
    array = colon.map { String(text[text.index(after: $0)...]) }
  }

  /// Whether the file is one of those that hold arrays by their names.
  public var isInArchive: Bool {
    let name = path.lowercased()
    return ArrayAddress.endings.contains { name.hasSuffix($0) }
  }

  /// Which array of a file to read.
  ///
  /// - Parameter array: nil where there may be one alone.
  /// - Throws: `unnamedArray` and `missingArray` with the names that are there, `empty` where there
  ///   is none.
  static func index(of array: String?, among names: [String]) throws(FormatError) -> Int {
    if names.isEmpty { throw .empty }
    let shown = names.prefix(10).map(\.excerpt)
    guard let array else {
      guard names.count == 1 else { throw .unnamedArray(names: shown, count: names.count) }
      return 0
    }
    guard let index = names.firstIndex(of: array) else {
      throw .missingArray(array.excerpt, names: shown, count: names.count)
    }
    return index
  }
}
