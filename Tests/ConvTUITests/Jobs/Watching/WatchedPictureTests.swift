import Foundation
import Testing

@testable import ConvTUI
@testable import Formats

struct WatchedPictureTests {
  /// Of PNG the very pixels; two decoders of JPEG may round otherwise.
  @Test(arguments: [("photo", Float(1e-4)), ("digit", 1e-4), ("jpeg", 0.012)])
  func imagesHaveThePixelsThatPillowReads(_ tag: String, _ tolerance: Float) throws {
    let expected = try #require(try ViewsSample.witness.images[tag])
    let found = try ViewsSample.values(tag, Directory())
    #expect(found.count == expected.count)
    for (found, expected) in zip(found, expected) {
      let picture = try #require(try found.pictures.get().first)
      #expect((picture.width, picture.height) == (expected.width, expected.height))
      #expect(picture.pixels.shape.dimensions == expected.shape)
      #expect(
        zip(picture.pixels.elements, expected.pixels).allSatisfy { abs($0 - $1) <= tolerance })
    }
  }

  @Test func aLargeImageIsKeptSmallWithItsSize() throws {
    let file = Portable.map(width: 1000, height: 500) { _, column in column < 500 ? 0 : 255 }
    let picture = try WatchedPicture(file)
    #expect((picture.width, picture.height) == (1000, 500))
    #expect(picture.pixels.shape.dimensions == [1, 125, 250])
    #expect(picture.pixels[0, 0] == 0 && picture.pixels[124, 249] == 1)
    #expect(picture.brightness(atMost: 10).shape.columns <= 10)
    #expect(picture.brightness(atMost: .max) == picture.brightness)
  }

  @Test func whatIsNoImageSaysSo() throws {
    let value = ShownValue(value: .success(.images([[1, 2, 3]])))
    #expect(throws: FormatError.notAnImage) { try value.pictures.get() }
  }
}

/// Grey maps of the simplest format.
private enum Portable {
  static func map(width: Int, height: Int, _ pixel: (Int, Int) -> UInt8) -> [UInt8] {
    Array("P5 \(width) \(height) 255\n".utf8)
      + (0..<height).flatMap { row in (0..<width).map { pixel(row, $0) } }
  }
}
