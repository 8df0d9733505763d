/// Whole numbers that lie near a straight line, packed into bytes: of each number only what it lies above
/// the line, in as few bytes as that takes, none for numbers on the line itself.
struct PackedIntegers {
  /// The first number, and about what each next one is greater by.
  let base, slope: Int64
  /// The bytes of each number, 0 to 8.
  let width: Int

  /// So many bytes may be read behind the last number, of which nothing counts.
  static let slack = 8

  /// Finds the line of some numbers, at least one.
  init(_ numbers: [Int64]) {
    let last = numbers[numbers.count - 1]
    base = numbers[0]
    slope = numbers.count == 1 ? 0 : (last &- base) / Int64(numbers.count - 1)
    var (least, greatest, line) = (Int64(0), Int64(0), base)
    for number in numbers {
      let rest = number &- line
      least = min(least, rest)
      greatest = max(greatest, rest)
      line &+= slope
    }
    // One bit more than the digits: the sign.
    let bits = max((least ^ (least >> 63)).usedBits, greatest.usedBits)
    width = bits == 0 && least == 0 ? 0 : bits / 8 + 1
  }

  init(base: Int64, slope: Int64, width: Int) {
    (self.base, self.slope, self.width) = (base, slope, width)
  }

  /// Writes the numbers from which the line was made.
  ///
  /// - Parameter bytes: With room for `slack` bytes more, which may be overwritten.
  func pack(_ numbers: [Int64], into bytes: UnsafeMutableRawBufferPointer) {
    guard width > 0 else { return }
    var (line, at) = (base, 0)
    for number in numbers {
      // What is too much is overwritten by the next.
      bytes.storeBytes(of: (number &- line).littleEndian, toByteOffset: at, as: Int64.self)
      line &+= slope
      at += width
    }
  }

  /// One of the numbers that stand in `bytes` from an offset on.
  func number(_ index: Int, at offset: Int, in bytes: [UInt8]) -> Int64 {
    let line = base &+ slope &* Int64(index)
    guard width > 0 else { return line }
    let word = bytes.withUnsafeBytes {
      Int64(littleEndian: $0.loadUnaligned(fromByteOffset: offset + index * width, as: Int64.self))
    }
    let unused = Int64(64 - 8 * width)
    return line &+ ((word << unused) >> unused)
  }

  /// The distance from each number to the next, where it is the same for all.
  var stride: Int64? { width == 0 ? slope : nil }
}

extension Int64 {
  /// Of a number that is not negative, without leading zeros.
  fileprivate var usedBits: Int { Int64.bitWidth - leadingZeroBitCount }
}
