import Model
import Testing

@testable import Formats

private let images = ["png_", "pnm_", "jpeg_", "exif_", "bmp_"].flatMap(SampleFile.names)

@Test(arguments: images)
func headerTellsTheImageThatFollows(_ name: String) throws {
  let bytes = try SampleFile.bytes(name)
  let header = try ImageDecoder.header(bytes)
  let raster = try ImageDecoder.decode(bytes)
  #expect(header.width == raster.width && header.height == raster.height)
  #expect(header.sampleCount == raster.sampleCount && header.orientation == raster.orientation)
  guard case .words = raster.samples else {
    #expect(header.bits == 8)
    return
  }
  #expect(header.bits == 16)
}

@Test(arguments: SampleFile.names("exif_"))
func imageIsTurnedAsPillowTurnsIt(_ name: String) throws {
  let limit: Float = name.contains("png") ? 0 : 1.001 / 255
  #expect(difference(try SampleFile.tensor(name), try SampleFile.expected(name)) <= limit)
}

@Test func everyTurnIsTried() throws {
  for kind in ["exif_png", "exif_jpeg"] {
    let turns = try SampleFile.names(kind).map {
      try ImageDecoder.header(SampleFile.bytes($0)).orientation
    }
    #expect(turns == Orientation.allCases)
  }
}

@Test(arguments: [
  "png_grey.png", "png_rgb.png", "png_rgba.png", "png_palette_transparent.png", "pnm_p6.ppm",
  "jpeg_color.jpg", "jpeg_progressive.jpg", "jpeg_grey.jpg", "jpeg_cmyk.jpg", "jpeg_ycck.jpg",
  "jpeg_cmyk_plain.jpg",
])
func coloursAreThoseOfPillow(_ name: String) throws {
  let tensor = try TensorDecoder.decode(SampleFile.bytes(name), name: name, channels: .rgb)
  let expected = try SampleFile.expected("rgb_" + name)
  #expect(difference(tensor, expected) <= (name.hasSuffix("jpg") ? 1.001 / 255 : 0))
}

@Test func greyOfAJPEGIsItsLuma() throws {
  let bytes = try SampleFile.bytes("jpeg_color.jpg")
  let (grey, color) = (
    try ImageDecoder.decode(bytes, asGrey: true), try ImageDecoder.decode(bytes)
  )
  #expect(grey.sampleCount == 1 && color.sampleCount == 3)
  #expect(difference(grey.tensor(), color.tensor()) < 1.5 / 255)
}

@Test(arguments: images)
func imageIsRefusedBeforeItsPixelsAreLookedAt(_ name: String) throws {
  let bytes = try SampleFile.bytes(name)
  let header = try ImageDecoder.header(bytes)
  let pixels = header.width * header.height
  #expect(
    throws: FormatError.tooManyPixels(
      width: header.width, height: header.height, limit: pixels - 1)
  ) { try ImageDecoder.decode(bytes, maximumPixels: pixels - 1) }
  #expect(throws: Never.self) { try ImageDecoder.decode(bytes, maximumPixels: pixels) }
}

@Test(arguments: images)
func progressRisesToTheEndAndMayBeStopped(_ name: String) throws {
  let bytes = try SampleFile.bytes(name)
  var shares = [0.0]
  _ = try ImageDecoder.decode(bytes) { share in
    shares.append(share)
    return true
  }
  #expect(shares == shares.sorted() && shares.last == 1)
  for last in 1..<shares.count {
    var calls = 0
    #expect(throws: FormatError.cancelled) {
      try ImageDecoder.decode(bytes) { _ in
        calls += 1
        return calls < last
      }
    }
    #expect(calls == last)
  }
}

@Test func progressComesAtEveryHundredth() throws {
  let png = PNGWriter.encode([UInt8](repeating: 7, count: 3 * 2 * 450), width: 2, height: 450)
  let netpbm = Array("P5 1 450 255\n".utf8) + [UInt8](repeating: 1, count: 450)
  for bytes in [png, netpbm] {
    var last = 0.0
    _ = try ImageDecoder.decode(bytes) { share in
      #expect(share - last <= 0.01)
      last = share
      return true
    }
    #expect(last == 1)
  }
}

@Test func announcedPixelsThatCannotFollowAreNotAllocated() throws {
  var bytes = try SampleFile.bytes("png_rgb.png")
  bytes.replaceSubrange(16..<24, with: [0, 0, 0x27, 0x10, 0, 0, 0x27, 0x10])
  bytes = bytes.withRightChecksums
  #expect(try ImageDecoder.header(bytes).width == 10_000)
  #expect(throws: FormatError.corrupt(.endsEarly)) {
    try ImageDecoder.decode(bytes)
  }
}

@Test func thereIsALimitWhateverIsAllowed() throws {
  var bytes = try SampleFile.bytes("png_rgba16.png")
  let side = Int(Int32.max)
  bytes.replaceSubrange(16..<24, with: [0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF])
  #expect(
    throws: FormatError.tooManyPixels(
      width: side, height: side, limit: FormatError.maximumCount)
  ) { try ImageDecoder.decode(bytes.withRightChecksums, maximumPixels: .max) }
}

@Test func tensorOfPlanesHasItsOwnLimit() {
  let bytes = Array("P6 10000 10000 255 ".utf8)
  #expect(throws: FormatError.tooLarge(dimensions: [3, 10_000, 10_000])) {
    try TensorDecoder.decode(bytes, name: "-", channels: .rgb)
  }
}

@Test func sidesThatNothingCanBeDoneWithAreRefusedByTheHeader() throws {
  var bytes = try SampleFile.bytes("png_grey.png")
  bytes.replaceSubrange(16..<24, with: [0x0E, 0xE6, 0xB2, 0x7F, 0, 0, 0, 1])
  bytes = bytes.withRightChecksums
  #expect(throws: FormatError.tooLong(249_999_999)) { try ImageDecoder.decode(bytes) }
  #expect(throws: FormatError.tooLong(249_999_999)) {
    try TensorDecoder.decode(bytes, name: "-")
  }
}

@Test(arguments: [
  (ForeignFormat.webp, "RIFF\u{1}\u{2}\u{3}\u{4}WEBPVP8 "), (.gif, "GIF87a.."), (.gif, "GIF89a.."),
  (.tiff, "II*\0...."), (.tiff, "MM\0*...."), (.heic, "\0\0\0\u{18}ftypheic"),
  (.heic, "\0\0\0\u{18}ftypmif1"), (.avif, "\0\0\0\u{1C}ftypavif"),
  (.jxl, "\0\0\0\u{C}JXL \r\n"), (.jp2, "\0\0\0\u{C}jP  \r\n"),
])
func imagesThatAreNotReadAreNamedWhateverTheirEnding(_ image: ForeignFormat, _ start: String) {
  let bytes = Array(start.utf8)
  for name in ["x.png", "x.csv", "x", "-"] {
    #expect(throws: FormatError.foreign(image)) {
      try TensorDecoder.decode(bytes, name: name)
    }
  }
  #expect(throws: FormatError.foreign(image)) { try ImageDecoder.header(bytes) }
}

@Test func textIsNotTakenForAnImage() throws {
  for text in ["BM,1\n", "BMI,height,weight\n1,2,3\n", "II,1\n", "MM\n1", "GIF,1\n", "RIFF,1"] {
    #expect(try TensorFormat(of: Array(text.utf8), name: "x.csv") == .csv)
  }
}

@Test func otherFilesAreNoImages() throws {
  for bytes in [try SampleFile.bytes("a_f4.npy"), Array("1,2".utf8), []] {
    #expect(throws: FormatError.notAnImage) { try ImageDecoder.header(bytes) }
    #expect(throws: FormatError.notAnImage) { try ImageDecoder.decode(bytes) }
  }
}

@Test func writtenPNGReadsBack() throws {
  let pixels = (0..<3 * 7 * 5).map { UInt8(truncatingIfNeeded: $0 * 31) }
  let raster = try ImageDecoder.decode(PNGWriter.encode(pixels, width: 7, height: 5))
  #expect(
    raster == Raster(width: 7, height: 5, sampleCount: 3, samples: .bytes(pixels), maximum: 255))
}
