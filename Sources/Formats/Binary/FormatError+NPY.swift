extension FormatError.Corruption {
  /// How the header of a NumPy array is broken.
  public enum NPY: Hashable, Sendable {
    /// It is no dictionary, from this byte of it on.
    case noDictionary(byte: Int)
    case noElementType
    /// The shape or the order is missing, or cannot be read.
    case noShape
  }
}

extension FormatError.Unsupported {
  /// What a NumPy array holds that is not read.
  public enum NPY: Hashable, Sendable {
    /// A version of the file format.
    case version(Int)
    /// Named fields in place of numbers.
    case structure
    /// Elements of another kind than real numbers, and NumPy's name of their type.
    case elements(Elements, type: String)
  }

  public enum Elements: Hashable, Sendable, CaseIterable {
    case complexNumbers, objects, texts, dates, rawBytes, unknown
  }
}
