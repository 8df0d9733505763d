import Model
import Testing

@testable import Formats

@Test func contentWinsOverTheNameForBinaryFormats() throws {
  for (file, format) in [
    ("a_f4.npy", TensorFormat.npy), ("png_grey.png", .image), ("jpeg_grey.jpg", .image),
    ("pnm_p2.pgm", .image), ("wc.npz", .npz),
  ] {
    for name in [file, "wrong.csv", "-", "no.such", ""] {
      #expect(try TensorFormat(of: SampleFile.bytes(file), name: name) == format)
    }
  }
}

@Test func everyKindOfImageIsKnownByItsContent() throws {
  for (file, name) in [
    ("png_grey.png", "PNG"), ("jpeg_grey.jpg", "JPEG"), ("pnm_p2.pgm", "netpbm"),
  ] {
    #expect(ImageDecoder.format(of: try SampleFile.bytes(file))?.name == name)
  }
}

@Test func textGoesByItsEndingElseByItsFirstCharacter() throws {
  func format(_ text: String, _ name: String) throws(FormatError) -> TensorFormat {
    try TensorFormat(of: Array(text.utf8), name: name)
  }
  #expect(try format("[[1]]", "-") == .json)
  #expect(try format("\u{FEFF} \n[[1]]", "/dev/fd/63") == .json)
  #expect(try format("1,2", "-") == .csv)
  #expect(try format("[[1]]", "dir.png/table.CSV") == .csv)
  #expect(try format("1", "a.json") == .json)
  #expect(try format("1", "a.png") == .image)
  #expect(throws: FormatError.unknownFormat(ending: "xyz")) { try format("1", "a.XYZ") }
  #expect(try format("[[1]]", "dir/.csv") == .json)
  #expect(throws: FormatError.noBytes) { try format("", "a.csv") }
}
