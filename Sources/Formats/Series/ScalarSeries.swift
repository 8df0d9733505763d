/// Values at steps, in the order in which they came, of which there may be hundreds of millions.
///
/// Appending is O(1), and so is a copy but for the last values: what is read can be passed on while
/// more is read. What is asked of many values takes O(log values), but for 1024 at the ends.
public struct ScalarSeries: Sendable {
  /// Blocks that belong to no greater node yet, nodes of these, and so on: fewer than `fanOut` of each
  /// size. The greatest hold the first values.
  private var levels: [[SeriesNode]] = []
  /// How many values there are in the nodes.
  private var nodeCount = 0
  /// What has no block yet.
  private var steps: [Int64] = []
  private var times: [Double] = []
  private var values: [Double] = []
  private let store: NumberStore

  /// - Parameter store: Keeps the values.
  public init(in store: NumberStore = .shared) { self.store = store }

  public var count: Int { nodeCount + steps.count }

  /// Appends a value.
  ///
  /// - Parameter time: In seconds since 1970; all values have one, or none has.
  public mutating func append(step: Int64, time: Double? = nil, _ value: Double) {
    if steps.count == ScalarSeries.many { reserveBlock(withTimes: time != nil) }
    steps.append(step)
    if let time { times.append(time) }
    values.append(value)
    guard steps.count == BlockNumbers.length else { return }
    add(SeriesNode(steps: steps, times: times, values: values, start: nodeCount, in: store), 0)
    nodeCount += steps.count
    steps.removeAll(keepingCapacity: true)
    times.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
  }

  /// With so many values, there is room for a whole block; without, it would double beyond that.
  private static let many = 64

  private mutating func reserveBlock(withTimes hasTimes: Bool) {
    steps.reserveCapacity(BlockNumbers.length)
    values.reserveCapacity(BlockNumbers.length)
    if hasTimes { times.reserveCapacity(BlockNumbers.length) }
  }

  private mutating func add(_ node: SeriesNode, _ level: Int) {
    if level == levels.count { levels.append([]) }
    levels[level].append(node)
    guard levels[level].count == SeriesNode.fanOut else { return }
    add(SeriesNode(levels[level]), level + 1)
    levels[level] = []
  }

  // MARK: One value

  private func numbers(at place: Int) -> (BlockNumbers, Int) {
    for nodes in levels.reversed() {
      guard let first = nodes.first, let last = nodes.last, place < last.range.upperBound else {
        continue
      }
      return nodes[(place - first.range.lowerBound) / first.count].numbers(at: place)
    }
    preconditionFailure("no value at \(place)")
  }

  public func step(_ index: Int) -> Int64 {
    guard index < nodeCount else { return steps[index - nodeCount] }
    let (numbers, place) = numbers(at: index)
    return numbers.step(place)
  }

  /// Not a number where the values have no times.
  public func time(_ index: Int) -> Double {
    guard index < nodeCount else { return times.isEmpty ? .nan : times[index - nodeCount] }
    let (numbers, place) = numbers(at: index)
    return numbers.time(place)
  }

  public func value(_ index: Int) -> Double {
    guard index < nodeCount else { return values[index - nodeCount] }
    let (numbers, place) = numbers(at: index)
    return numbers.value(place)
  }

  // MARK: Many at once

  /// Calls with each stretch of a range, as long as it is answered true.
  ///
  /// - Parameter size: The most values of a node that is wanted as a whole.
  private func walk(
    _ range: Range<Int>, atMost size: Int = .max, _ body: (SeriesNode.Stretch) -> Bool
  ) {
    for nodes in levels.reversed() {
      for node in nodes { guard node.walk(range, atMost: size, body) else { return } }
    }
    for place in range.clamped(to: nodeCount..<count) {
      let index = place - nodeCount
      let point = SeriesPoint(
        place: place, step: steps[index], time: times.isEmpty ? .nan : times[index],
        value: values[index])
      guard body(.point(point)) else { return }
    }
  }

  /// Calls with each value of a range, as long as it is answered true.
  public func forEach(in range: Range<Int>, _ body: (SeriesPoint) -> Bool) {
    walk(range, atMost: 0) { stretch in
      guard case .point(let point) = stretch else { return true }
      return body(point)
    }
  }

  /// Whether another's values and steps are the first of these.
  public func starts(with other: ScalarSeries) -> Bool {
    guard other.count <= count else { return false }
    var isSame = true
    forEach(in: 0..<other.count) { point in
      let value = other.value(point.place)
      isSame =
        point.step == other.step(point.place)
        && (point.value == value || point.value.isNaN && value.isNaN)
      return isSame
    }
    return isSame
  }

  /// What is known of the values of a range together.
  public func extent(of range: Range<Int>) -> SeriesExtent {
    var extent = SeriesExtent()
    walk(range) { stretch in
      switch stretch {
      case .node(let node): extent.add(node.outline.extent)
      case .point(let point): extent.take(point.value, at: point.place)
      }
      return true
    }
    return extent
  }

  /// The place of the first finite value of a range that is greater than a number.
  public func first(in range: Range<Int>, above limit: Double) -> Int? {
    first(in: range, above: limit, atMost: .max)
  }

  private func first(in range: Range<Int>, above limit: Double, atMost size: Int) -> Int? {
    var found: Int?
    walk(range, atMost: size) { stretch in
      switch stretch {
      case .node(let node):
        if node.outline.extent.greatest > limit {
          found = first(in: node.range, above: limit, atMost: node.count - 1)
        }
      case .point(let point):
        if point.value > limit, point.value < .infinity { found = point.place }
      }
      return found == nil
    }
    return found
  }

  /// Adds the steps of a range to others, all of which are less; where they are irregular and very many,
  /// some of them.
  public func addSteps(of range: Range<Int>, to runs: inout StepRuns) {
    let size = range.count > ScalarSeries.manySteps ? BlockNumbers.length : 0
    addSteps(of: range, atMost: .max, some: size, to: &runs)
  }

  /// So many irregular steps are all kept.
  private static let manySteps = 1 << 20

  private func addSteps(
    of range: Range<Int>, atMost size: Int, some: Int, to runs: inout StepRuns
  ) {
    walk(range, atMost: size) { stretch in
      switch stretch {
      case .node(let node):
        if let stride = node.stride, stride > 0 {
          runs.append(first: node.first.step, stride: stride, count: node.count)
        } else if node.count <= some {
          for point in node.outline.points { runs.append(point.step) }
        } else {
          addSteps(of: node.range, atMost: node.count - 1, some: some, to: &runs)
        }
      case .point(let point): runs.append(point.step)
      }
      return true
    }
  }
}

// MARK: Pictures

extension ScalarSeries {
  /// How a range is looked at, so that there are about `limit` points: the most values of a node, and
  /// whether a block is seen in parts.
  private static func grain(_ range: Range<Int>, _ limit: Int) -> (size: Int, ofParts: Bool) {
    guard range.count > limit else { return (0, false) }
    // Four points stand for the values of a node.
    var size = BlockNumbers.length / SeriesNode.fanOut
    while 4 * (range.count / size) > limit { size *= SeriesNode.fanOut }
    return (max(size, BlockNumbers.length), size < BlockNumbers.length)
  }

  /// Values of a range, all where they are few, else some of them: of stretches of 128, 1024, 8192 and so
  /// on the first, the least, the greatest, the first that is not finite, and the last. So no spike is
  /// lost.
  ///
  /// - Parameter limit: How many are few.
  public func outline(of range: Range<Int>, limit: Int) -> [SeriesPoint] {
    let (size, ofParts) = ScalarSeries.grain(range, limit)
    var points: [SeriesPoint] = []
    walk(range, atMost: size) { stretch in
      switch stretch {
      case .node(let node): points += node.points(ofParts: ofParts)
      case .point(let point): points.append(point)
      }
      return true
    }
    return points
  }

  /// Moving averages of a range: of all values where they are few, else of as many as `outline` gives, the
  /// least and the greatest averages among them.
  ///
  /// - Parameters:
  ///   - limit: How many are few.
  ///   - average: As it was before the range; then as it is after it.
  public func averages(
    of range: Range<Int>, limit: Int, _ average: inout MovingAverage
  ) -> [SeriesPoint] {
    let (size, ofParts) = ScalarSeries.grain(range, limit)
    var points: [SeriesPoint] = []
    walk(range, atMost: size) { stretch in
      switch stretch {
      case .node(let node):
        let found = node.averages(from: average, ofParts: ofParts)
        points += found.points
        average = found.end
      case .point(var point):
        point.value = average.take(point.value)
        points.append(point)
      }
      return true
    }
    return points
  }
}
