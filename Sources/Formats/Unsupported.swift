extension FormatError {
  /// What a well-formed file holds that is not read.
  public enum Unsupported: Hashable, Sendable {
    case zip(ZIP)
    case npy(NPY)
    case torch(Torch)
    case jpeg(JPEG)
    case bmp(BMP)
    /// A portable arbitrary map of such a tuple type and depth.
    case pam(tupleType: String, depth: Int)
    /// A text in two bytes a character.
    case utf16
  }
}

extension FormatError.Unsupported {
  /// Whether it holds a name from the file; what NumPy calls a type of elements is none.
  var quotes: Bool {
    switch self {
    case .zip(let found): found.quotes
    case .torch(let found): found.quotes
    case .pam: true
    case .npy, .jpeg, .bmp, .utf16: false
    }
  }
}
