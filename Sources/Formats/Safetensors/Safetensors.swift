import Model

/// Named arrays of numbers and named texts in one file, as trained networks are kept.
///
/// The file: the length N of the header as a little-endian 64-bit number, the header of N bytes of
/// JSON, which names type, shape and place of each array, and the numbers, row-major.
///
/// Source: safetensors 0.8, `tensor.rs`.
public struct Safetensors: Hashable, Sendable {
  /// One array; without dimensions it is a single number, and a dimension may be 0.
  public struct Entry: Hashable, Sendable {
    public let name: String
    public let dimensions: [Int]
    public let values: [Float]

    /// - Precondition: As many values as the dimensions count.
    public init(name: String, dimensions: [Int], values: [Float]) {
      precondition(dimensions.reduce(1, *) == values.count)
      self.name = name
      self.dimensions = dimensions
      self.values = values
    }
  }

  /// The arrays in the order of their names.
  public let entries: [Entry]
  public let metadata: [String: String]

  /// - Precondition: Names that all differ, and none is `__metadata__`.
  public init(entries: [Entry], metadata: [String: String] = [:]) {
    precondition(Set(entries.map(\.name) + [Safetensors.metadataKey]).count == entries.count + 1)
    self.entries = entries.sorted { $0.name < $1.name }
    self.metadata = metadata
  }

  public subscript(name: String) -> Entry? { entries.first { $0.name == name } }

  static let metadataKey = "__metadata__"
  /// The longest header that the format allows, in bytes.
  static let maximumHeader = 100_000_000

  /// Follows from all names, shapes, numbers and texts.
  var checksum: String {
    var fingerprint = Fingerprint()
    for entry in entries {
      fingerprint.take(entry.name)
      for dimension in entry.dimensions { fingerprint.take(dimension) }
      fingerprint.take(entry.values)
    }
    for (key, text) in metadata.sorted(by: { $0.key < $1.key }) {
      fingerprint.take(key)
      fingerprint.take(text)
    }
    return fingerprint.description
  }
}
