extension FormatError.Corruption {
  /// How a pickle is damaged.
  public enum Pickle: Hashable, Sendable {
    /// It ends before it says so.
    case endsEarly
    /// No operation has this code.
    case unknownCode(Int, byte: Int)
    /// An operation before this byte has nothing to work on.
    case broken(byte: Int)
    case tooDeep(limit: Int)
    /// It unfolds to far more than it has bytes.
    case tooManyObjects
  }

  /// How the numbers of a PyTorch file are damaged. The names are the names of its tensors.
  public enum Torch: Hashable, Sendable {
    case noStorage(String)
    /// The tensor reaches past the end of its storage.
    case outside(String)

    var quotes: Bool {
      switch self {
      case .noStorage, .outside: true
      }
    }
  }
}

extension FormatError.Unsupported {
  /// What a PyTorch file holds that is not read.
  public enum Torch: Hashable, Sendable {
    /// An archive without a pickle or weights.
    case noPickle
    /// It has no tensor but what these functions would make, which are not called.
    case onlyObjects([String])

    var quotes: Bool {
      switch self {
      case .noPickle: false
      case .onlyObjects: true
      }
    }
  }
}
