import Model
import Testing

@testable import Formats

@Test(arguments: SampleFile.names("bmp_"))
func bmpIsThatOfPillow(_ name: String) throws {
  let bytes = try SampleFile.bytes(name)
  for start in ["x.bmp", "x.csv", "-"] {
    #expect(
      difference(try TensorDecoder.decode(bytes, name: start), try SampleFile.expected(name)) == 0)
  }
  let planes = try TensorDecoder.decode(bytes, name: name, channels: .rgb)
  #expect(difference(planes, try SampleFile.expected("rgb_" + name)) == 0)
}

@Test func everyKindOfBMPIsTried() {
  #expect(SampleFile.names("bmp_").count == 19)
}

/// A region of an image that is stored from below reads the same elements as the whole.
@Test func regionOfABMPIsAPartOfIt() throws {
  let raster = try ImageDecoder.decode(SampleFile.bytes("bmp_rgb.bmp"))
  let whole = try SampleFile.expected("bmp_rgb.bmp")
  let part = raster.region(rows: 1..<4, columns: 2..<6)
  for row in 0..<3 {
    for column in 0..<4 { #expect(part[row, column] == whole[row + 1, column + 2]) }
  }
}

@Test func lastRowOfABMPMayLackWhatFillsItUp() throws {
  let bytes = try SampleFile.bytes("bmp_rgb.bmp")
  let whole = try ImageDecoder.decode(bytes)
  #expect(try ImageDecoder.decode(bytes.dropLast(3) as [UInt8]) == whole)
  #expect(
    throws: FormatError.truncated(expectedBytes: bytes.count - 3, foundBytes: bytes.count - 4)
  ) { try ImageDecoder.decode(bytes.dropLast(4) as [UInt8]) }
}

@Test(arguments: [
  (28, [2, 0], FormatError.Unsupported.BMP.bitsPerPixel(2)), (30, [1], .compression(.rle8)),
  (30, [2], .compression(.rle4)), (30, [4], .compression(.jpeg)),
  (30, [5], .compression(.png)), (30, [11], .compression(.other(11))),
  (14, [16], .headerSize(16)),
])
func uncommonBMPIsNamed(
  _ place: Int, _ bytes: [UInt8], found: FormatError.Unsupported.BMP
) throws {
  try expectFailure("bmp_grey.bmp", place, bytes, .unsupported(.bmp(found)))
}

@Test func masksThatAreNoSamplesAreNamed() throws {
  try expectFailure(
    "bmp_masks.bmp", 54, [5],
    .unsupported(.bmp(.masks([0xFF00_0005, 0xFF_0000, 0xFF00]))))
}

@Test(arguments: [
  (18, [255, 255, 255, 255], FormatError.corrupt(.bmp(.width(-1)))),
  (18, [0, 0, 0, 0], .empty), (22, [0, 0, 0, 0], .empty),
  (18, [255, 255, 255, 127], .tooManyPixels(width: 2_147_483_647, height: 5)),
  (22, [0, 0, 0, 128], .tooManyPixels(width: 7, height: 2_147_483_648)),
  (18, [0, 0, 0, 1, 1, 0, 0, 0], .truncated(expectedBytes: 50_331_702, foundBytes: 174)),
  (18, [1, 0, 0, 1, 1, 0, 0, 0], .tooLong(16_777_217)),

  (22, [6], .truncated(expectedBytes: 195, foundBytes: 174)),
  (10, [20, 0, 0, 0], .corrupt(.bmp(.pixelsWithinHeader(begin: 20, headerEnd: 54)))),
])
func brokenBMPIsRefused(_ place: Int, _ bytes: [UInt8], error: FormatError) throws {
  try expectFailure("bmp_rgb.bmp", place, bytes, error)
}

@Test func coloursOfAPaletteAreLookedFor() throws {
  try expectFailure(
    "bmp_few_colors.bmp", 74 + 2 * 8 + 3, [5],
    .corrupt(.bmp(.color(5, paletteCount: 5, row: 3, column: 4))))
  try expectFailure("bmp_few_colors.bmp", 10, [54], .corrupt(.bmp(.noPalette)))
}

/// Decodes a file with other bytes from a place on.
private func expectFailure(
  _ name: String, _ place: Int, _ replacement: [UInt8], _ error: FormatError
) throws {
  var bytes = try SampleFile.bytes(name)
  bytes.replaceSubrange(place..<place + replacement.count, with: replacement)
  #expect(throws: error) { try ImageDecoder.decode(bytes) }
}

extension FormatError {
  fileprivate static func tooManyPixels(width: Int, height: Int) -> FormatError {
    .tooManyPixels(width: width, height: height, limit: maximumCount)
  }
}
