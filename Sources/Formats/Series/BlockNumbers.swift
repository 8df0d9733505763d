/// The steps, times and values of a block of a series, packed into bytes.
///
/// Regular steps take no room, a value up to four bytes in single precision and up to eight in double
/// precision, a time mostly three. All come back the same to the last bit.
///
///     3 × (base i64, slope i64, width i64): values, times, steps | flags i64 | 40 × place u16
///       | values | times | steps
struct BlockNumbers: Sendable {
  static let length = 1024
  /// It has so many parts, each with an outline of its own.
  private static let parts = 8

  let bytes: [UInt8]

  private static let (singleFlag, timeFlag) = (Int64(1), Int64(2))
  /// Where the places of the parts' outlines begin, how many there are at most, and where these end.
  private static let (placesStart, mostPlaces, header) = (80, 40, 160)

  /// - Parameters:
  ///   - steps: As many as `length`, and so are the values.
  ///   - times: As many, or none.
  init(steps: [Int64], times: [Double], values: [Double]) {
    let isSingle = values.allSatisfy { $0.isNaN || Double(Float($0)) == $0 }
    let numbers = [
      isSingle
        ? values.map { Int64(Float($0).bitPattern) }
        : values.map { Int64(bitPattern: $0.bitPattern) },
      times.isEmpty ? [0] : times.map { Int64(bitPattern: $0.bitPattern) },
      steps,
    ]
    let columns = numbers.map(PackedIntegers.init)
    let flags =
      (isSingle ? BlockNumbers.singleFlag : 0) | (times.isEmpty ? 0 : BlockNumbers.timeFlag)
    let size =
      BlockNumbers.header + columns.reduce(0) { $0 + $1.width } * BlockNumbers.length
      + PackedIntegers.slack
    bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      let all = UnsafeMutableRawBufferPointer(buffer)
      let words = columns.flatMap { [$0.base, $0.slope, Int64($0.width)] } + [flags]
      for (place, word) in words.enumerated() {
        all.storeBytes(of: word.littleEndian, toByteOffset: place * 8, as: Int64.self)
      }
      let places = BlockNumbers.partPlaces(values)
      for index in 0..<BlockNumbers.mostPlaces {
        // The last one again where there are fewer.
        let place = UInt16(places[min(index, places.count - 1)])
        all.storeBytes(
          of: place.littleEndian, toByteOffset: BlockNumbers.placesStart + index * 2,
          as: UInt16.self)
      }
      var at = BlockNumbers.header
      for (column, numbers) in zip(columns, numbers) {
        column.pack(numbers, into: UnsafeMutableRawBufferPointer(rebasing: all[at...]))
        at += column.width * BlockNumbers.length
      }
      for place in at..<size { all[place] = 0 }
      count = size
    }
  }

  /// - Parameter bytes: Those of a block; none where they were lost: then no value is a number.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Of each part of as many values as a block has, which places are its outline.
  static func partPlaces(_ values: [Double]) -> [Int] {
    let length = values.count / parts
    return Swift.stride(from: 0, to: values.count, by: length).flatMap { start in
      SeriesOutline.places(in: values[start..<start + length]).map { $0 + start }
    }
  }

  private func word(_ place: Int) -> Int64 {
    bytes.withUnsafeBytes {
      Int64(littleEndian: $0.loadUnaligned(fromByteOffset: place * 8, as: Int64.self))
    }
  }

  private func column(_ number: Int) -> PackedIntegers {
    PackedIntegers(
      base: word(3 * number), slope: word(3 * number + 1), width: Int(word(3 * number + 2)))
  }

  private func number(_ index: Int, of place: Int) -> Int64 {
    var before = 0
    for column in 0..<place { before += Int(word(3 * column + 2)) }
    return column(place).number(
      index, at: BlockNumbers.header + before * BlockNumbers.length, in: bytes)
  }

  func value(_ index: Int) -> Double {
    guard !bytes.isEmpty else { return .nan }
    let bits = number(index, of: 0)
    return word(9) & BlockNumbers.singleFlag != 0
      ? Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
      : Double(bitPattern: UInt64(bitPattern: bits))
  }

  /// Not a number where there are no times.
  func time(_ index: Int) -> Double {
    guard !bytes.isEmpty, word(9) & BlockNumbers.timeFlag != 0 else { return .nan }
    return Double(bitPattern: UInt64(bitPattern: number(index, of: 1)))
  }

  func step(_ index: Int) -> Int64 { bytes.isEmpty ? 0 : number(index, of: 2) }

  /// The places of the outlines of its parts, ascending.
  var partPlaces: [Int] {
    guard !bytes.isEmpty else { return [0, BlockNumbers.length - 1] }
    var places: [Int] = []
    bytes.withUnsafeBytes { bytes in
      for index in 0..<BlockNumbers.mostPlaces {
        let place = UInt16(
          littleEndian: bytes.loadUnaligned(
            fromByteOffset: BlockNumbers.placesStart + index * 2, as: UInt16.self))
        if Int(place) != places.last { places.append(Int(place)) }
      }
    }
    return places
  }

  /// The distance between the steps, where it is the same for all.
  var stride: Int64? { bytes.isEmpty ? nil : column(2).stride }
}
