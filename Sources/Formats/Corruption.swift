extension FormatError {
  /// How a file breaks the rules of its own format.
  public enum Corruption: Hashable, Sendable {
    /// The file ends before all is there that it announces.
    case endsEarly
    case notEnoughMemory
    /// The file does not start as one of its kind must.
    case noSignature(Signature)
    /// The first four bytes of an array of bytes, as one number.
    case magic(found: UInt32, expected: UInt32)
    /// What the header of a PNG says of its pixels does not go together.
    case contradictoryHeader
    /// A JPEG comes in more passes over the whole image than are taken in.
    case tooManyScans
    /// The own words of libpng, libjpeg or zlib.
    case library(String)
    case deflate(Deflate)
    case zip(ZIP)
    case npy(NPY)
    case safetensors(Safetensors)
    case json(JSON)
    case events(Events)
    case pickle(Pickle)
    case torch(Torch)
    case bmp(BMP)
    case netpbm(Netpbm)
  }

  public enum Signature: Hashable, Sendable { case numPy, netpbm, pyTorch }
}

extension FormatError.Corruption {
  /// Whether it holds a text from the file.
  var quotes: Bool {
    switch self {
    case .endsEarly, .notEnoughMemory, .noSignature, .magic, .contradictoryHeader, .tooManyScans,
      .library, .deflate, .npy, .events, .pickle, .bmp:
      false
    case .zip(let fault): fault.quotes
    case .safetensors(let fault): fault.quotes
    case .json(let fault): fault.quotes
    case .torch(let fault): fault.quotes
    case .netpbm(let fault): fault.quotes
    }
  }
}
