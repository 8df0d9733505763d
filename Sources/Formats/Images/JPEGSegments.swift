/// What stands before the pixels of a JPEG, of it what libjpeg does not tell.
///
/// Source: ITU-T T.81, *Digital compression and coding of continuous-tone still images*, tables B.1
/// and B.2.
struct JPEGSegments {
  /// What follows the mark "Exif" in a segment APP1; empty where there is none.
  private(set) var exif: [UInt8] = []
  /// The marker that starts the frame, which says by which process it is coded; nil where it is missing.
  private(set) var frame: Int?
  /// The bits of a sample.
  private(set) var precision = 8

  /// Reads as far as the first scan. Stray bytes between segments are left out.
  init(_ bytes: any ByteSource) throws(FormatError) {
    let mark = Array("Exif\0\0".utf8)
    let (escape, app1, startOfScan) = (UInt8(0xFF), 0xE1, 0xDA)
    let stream = ByteStream(bytes, piece: 1 << 12)
    stream.skip(JPEGImage.magic.count - 1)
    while true {
      while let byte = try stream.peek(), byte != escape { stream.skip() }
      while try stream.peek() == escape { stream.skip() }
      guard let marker = try stream.number(size: 1) else { return }
      // An escaped 0xFF among stray bytes.
      if marker == 0 { continue }
      guard marker != startOfScan, let length = try stream.number(size: 2), length >= 2 else {
        return
      }
      if marker == app1, exif.isEmpty {
        let content = try stream.bytes(length - 2)
        if content.starts(with: mark) { exif = Array(content.dropFirst(mark.count)) }
      } else if JPEGSegments.startsFrame(marker), frame == nil {
        let content = try stream.bytes(length - 2)
        (frame, precision) = (marker, content.first.map(Int.init) ?? 8)
      } else {
        stream.skip(length - 2)
      }
    }
  }

  private static func startsFrame(_ marker: Int) -> Bool {
    // Between the others stand the tables of Huffman codes, a reserved one and those of arithmetic ones.
    (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker) || marker == 0xF7
  }

  /// What is uncommon about the file, where something is.
  var peculiarity: FormatError.Unsupported.JPEG? {
    switch frame {
    case 0xC3, 0xF7: .process(.lossless, isArithmetic: false)
    case 0xC5, 0xC6, 0xC7: .process(.hierarchical, isArithmetic: false)
    case 0xC9, 0xCA: .process(.cosine, isArithmetic: true)
    case 0xCB: .process(.lossless, isArithmetic: true)
    case 0xCD, 0xCE, 0xCF: .process(.hierarchical, isArithmetic: true)
    default: precision == 8 ? nil : .bitsPerSample(precision)
    }
  }
}
