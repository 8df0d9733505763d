/// Values at steps, in the order in which they came, of which there may be millions.
///
/// Appending is O(1), and so is a copy but for the last values: what is read can be passed on while
/// more is read.
public struct ScalarSeries: Sendable {
  private var blocks: [ScalarBlock] = []
  /// What has no block yet.
  private var steps: [Int64] = []
  private var times: [Double] = []
  private var values: [Double] = []

  public init() {}

  public var count: Int { blocks.count * ScalarBlock.length + steps.count }

  /// Appends a value.
  ///
  /// - Parameter time: In seconds since 1970; all values have one, or none has.
  public mutating func append(step: Int64, time: Double? = nil, _ value: Double) {
    steps.append(step)
    if let time { times.append(time) }
    values.append(value)
    guard steps.count == ScalarBlock.length else { return }
    blocks.append(
      ScalarBlock(
        steps: steps, times: times, values: values, start: blocks.count * ScalarBlock.length))
    steps.removeAll(keepingCapacity: true)
    times.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
  }

  public func step(_ index: Int) -> Int64 {
    let (block, place) = index.quotientAndRemainder(dividingBy: ScalarBlock.length)
    return block < blocks.count ? blocks[block].step(place) : steps[place]
  }

  /// - Precondition: The values have times.
  public func time(_ index: Int) -> Double {
    let (block, place) = index.quotientAndRemainder(dividingBy: ScalarBlock.length)
    return block < blocks.count ? blocks[block].time(place) : times[place]
  }

  public func value(_ index: Int) -> Double {
    let (block, place) = index.quotientAndRemainder(dividingBy: ScalarBlock.length)
    return block < blocks.count ? blocks[block].value(place) : values[place]
  }

  /// Whether another's values and steps are the first of these.
  public func starts(with other: ScalarSeries) -> Bool {
    guard other.count <= count else { return false }
    return (0..<other.count).allSatisfy { index in
      let (own, others) = (value(index), other.value(index))
      return step(index) == other.step(index) && (own == others || own.isNaN && others.isNaN)
    }
  }

  // MARK: Many at once

  /// Calls with each stretch of a range: whole blocks by their numbers, single values by their places.
  private func walk(
    _ range: Range<Int>, block: (Int) -> Bool, value: (Int) -> Bool
  ) {
    var at = range.lowerBound
    while at < range.upperBound {
      let number = at / ScalarBlock.length
      let end = at + ScalarBlock.length
      if number < blocks.count, at.isMultiple(of: ScalarBlock.length), end <= range.upperBound {
        guard block(number) else { return }
        at = end
      } else {
        guard value(at) else { return }
        at += 1
      }
    }
  }

  /// What is known of the values of a range together.
  ///
  /// - Complexity: O(blocks), and O(1024) at its ends.
  public func extent(of range: Range<Int>) -> SeriesExtent {
    var extent = SeriesExtent()
    walk(
      range,
      block: { number in
        extent.add(blocks[number].extent)
        return true
      },
      value: { place in
        extent.take(value(place), at: place)
        return true
      })
    return extent
  }

  /// The place of the first finite value of a range that is greater than a number.
  public func first(in range: Range<Int>, above limit: Double) -> Int? {
    var found: Int?
    walk(
      range,
      block: { number in
        guard blocks[number].extent.greatest > limit else { return true }
        let start = number * ScalarBlock.length
        found = (start..<start + ScalarBlock.length).first { isFinite($0, above: limit) }
        return found == nil
      },
      value: { place in
        if isFinite(place, above: limit) { found = place }
        return found == nil
      })
    return found
  }

  private func isFinite(_ place: Int, above limit: Double) -> Bool {
    let value = value(place)
    return value > limit && value < .infinity
  }

  /// Places of a range, all where they are few, else some of them: of each stretch of 128 or 1024 values
  /// the first, the least, the greatest and the last. So no spike is lost.
  ///
  /// - Parameter limit: How many are few.
  public func outline(of range: Range<Int>, limit: Int) -> [Int] {
    guard range.count > limit else { return Array(range) }
    let ofParts = range.count <= limit * ScalarBlock.part / 4
    var places: [Int] = []
    walk(
      range,
      block: { number in
        let start = number * ScalarBlock.length
        for place in blocks[number].outline(ofParts: ofParts) where start + place != places.last {
          places.append(start + place)
        }
        return true
      },
      value: { place in
        places.append(place)
        return true
      })
    return places
  }

  /// Moving averages of a range, with their places: of all values where they are few, else of as many as
  /// `outline` gives, the least and the greatest averages among them.
  ///
  /// - Parameters:
  ///   - limit: How many are few.
  ///   - average: As it was before the range; then as it is after it.
  public func averages(
    of range: Range<Int>, limit: Int, _ average: inout MovingAverage
  ) -> [(place: Int, value: Double)] {
    let isFew = range.count <= limit
    let ofParts = range.count <= limit * ScalarBlock.part / 4
    var points: [(place: Int, value: Double)] = []
    walk(
      range,
      block: { number in
        let start = number * ScalarBlock.length
        if !isFew, start - ScalarBlock.length >= range.lowerBound,
          let known = blocks[number].averages(decay: average.decay, after: blocks[number - 1])
        {
          let few = ofParts ? known.parts : known.whole
          for point in few where start + point.place != points.last?.place {
            points.append((start + point.place, point.value))
          }
          average = known.end
        } else {
          for place in start..<start + ScalarBlock.length {
            points.append((place, average.take(value(place))))
          }
        }
        return true
      },
      value: { place in
        points.append((place, average.take(value(place))))
        return true
      })
    return points
  }

  /// Adds the steps of a range to others, all of which are less.
  public func addSteps(of range: Range<Int>, to runs: inout StepRuns) {
    walk(
      range,
      block: { number in
        let block = blocks[number]
        if let stride = block.stride, stride > 0 {
          runs.append(first: block.step(0), stride: stride, count: ScalarBlock.length)
        } else {
          for place in 0..<ScalarBlock.length { runs.append(block.step(place)) }
        }
        return true
      },
      value: { place in
        runs.append(step(place))
        return true
      })
  }
}
