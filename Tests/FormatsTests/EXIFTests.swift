import Testing

@testable import Formats

/// Tags with one entry before the orientation.
///
/// - Parameters:
///   - type: TIFF's number for the type of the orientation, of `size` bytes.
///   - count: How many numbers there are; all are the value.
private func tags(
  _ value: UInt8, type: UInt8 = 3, size: Int = 2, count: UInt8 = 1, isBigEndian: Bool
) -> [UInt8] {
  func number(_ value: UInt8, _ size: Int) -> [UInt8] {
    let zeros = [UInt8](repeating: 0, count: size - 1)
    return isBigEndian ? zeros + [value] : [value] + zeros
  }
  let start = Array((isBigEndian ? "MM" : "II").utf8) + number(42, 2) + number(10, 4) + [9, 9]
  let tag: [UInt8] = isBigEndian ? [1, 0x12] : [0x12, 1]
  let values = (0..<count).flatMap { _ in number(value, size) }
  let entry =
    values.count > 4 ? number(40, 4) : values + [UInt8](repeating: 0, count: 4 - values.count)
  return start + number(2, 2) + number(7, 2) + number(2, 2) + number(1, 4) + number(0, 4)
    + tag + number(type, 2) + number(count, 4) + entry + number(0, 4)
    + (values.count > 4 ? values : [])
}

@Test(arguments: [false, true])
func orientationIsReadInBothByteOrders(_ isBigEndian: Bool) {
  for turn in Orientation.allCases {
    let bytes = tags(UInt8(turn.rawValue), isBigEndian: isBigEndian)
    #expect(EXIF.orientation(in: bytes) == turn)
    #expect(EXIF.orientation(in: bytes + [4]) == turn)
  }
}

/// As Pillow 13 takes them: whole numbers of any size but the types for bytes and text; the first counts.
@Test(arguments: [false, true])
func orientationMayBeAnyWholeNumber(_ isBigEndian: Bool) {
  let types: [(type: UInt8, size: Int, isRead: Bool)] = [
    (1, 1, false), (2, 1, false), (3, 2, true), (4, 4, true), (6, 1, true), (7, 1, false),
    (8, 2, true), (9, 4, true), (13, 4, true), (16, 8, true), (17, 8, false),
  ]
  for (type, size, isRead) in types {
    for count in 0...3 as ClosedRange<UInt8> {
      let bytes = tags(6, type: type, size: size, count: count, isBigEndian: isBigEndian)
      #expect(
        EXIF.orientation(in: bytes) == (isRead && count > 0 ? .rightTop : .topLeft),
        "type \(type), \(count) numbers")
    }
  }
}

@Test(arguments: [false, true])
func damagedTagsTurnNothing(_ isBigEndian: Bool) {
  for value in [0, 9, 255] as [UInt8] {
    #expect(EXIF.orientation(in: tags(value, isBigEndian: isBigEndian)) == .topLeft)
    #expect(
      EXIF.orientation(in: tags(value, type: 4, size: 4, isBigEndian: isBigEndian)) == .topLeft)
  }
  let bytes = tags(6, isBigEndian: isBigEndian)
  for length in 0..<bytes.count - 6 {
    #expect(EXIF.orientation(in: Array(bytes.prefix(length))) == .topLeft)
  }
}
