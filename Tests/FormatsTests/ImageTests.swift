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
  #expect(SampleFile.names("pnm_").count == 14)
  #expect(SampleFile.names("jpeg_").count == 9)
}

@Test func transparentPixelIsWhite() throws {
  #expect(try SampleFile.tensor("png_rgba.png")[0, 0] == 1)
}

@Test(arguments: [
  ("jpeg_stray.jpg", "extraneous bytes before marker 0xd9"),
  ("jpeg_between.jpg", "3 extraneous bytes"),
  ("jpeg_version.jpg", "unknown JFIF revision"),
])
func wholeJPEGThatBreaksARuleIsReadWithARemark(_ name: String, words: String) throws {
  var remarks: [FormatRemark] = []
  let bytes = try SampleFile.bytes(name)
  let tensor = try TensorDecoder.decode(bytes, name: name) { remarks.append($0) }
  #expect(difference(tensor, try SampleFile.expected(name)) < 1.001 / 255)
  #expect(remarks.count == 1)
  guard case .untidy(let text) = remarks.first else { return }
  #expect(text.contains(words), "\(text)")
}

@Test func tidyJPEGHasNoRemark() throws {
  for name in ["jpeg_color.jpg", "jpeg_progressive.jpg", "jpeg_cmyk.jpg"] {
    _ = try TensorDecoder.decode(SampleFile.bytes(name), name: name) {
      Issue.record("\(name): \($0)")
    }
  }
}

/// Where pixels are lost it is not read: here within a scan.
@Test func damagedPixelsAreNotARemark() throws {
  var bytes = try SampleFile.bytes("jpeg_color.jpg")
  bytes.replaceSubrange(bytes.count - 60..<bytes.count - 40, with: [0xFF, 0xD9])
  #expect(throws: FormatError.self) { try ImageDecoder.decode(bytes) }
}

@Test(arguments: [
  (0xC3, 8, FormatError.Unsupported.JPEG.process(.lossless, isArithmetic: false)),
  (0xC5, 8, .process(.hierarchical, isArithmetic: false)),
  (0xF7, 8, .process(.lossless, isArithmetic: false)),
  (0xCB, 8, .process(.lossless, isArithmetic: true)),
  (0xCD, 8, .process(.hierarchical, isArithmetic: true)),
  (0xC1, 12, .bitsPerSample(12)),
])
func uncommonJPEGIsNamed(
  _ frame: UInt8, _ precision: UInt8, found: FormatError.Unsupported.JPEG
) throws {
  var bytes = try SampleFile.bytes("jpeg_grey.jpg")
  let start = try #require(bytes.indices.first { bytes[$0...].starts(with: [0xFF, 0xC0]) })
  bytes[start + 1] = frame
  bytes[start + 4] = precision
  #expect(try JPEGSegments(bytes).peculiarity == found)
  #expect(throws: FormatError.unsupported(.jpeg(found))) { try ImageDecoder.decode(bytes) }
}

@Test(arguments: [
  "png_rgba16.png", "png_interlaced.png", "jpeg_color.jpg", "jpeg_progressive.jpg",
  "jpeg_cmyk.jpg", "pnm_p4.pbm", "pnm_pam_alpha.pam", "bmp_v5.bmp",
])
func everyCutImageIsCorrupt(_ name: String) throws {
  let bytes = try SampleFile.bytes(name)
  // Of a JPEG in one scan the mark at the end may be missing.
  let isOneScan = ["jpeg_color.jpg", "jpeg_cmyk.jpg"].contains(name)
  for length in 8..<bytes.count - (isOneScan ? 2 : 0) {
    #expect(throws: FormatError.self, "\(length) bytes") {
      try TensorDecoder.decode(Array(bytes.prefix(length)), name: name)
    }
  }
}

@Test(arguments: ["jpeg_color.jpg", "jpeg_grey.jpg", "jpeg_cmyk.jpg"])
func jpegWithoutItsEndIsReadAndSaid(_ name: String) throws {
  let bytes = try SampleFile.bytes(name)
  let whole = try ImageDecoder.decode(bytes)
  for missing in 1...2 {
    var remarks: [FormatRemark] = []
    let cut = try ImageDecoder.decode(
      bytes.dropLast(missing) as [UInt8], remark: { remarks.append($0) })
    #expect(cut == whole && remarks == [.untidy("Premature end of JPEG file")])
  }
}

@Test func cutImageSaysSo() throws {
  let png = try SampleFile.bytes("png_grey.png")
  #expect(throws: FormatError.corrupt(.endsEarly)) {
    try TensorDecoder.decode(png.dropLast(20), name: "-")
  }
  let jpeg = try SampleFile.bytes("jpeg_grey.jpg")
  #expect(throws: FormatError.corrupt(.library("Premature end of JPEG file"))) {
    try TensorDecoder.decode(jpeg.dropLast(20), name: "-")
  }
}

@Test(arguments: [
  ("P5 2 2 255 abc", FormatError.truncated(expectedBytes: 15, foundBytes: 14)),
  ("P2 2 1 255 7", .truncated(expectedBytes: 14, foundBytes: 12)),
  ("P2 1 1 255", .truncated(expectedBytes: 12, foundBytes: 10)),
  ("P2 2 1 255\n7 x", .notAWholeNumber(text: "x", digits: 9, line: 2, column: 3)),
  ("P5\n4000000000 2 255\n", .notAWholeNumber(text: "4000000000", digits: 9, line: 2, column: 1)),
  ("P2 1 1 9 10", .corrupt(.netpbm(.sample(10, maximum: 9)))),
  ("P5 1 1 9 \u{7F}", .corrupt(.netpbm(.sample(127, maximum: 9)))),
  ("P5 1 1 70000 a", .corrupt(.netpbm(.maximum(70_000)))),
  ("P5 99999 99999 255 a", .tooLarge(dimensions: [99_999, 99_999])),
  ("P5 0 3 255 ", .empty),
  ("P4 9 1 a", .truncated(expectedBytes: 9, foundBytes: 8)),
  ("P1 2 1 0", .truncated(expectedBytes: 9, foundBytes: 8)),
  ("P1 2 1 02", .notAWholeNumber(text: "2", digits: 1, line: 1, column: 9)),
  ("P4 20000000 1 a", .tooLong(20_000_000)),
  (
    "P7\nWIDTH 1\nHEIGHT 1\nDEPTH 1\nMAXVAL 1\nTUPLTYPE RGB\nENDHDR\na",
    .unsupported(.pam(tupleType: "RGB", depth: 1))
  ),
  ("P7\nWIDTH 1\nHEIGHT 1\nMAXVAL 1\nENDHDR\na", .corrupt(.netpbm(.noWord("DEPTH")))),
  ("P7\nWIDTH -1\n", .corrupt(.netpbm(.notAWholeNumber(after: "WIDTH", digits: 9)))),
  ("P7\nWIDTH 1\nHEI", .truncated(expectedBytes: 15, foundBytes: 14)),
  ("P7\nWHAT 1\n", .corrupt(.netpbm(.unknownWord("WHAT")))),
  ("P5 ", .truncated(expectedBytes: 4, foundBytes: 3)),
])
func brokenNetpbmIsRefused(_ text: String, error: FormatError) {
  #expect(throws: error) { try TensorDecoder.decode(Array(text.utf8), name: "-") }
}
