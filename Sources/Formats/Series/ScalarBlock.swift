import Synchronization

/// So many values of a series, with their steps and times: they change no longer, and all copies of the
/// series share them.
///
/// Regular steps take no memory, a value two to four bytes in single precision and up to eight in
/// double precision, a time mostly two or four. All come back the same to the last bit.
final class ScalarBlock: Sendable {
  static let length = 1024
  /// Of each part of so many values the least and the greatest are known too.
  static let part = 128

  private let steps: PackedIntegers
  private let times: PackedIntegers?
  private let values: PackedIntegers
  private let isSingle: Bool
  /// Of all its values, with their places in the series.
  let extent: SeriesExtent
  /// The places in the block of each part's least and greatest value.
  private let extremes: [UInt16]
  /// What was last asked for of its moving averages, which changes no longer either.
  private let averaged = Mutex<AveragedBlock?>(nil)

  /// - Parameters:
  ///   - steps: As many as `length`, and so are the values.
  ///   - times: As many, or none.
  ///   - start: The place of the first value in the series.
  init(steps: [Int64], times: [Double], values: [Double], start: Int) {
    self.steps = PackedIntegers(steps)
    self.times =
      times.isEmpty ? nil : PackedIntegers(times.map { Int64(bitPattern: $0.bitPattern) })
    isSingle = values.allSatisfy { $0.isNaN || Double(Float($0)) == $0 }
    self.values = PackedIntegers(
      isSingle
        ? values.map { Int64(Float($0).bitPattern) }
        : values.map { Int64(bitPattern: $0.bitPattern) })
    var extent = SeriesExtent()
    for (index, value) in values.enumerated() { extent.take(value, at: start + index) }
    self.extent = extent
    extremes = Swift.stride(from: 0, to: values.count, by: ScalarBlock.part).flatMap { start in
      let part = start..<min(values.count, start + ScalarBlock.part)
      let least = part.min { values[$0] < values[$1] } ?? start
      let greatest = part.max { values[$0] < values[$1] } ?? start
      return [UInt16(least), UInt16(greatest)]
    }
  }

  /// The places in the block of the first, the least, the greatest and the last value of all, or of
  /// each part, ascending; all places where some value is not finite.
  func outline(ofParts: Bool) -> [Int] {
    guard let least = extent.leastPlace, let greatest = extent.greatestPlace,
      extent.firstLost == nil
    else { return Array(0..<ScalarBlock.length) }
    let length = ofParts ? ScalarBlock.part : ScalarBlock.length
    return Swift.stride(from: 0, to: ScalarBlock.length, by: length).flatMap { start in
      let number = start / ScalarBlock.part
      let inner =
        ofParts
        ? [Int(extremes[2 * number]), Int(extremes[2 * number + 1])]
        : [least % ScalarBlock.length, greatest % ScalarBlock.length]
      return [start, inner.min()!, inner.max()!, start + length - 1]
    }
  }

  /// Some of the moving averages that began before the block `previous`, which comes before this one; what
  /// came before that counts for nothing. Nil where some value of the two is not finite.
  func averages(decay: Double, after previous: ScalarBlock) -> AveragedBlock? {
    guard extent.firstLost == nil, previous.extent.firstLost == nil else { return nil }
    return averaged.withLock { known in
      if let known, known.end.decay == decay { return known }
      var start = MovingAverage(decay: decay)
      for place in 0..<ScalarBlock.length { _ = start.take(previous.value(place)) }
      let found = AveragedBlock(self, from: start)
      known = found
      return found
    }
  }

  func step(_ index: Int) -> Int64 { steps[index] }

  /// - Precondition: It has times.
  func time(_ index: Int) -> Double { Double(bitPattern: UInt64(bitPattern: times![index])) }

  func value(_ index: Int) -> Double {
    let bits = values[index]
    return isSingle
      ? Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
      : Double(bitPattern: UInt64(bitPattern: bits))
  }

  /// The distance between its steps, where it is the same for all.
  var stride: Int64? { steps.stride }
}
