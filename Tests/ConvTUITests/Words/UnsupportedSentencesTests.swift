import Formats
import Testing

@testable import ConvTUI

private typealias Unsupported = FormatError.Unsupported

private let arrays: [(Unsupported, String)] = [
  (.zip(.encrypted("x")), "the encrypted file “x”"),
  (.zip(.method(12, of: "x")), "“x” compressed by zip method 12"),
  (.zip(.nameOutside("../x")), "“../x”, a path outside the archive"),
  (.zip(.noArrays), "a zip archive without .npy arrays"),
  (.npy(.version(9)), "NumPy file format version 9"),
  (.npy(.structure), "a structured array with named fields"),
  (.npy(.elements(.complexNumbers, type: "c8")), "complex numbers (c8)"),
  (.npy(.elements(.objects, type: "O")), "Python objects (O)"),
  (.npy(.elements(.texts, type: "U1")), "strings (U1)"),
  (.npy(.elements(.dates, type: "M8[D]")), "dates or durations (M8[D])"),
  (.npy(.elements(.rawBytes, type: "V2")), "raw bytes (V2)"),
  (.npy(.elements(.unknown, type: "q")), "an unknown type (q)"),
].map { ($0, $1 + ", which cannot be read; real numbers as JSON, CSV, .npy or an image") }

private let jpeg: [(Unsupported, String)] = [
  (Unsupported.JPEG.components(2), "a JPEG with 2 colour channels"),
  (.bitsPerSample(12), "a JPEG with 12 bits per sample"),
  (.process(.cosine, isArithmetic: true), "a JPEG with arithmetic coding"),
  (.process(.lossless, isArithmetic: false), "a lossless JPEG"),
  (.process(.hierarchical, isArithmetic: false), "a hierarchical JPEG"),
  (.process(.lossless, isArithmetic: true), "a lossless JPEG with arithmetic coding"),
  (.process(.hierarchical, isArithmetic: true), "a hierarchical JPEG with arithmetic coding"),
].map {
  (
    .jpeg($0),
    $1 + ", which cannot be read; a baseline or progressive JPEG with 8 bits per sample, or a PNG,"
  )
}

private let bmp: [(Unsupported, String)] = [
  (Unsupported.BMP.headerSize(16), "a BMP whose header has 16 bytes"),
  (.bitsPerPixel(2), "a BMP with 2 bits per pixel"),
  (.compression(.rle8), "a BMP compressed as RLE8"),
  (.compression(.rle4), "a BMP compressed as RLE4"),
  (.compression(.jpeg), "a JPEG inside a BMP"), (.compression(.png), "a PNG inside a BMP"),
  (.compression(.other(11)), "a BMP with the compression 11"),
  (.masks([0xFF00_0005, 0xFF_0000, 0xFF00]), "a BMP with the masks FF000005, FF0000, FF00"),
].map {
  (
    .bmp($0),
    $1 + ", which cannot be read; an uncompressed BMP of 1, 4, 8, 16, 24 or 32 bits per pixel, or "
      + "a PNG,"
  )
}

private let torch: [(Unsupported, String)] = [
  (.torch(.noPickle), "a zip archive without PyTorch tensors"),
  (
    .torch(.onlyObjects(["posix.system", "a.b"])),
    "only objects that “posix.system, a.b” would create"
  ),
].map { ($0, $1 + ", which cannot be read; a state dict that torch.save wrote") }

private let others: [(Unsupported, String)] = [
  (
    .pam(tupleType: "RGB", depth: 1),
    "a PAM with TUPLTYPE “RGB” and DEPTH 1, which cannot be read; a PAM in black and white, grey or "
      + "RGB, with or without alpha, or a PNG,"
  ),
  (.utf16, "text in UTF-16, which cannot be read; text in UTF-8"),
]

private let all: [(Unsupported, String)] = [arrays, jpeg, bmp, torch, others].flatMap { $0 }

@Test(arguments: all)
func whatIsNotReadIsSaid(_ found: FormatError.Unsupported, phrase: String) {
  let error = FormatError.unsupported(found)
  #expect(words.sentence(error) == "It holds \(phrase) would work.")
  #expect(error.quotes == phrase.contains("“"))
}
