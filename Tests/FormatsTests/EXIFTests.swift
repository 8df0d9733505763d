import Testing

@testable import Formats

/// Tags with one entry before the orientation.
private func tags(_ value: UInt8, type: UInt8 = 3, isBigEndian: Bool) -> [UInt8] {
  func number(_ value: UInt8, _ size: Int) -> [UInt8] {
    let zeros = [UInt8](repeating: 0, count: size - 1)
    return isBigEndian ? zeros + [value] : [value] + zeros
  }
  let start = Array((isBigEndian ? "MM" : "II").utf8) + number(42, 2) + number(10, 4) + [9, 9]
  let tag: [UInt8] = isBigEndian ? [1, 0x12] : [0x12, 1]
  return start + number(2, 2) + number(7, 2) + number(2, 2) + number(1, 4) + number(0, 4)
    + tag + number(type, 2) + number(1, 4) + number(value, 2) + number(0, 2) + number(0, 4)
}

@Test(arguments: [false, true])
func orientationIsReadInBothByteOrders(_ isBigEndian: Bool) {
  for turn in Orientation.allCases {
    let bytes = tags(UInt8(turn.rawValue), isBigEndian: isBigEndian)
    #expect(EXIF.orientation(in: bytes) == turn)
    #expect(EXIF.orientation(in: bytes + [4]) == turn)
  }
}

@Test(arguments: [false, true])
func damagedTagsTurnNothing(_ isBigEndian: Bool) {
  for value in [0, 9, 255] as [UInt8] {
    #expect(EXIF.orientation(in: tags(value, isBigEndian: isBigEndian)) == .topLeft)
  }
  #expect(EXIF.orientation(in: tags(6, type: 4, isBigEndian: isBigEndian)) == .topLeft)
  let bytes = tags(6, isBigEndian: isBigEndian)
  for length in 0..<bytes.count - 6 {
    #expect(EXIF.orientation(in: Array(bytes.prefix(length))) == .topLeft)
  }
}
