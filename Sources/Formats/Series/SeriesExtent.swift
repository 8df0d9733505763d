/// What is known of many values of a series together.
public struct SeriesExtent: Hashable, Sendable {
  /// The least and the greatest of the finite values, and the places of the first of each.
  public private(set) var least = Double.infinity
  public private(set) var greatest = -Double.infinity
  public private(set) var leastPlace: Int?
  public private(set) var greatestPlace: Int?
  /// Of the finite values.
  public internal(set) var sum = 0.0
  /// The place of the first value that is not finite.
  public private(set) var firstLost: Int?

  public init() {}

  mutating func take(_ value: Double, at place: Int) {
    guard value.isFinite else {
      if firstLost == nil { firstLost = place }
      return
    }
    sum += value
    if value < least { (least, leastPlace) = (value, place) }
    if value > greatest { (greatest, greatestPlace) = (value, place) }
  }

  /// Takes what is known of the values that follow.
  mutating func add(_ next: SeriesExtent) {
    sum += next.sum
    firstLost = firstLost ?? next.firstLost
    if next.least < least { (least, leastPlace) = (next.least, next.leastPlace) }
    if next.greatest > greatest { (greatest, greatestPlace) = (next.greatest, next.greatestPlace) }
  }
}
