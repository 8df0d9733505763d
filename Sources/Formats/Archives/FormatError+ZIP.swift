extension FormatError.Corruption {
  /// How a packed stream is broken.
  public enum Deflate: Hashable, Sendable {
    /// zlib does not even start.
    case cannotStart
    case endsEarly
    /// zlib does not say how.
    case broken
  }

  /// How a zip archive is broken. The names are those of its members, the sizes are in bytes.
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
    /// So many packed bytes cannot become that many.
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
  /// What a zip archive holds that is not read. The names are those of its members.
  public enum ZIP: Hashable, Sendable {
    case encrypted(String)
    /// The member is packed by the method of this number.
    case method(Int, of: String)
    /// The name leads out of the archive.
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
