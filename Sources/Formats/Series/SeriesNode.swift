import Synchronization

/// Values of a series that follow each other and change no longer, so that all copies of the series share
/// them: a block, or several nodes of one size.
///
/// What a picture needs is in memory, about 300 bytes a block. The values stand where the store keeps them.
final class SeriesNode: Sendable {
  private enum Content: Sendable {
    case block(NumberStore.Place)
    case nodes([SeriesNode])
  }

  /// So many nodes make one.
  static let fanOut = 8

  /// Their places in the series.
  let range: Range<Int>
  let outline: SeriesOutline
  /// The distance between the steps, where it is the same for all.
  let stride: Int64?
  private let content: Content
  private let store: NumberStore
  /// What was last asked for of the moving averages.
  private let averaged = Mutex<SeriesAverages?>(nil)

  /// Makes a block.
  ///
  /// - Parameters:
  ///   - steps: As many as a block has, and so are the values.
  ///   - times: As many, or none.
  ///   - start: The place of the first value in the series.
  init(
    steps: [Int64], times: [Double], values: [Double], start: Int, in store: NumberStore
  ) {
    let numbers = BlockNumbers(steps: steps, times: times, values: values)
    range = start..<start + BlockNumbers.length
    stride = numbers.stride
    outline = SeriesOutline(
      numbers.partPlaces.map {
        SeriesPoint(
          place: start + $0, step: steps[$0], time: times.isEmpty ? .nan : times[$0],
          value: values[$0])
      }, sum: values.reduce(0) { $1.isFinite ? $0 + $1 : $0 })
    self.store = store
    content = .block(store.keep(numbers.bytes))
  }

  /// Makes one node of several, each of which begins where the one before ends.
  init(_ nodes: [SeriesNode]) {
    range = nodes[0].range.lowerBound..<nodes[nodes.count - 1].range.upperBound
    outline = SeriesOutline(nodes.map(\.outline))
    let stride = nodes[0].stride
    let isRegular = zip(nodes, nodes.dropFirst()).allSatisfy { before, next in
      next.stride == stride && next.first.step == before.last.step &+ (stride ?? 0)
    }
    self.stride = isRegular ? stride : nil
    store = nodes[0].store
    content = .nodes(nodes)
  }

  deinit { if case .block(let place) = content { store.drop(place) } }

  var count: Int { range.count }
  var first: SeriesPoint { outline.points[0] }
  var last: SeriesPoint { outline.points[outline.points.count - 1] }

  /// The block with a place of the series, and its number in the block.
  func numbers(at place: Int) -> (BlockNumbers, Int) {
    switch content {
    case .block(let kept): (BlockNumbers(store.bytes(kept)), place - range.lowerBound)
    case .nodes(let nodes):
      nodes[(place - range.lowerBound) / nodes[0].count].numbers(at: place)
    }
  }

  /// A stretch of a series: all values of a node, or one alone.
  enum Stretch {
    case node(SeriesNode)
    case point(SeriesPoint)
  }

  /// Calls with each stretch of a range.
  ///
  /// - Parameters:
  ///   - size: The most values of a node that is wanted as a whole.
  ///   - body: Answers whether to go on.
  /// - Returns: What it answered last.
  func walk(_ range: Range<Int>, atMost size: Int, _ body: (Stretch) -> Bool) -> Bool {
    let common = range.clamped(to: self.range)
    guard !common.isEmpty else { return true }
    if common == self.range, count <= size { return body(.node(self)) }
    switch content {
    case .nodes(let nodes): return nodes.allSatisfy { $0.walk(common, atMost: size, body) }
    case .block(let kept):
      let numbers = BlockNumbers(store.bytes(kept))
      let start = self.range.lowerBound
      return common.allSatisfy { body(.point(SeriesPoint(numbers, $0 - start, start: start))) }
    }
  }

  // MARK: Pictures

  /// The points of the outline, or of those of the parts of a block.
  func points(ofParts: Bool) -> [SeriesPoint] {
    guard ofParts, case .block(let kept) = content else { return outline.points }
    let numbers = BlockNumbers(store.bytes(kept))
    return numbers.partPlaces.map { SeriesPoint(numbers, $0, start: range.lowerBound) }
  }

  /// The points of the moving averages.
  ///
  /// - Parameter start: After the last value before the node.
  func averages(from start: MovingAverage, ofParts: Bool) -> SeriesAverages {
    averaged.withLock { known in
      if let known, known.start == start, known.isOfParts == ofParts { return known }
      let found = foundAverages(from: start, ofParts: ofParts)
      known = found
      return found
    }
  }

  private func foundAverages(from start: MovingAverage, ofParts: Bool) -> SeriesAverages {
    var average = start
    var points: [SeriesPoint] = []
    switch content {
    case .nodes(let nodes):
      for node in nodes {
        let found = node.foundAverages(from: average, ofParts: false)
        points += found.points
        average = found.end
      }
      points = SeriesOutline(points, sum: 0).points
    case .block(let kept):
      let numbers = BlockNumbers(store.bytes(kept))
      let values = (0..<BlockNumbers.length).map { average.take(numbers.value($0)) }
      let places = ofParts ? BlockNumbers.partPlaces(values) : SeriesOutline.places(in: values)
      points = places.map {
        var point = SeriesPoint(numbers, $0, start: range.lowerBound)
        point.value = values[$0]
        return point
      }
    }
    return SeriesAverages(start: start, end: average, isOfParts: ofParts, points: points)
  }
}

/// A few of the moving averages of some values.
final class SeriesAverages: Sendable {
  /// Before the first value, and after the last.
  let start, end: MovingAverage
  let isOfParts: Bool
  let points: [SeriesPoint]

  init(start: MovingAverage, end: MovingAverage, isOfParts: Bool, points: [SeriesPoint]) {
    (self.start, self.end, self.isOfParts, self.points) = (start, end, isOfParts, points)
  }
}

extension SeriesPoint {
  /// - Parameters:
  ///   - index: In the block.
  ///   - start: The place of the block's first value.
  fileprivate init(_ numbers: BlockNumbers, _ index: Int, start: Int) {
    self.init(
      place: start + index, step: numbers.step(index), time: numbers.time(index),
      value: numbers.value(index))
  }
}
