import Model
import Testing

@testable import Formats

@Test(arguments: SampleFile.names("png_"))
func pngHasExactlyItsBrightness(_ name: String) throws {
  #expect(difference(try SampleFile.tensor(name), try SampleFile.expected(name)) == 0)
}

@Test(arguments: SampleFile.names("pnm_"))
func netpbmHasExactlyItsBrightness(_ name: String) throws {
  #expect(difference(try SampleFile.tensor(name), try SampleFile.expected(name)) == 0)
}

@Test(arguments: SampleFile.names("jpeg_"))
func jpegIsWithinOneStepOfPillow(_ name: String) throws {
  #expect(difference(try SampleFile.tensor(name), try SampleFile.expected(name)) < 1.001 / 255)
}

@Test func everyKindOfImageIsTried() {
  #expect(SampleFile.names("png_").count == 11)
  #expect(SampleFile.names("pnm_").count == 5)
  #expect(SampleFile.names("jpeg_").count == 3)
}

@Test func transparentPixelIsWhite() throws {
  #expect(try SampleFile.tensor("png_rgba.png")[0, 0] == 1)
}

@Test func printingColoursAreRefused() {
  #expect(
    throws: FormatError.unsupported(
      reason: "a JPEG in the printing colours CMYK", readable: .jpeg)
  ) {
    try SampleFile.tensor("no_cmyk.jpg")
  }
}

@Test(arguments: ["png_rgba16.png", "png_interlaced.png", "jpeg_color.jpg", "jpeg_progressive.jpg"])
func everyCutImageIsCorrupt(_ name: String) throws {
  let bytes = try SampleFile.bytes(name)
  for length in 8..<bytes.count {
    #expect(throws: FormatError.self, "\(length) bytes") {
      try TensorDecoder.decode(Array(bytes.prefix(length)), name: name)
    }
  }
}

@Test func cutImageSaysSo() throws {
  let png = try SampleFile.bytes("png_grey.png")
  #expect(throws: FormatError.corrupt(reason: "the file ends too early")) {
    try TensorDecoder.decode(png.dropLast(20), name: "-")
  }
  let jpeg = try SampleFile.bytes("jpeg_grey.jpg")
  #expect(throws: FormatError.corrupt(reason: "Premature end of JPEG file")) {
    try TensorDecoder.decode(jpeg.dropLast(20), name: "-")
  }
}

@Test(arguments: [
  ("P5 2 2 255 abc", FormatError.truncated(expectedBytes: 15, foundBytes: 14)),
  ("P2 2 1 255 7", .truncated(expectedBytes: 14, foundBytes: 12)),
  ("P2 1 1 255", .truncated(expectedBytes: 12, foundBytes: 10)),
  ("P2 2 1 255\n7 x", .notAWholeNumber(text: "x", digits: 9, line: 2, column: 3)),
  ("P5\n4000000000 2 255\n", .notAWholeNumber(text: "4000000000", digits: 9, line: 2, column: 1)),
  ("P2 1 1 9 10", .corrupt(reason: "sample 10 above the maximum 9")),
  ("P5 1 1 9 \u{7F}", .corrupt(reason: "sample 127 above the maximum 9")),
  ("P5 1 1 70000 a", .corrupt(reason: "maximum 70000")),
  ("P5 99999 99999 255 a", .tooLarge(dimensions: [99_999, 99_999])),
  ("P5 0 3 255 ", .empty),
  ("P4 1 1 a", .unsupported(reason: "the netpbm format P4", readable: .netpbm)),
  ("P5 ", .truncated(expectedBytes: 4, foundBytes: 3)),
])
func brokenNetpbmIsRefused(_ text: String, error: FormatError) {
  #expect(throws: error) { try TensorDecoder.decode(Array(text.utf8), name: "-") }
}
