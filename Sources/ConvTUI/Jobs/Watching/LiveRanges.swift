/// Which values of a series still count.
///
/// A training that goes on from an earlier step writes its steps anew: what was written before and
/// stands at that step or later is superseded.
///
/// Source: TensorBoard 2.21, which drops the same values.
struct LiveRanges: Hashable, Sendable {
  /// The places of the values that count, ascending, and so are the steps at them.
  private(set) var ranges: [Range<Int>] = []

  var count: Int { ranges.reduce(0) { $0 + $1.count } }

  init() {}

  /// Ranges in which all of so many values count.
  init(all count: Int) { if count > 0 { ranges = [0..<count] } }

  /// Takes the next value.
  ///
  /// - Parameters:
  ///   - index: Its place, behind all others.
  ///   - steps: The step of each place before.
  /// - Returns: Whether it supersedes something.
  /// - Complexity: Amortized O(1) where the steps ascend.
  @discardableResult
  mutating func append(_ index: Int, step: Int64, _ steps: (Int) -> Int64) -> Bool {
    let isRestart = ranges.last.map { steps($0.upperBound - 1) >= step } ?? false
    if isRestart { cut(from: step, steps) }
    append(index)
    return isRestart
  }

  /// Takes the next value, whose step is greater than all before.
  mutating func append(_ index: Int) {
    if let last = ranges.last, last.upperBound == index {
      ranges[ranges.count - 1] = last.lowerBound..<index + 1
    } else {
      ranges.append(index..<index + 1)
    }
  }

  /// Takes away all values at a step or later.
  mutating func cut(from step: Int64, _ steps: (Int) -> Int64) {
    while let last = ranges.last, steps(last.upperBound - 1) >= step {
      var (low, high) = (last.lowerBound, last.upperBound)
      while low < high {
        let middle = (low + high) / 2
        if steps(middle) < step { low = middle + 1 } else { high = middle }
      }
      if low > last.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<low
        return
      }
      ranges.removeLast()
    }
  }

  func contains(_ index: Int) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= index { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(index)
  }
}

/// What is known of a series while it grows, beside its values.
struct SeriesTrack: Hashable, Sendable {
  private(set) var live = LiveRanges()
  private(set) var count = 0
  private(set) var least = Int64.max
  private(set) var most = Int64.min
  /// The steps at which the training went on from before.
  private(set) var restarts: [Int64] = []
  /// The place of the first value that is not finite.
  private(set) var firstLost: Int?

  /// At most so many restarts are kept.
  private static let mostRestarts = 1000

  /// Whether all values have one step: the program gave none.
  var hasNoSteps: Bool { count > 1 && least == most }

  /// Takes the next value.
  mutating func take(step: Int64, value: Double, _ steps: (Int) -> Int64) {
    if step > most {
      live.append(count)
    } else if live.append(count, step: step, steps), restarts.count < SeriesTrack.mostRestarts {
      restarts.append(step)
    }
    if firstLost == nil, !value.isFinite { firstLost = count }
    (least, most) = (min(least, step), max(most, step))
    count += 1
  }
}
