extension FormatError.Corruption {
  /// How a safetensors file is damaged. The names are the names of its arrays.
  public enum Safetensors: Hashable, Sendable {
    /// The header has more than this many bytes.
    case headerTooLong(limit: Int)
    /// All numbers together have too many bytes.
    case numbersTooLong(Int, limit: Int)
    /// An array has another number of bytes than its shape and type ask for.
    case length(String, dimensions: [Int], type: String, bytes: Int)
    /// An array lies at other bytes than after the array before it.
    case place(String, begin: Int, end: Int, expectedBegin: Int)
    /// The header says something of an array that the format does not know.
    case unknownField(String)

    var quotes: Bool {
      switch self {
      case .headerTooLong, .numbersTooLong: false
      case .length, .place, .unknownField: true
      }
    }
  }
}
