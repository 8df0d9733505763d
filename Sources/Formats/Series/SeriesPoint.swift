/// One value of a series.
public struct SeriesPoint: Hashable, Sendable {
  /// Among all values of the series.
  public let place: Int
  public let step: Int64
  /// In seconds since 1970; not a number where the values have no times.
  public let time: Double
  public var value: Double
}

/// A few of some values that follow each other: the first, the least, the greatest, the first that is not
/// finite, and the last, each once, in their order. So no spike is lost, nor where values are missing.
struct SeriesOutline: Sendable {
  let points: [SeriesPoint]
  /// Of all finite values.
  let sum: Double

  /// - Parameter points: Of all values; the points are chosen from them.
  init(_ points: [SeriesPoint], sum: Double) {
    self.points = SeriesOutline.places(in: points.map(\.value)).map { points[$0] }
    self.sum = sum
  }

  init(_ outlines: [SeriesOutline]) {
    self.init(outlines.flatMap(\.points), sum: outlines.reduce(0) { $0 + $1.sum })
  }

  /// Which of some values count, ascending.
  static func places(in values: some RandomAccessCollection<Double>) -> [Int] {
    guard !values.isEmpty else { return [] }
    var (least, greatest, lost): (Int?, Int?, Int?)
    var (low, high) = (Double.infinity, -Double.infinity)
    for (place, value) in values.enumerated() {
      guard value.isFinite else {
        lost = lost ?? place
        continue
      }
      if value < low { (low, least) = (value, place) }
      if value > high { (high, greatest) = (value, place) }
    }
    var places: [Int] = []
    for place in [0, least, greatest, lost, values.count - 1].compactMap({ $0 }).sorted()
    where place != places.last {
      places.append(place)
    }
    return places
  }

  /// What is known of all values.
  var extent: SeriesExtent {
    var extent = SeriesExtent()
    for point in points { extent.take(point.value, at: point.place) }
    extent.sum = sum
    return extent
  }
}
