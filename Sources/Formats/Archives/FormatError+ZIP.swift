extension FormatError.Corruption {
  /// How a packed stream is broken.
  public enum Deflate: Hashable, Sendable {
    /// zlib does not even start.
    case cannotStart
    case endsEarly
    /// zlib does not say how.
    case broken
  }

  /// How a zip archive is damaged. The names are the names of its members, the sizes are in bytes.
  public enum ZIP: Hashable, Sendable {
    /// There is no directory at the end.
    case noDirectory
    case damagedDirectory
    case repeatedName(String)
    /// The directory has no size that fits.
    case noSize(String)
    /// The member does not lie within the file.
    case outside(String)
    case tooLong(String, size: Int, limit: Int)
    /// The compressed bytes cannot give this many bytes.
    case tooTight(String, size: Int, packedSize: Int)
    /// The content has another size than announced; `found` is nil where it goes on.
    case size(String, announced: Int, found: Int?)
    case checksum(String)

    var quotes: Bool {
      switch self {
      case .noDirectory, .damagedDirectory: false
      case .repeatedName, .noSize, .outside, .tooLong, .tooTight, .size, .checksum: true
      }
    }
  }
}

extension FormatError.Unsupported {
  /// What convtui cannot read in a zip archive. The names are the names of its members.
  public enum ZIP: Hashable, Sendable {
    case encrypted(String)
    /// The member is packed by the method of this number.
    case method(Int, of: String)
    /// The name is a path outside the archive.
    case nameOutside(String)
    /// No member is a NumPy array.
    case noArrays

    var quotes: Bool {
      switch self {
      case .encrypted, .method, .nameOutside: true
      case .noArrays: false
      }
    }
  }
}
