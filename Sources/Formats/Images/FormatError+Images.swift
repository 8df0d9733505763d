extension FormatError.Corruption {
  /// How a BMP is broken.
  public enum BMP: Hashable, Sendable {
    /// In pixels.
    case width(Int)
    case noPalette
    /// The pixels begin at a byte before `headerEnd`.
    case pixelsWithinHeader(begin: Int, headerEnd: Int)
    /// A pixel has a colour, counted from 0, that is none of its palette's; the row is counted as
    /// they are stored.
    case color(Int, paletteCount: Int, row: Int, column: Int)
  }

  /// How a netpbm image is damaged. The words are words of a P7 header.
  public enum Netpbm: Hashable, Sendable {
    /// The greatest sample is announced as this.
    case maximum(Int)
    case sample(Int, maximum: Int)
    /// After a word there is no single whole number with at most this many digits.
    case notAWholeNumber(after: String, digits: Int)
    case noWord(String)
    case unknownWord(String)
    case lineTooLong

    var quotes: Bool {
      switch self {
      case .unknownWord: true
      case .maximum, .sample, .notAWholeNumber, .noWord, .lineTooLong: false
      }
    }
  }
}

extension FormatError.Unsupported {
  /// What a JPEG is made of that is not read.
  public enum JPEG: Hashable, Sendable {
    case components(Int)
    case bitsPerSample(Int)
    case process(Process, isArithmetic: Bool)
  }

  /// How a JPEG is coded, after ITU-T T.81.
  public enum Process: Hashable, Sendable {
    /// By the discrete cosine transform, as most are.
    case cosine
    case lossless, hierarchical
  }

  /// What a BMP is made of that is not read.
  public enum BMP: Hashable, Sendable {
    case headerSize(Int)
    case bitsPerPixel(Int)
    case compression(Compression)
    case masks([Int])
  }

  /// How the pixels of a BMP are packed.
  public enum Compression: Hashable, Sendable {
    case rle8, rle4, jpeg, png
    case other(Int)
  }
}
