import Formats

/// What a file holds that convtui cannot read, and what it can read instead.
extension Words {
  func sentence(_ found: FormatError.Unsupported) -> String {
    "It holds \(phrase(found)), which cannot be read; \(alternative(to: found)) would work."
  }

  private func phrase(_ found: FormatError.Unsupported) -> String {
    switch found {
    case .zip(let found): phrase(found)
    case .npy(let found): phrase(found)
    case .jpeg(let found): phrase(found)
    case .bmp(let found): phrase(found)
    case .pam(let type, let depth): "a PAM with TUPLTYPE “\(type)” and DEPTH \(depth)"
    case .utf16: "text in UTF-16"
    }
  }

  private func alternative(to found: FormatError.Unsupported) -> String {
    switch found {
    case .zip, .npy: "real numbers as JSON, CSV, .npy or an image"
    case .jpeg: "a baseline or progressive JPEG with 8 bits per sample, or a PNG,"
    case .bmp: "an uncompressed BMP of 1, 4, 8, 16, 24 or 32 bits per pixel, or a PNG,"
    case .pam: "a PAM in black and white, grey or RGB, with or without alpha, or a PNG,"
    case .utf16: "text in UTF-8"
    }
  }

  private func phrase(_ found: FormatError.Unsupported.ZIP) -> String {
    switch found {
    case .encrypted(let name): "the encrypted file “\(name)”"
    case .method(let method, let name): "“\(name)” compressed by zip method \(method)"
    case .nameOutside(let name): "“\(name)”, a path outside the archive"
    case .noArrays: "a zip archive without .npy arrays"
    }
  }

  private func phrase(_ found: FormatError.Unsupported.NPY) -> String {
    switch found {
    case .version(let version): "NumPy file format version \(version)"
    case .structure: "a structured array with named fields"
    case .elements(let elements, let type): "\(name(of: elements)) (\(type))"
    }
  }

  private func name(of elements: FormatError.Unsupported.Elements) -> String {
    switch elements {
    case .complexNumbers: "complex numbers"
    case .objects: "Python objects"
    case .texts: "strings"
    case .dates: "dates or durations"
    case .rawBytes: "raw bytes"
    case .unknown: "an unknown type"
    }
  }

  private func phrase(_ found: FormatError.Unsupported.JPEG) -> String {
    switch found {
    case .components(let count): "a JPEG with \(count) colour channels"
    case .bitsPerSample(let bits): "a JPEG with \(bits) bits per sample"
    case .process(let process, let isArithmetic):
      name(of: process) + (isArithmetic ? " with arithmetic coding" : "")
    }
  }

  private func name(of process: FormatError.Unsupported.Process) -> String {
    switch process {
    case .cosine: "a JPEG"
    case .lossless: "a lossless JPEG"
    case .hierarchical: "a hierarchical JPEG"
    }
  }

  private func phrase(_ found: FormatError.Unsupported.BMP) -> String {
    switch found {
    case .headerSize(let bytes): "a BMP whose header has \(bytes) bytes"
    case .bitsPerPixel(let bits): "a BMP with \(bits) bits per pixel"
    case .compression(.rle8): "a BMP compressed as RLE8"
    case .compression(.rle4): "a BMP compressed as RLE4"
    case .compression(.jpeg): "a JPEG inside a BMP"
    case .compression(.png): "a PNG inside a BMP"
    case .compression(.other(let number)): "a BMP with the compression \(number)"
    case .masks(let masks):
      "a BMP with the masks "
        + masks.map { String($0, radix: 16, uppercase: true) }.joined(separator: ", ")
    }
  }
}
