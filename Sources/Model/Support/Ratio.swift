/// A fraction in lowest terms, with a denominator of at least 1.
public struct Ratio: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let numerator, denominator: Int

  /// - Precondition: A denominator of at least 1.
  public init(_ numerator: Int, over denominator: Int = 1) {
    precondition(denominator >= 1)
    var (a, b) = (numerator.magnitude, denominator.magnitude)
    while denominator > 1, b > 0 { (a, b) = (b, a % b) }
    let divisor = denominator > 1 ? Int(a) : 1
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  /// The largest whole number that is not above it.
  public var floor: Int {
    numerator >= 0
      ? numerator / denominator : -((denominator - 1 - numerator) / denominator)
  }

  /// The smallest whole number that is not below it.
  public var ceiling: Int {
    numerator > 0 ? (numerator - 1) / denominator + 1 : numerator / denominator
  }

  /// The sum; nil where it is beyond `Int`.
  public func plus(_ other: Ratio) -> Ratio? {
    if denominator == 1, other.denominator == 1 {
      let (sum, overflows) = numerator.addingReportingOverflow(other.numerator)
      return overflows ? nil : Ratio(sum)
    }
    let (a, first) = numerator.multipliedReportingOverflow(by: other.denominator)
    let (b, second) = other.numerator.multipliedReportingOverflow(by: denominator)
    let (sum, third) = a.addingReportingOverflow(b)
    let (product, fourth) = denominator.multipliedReportingOverflow(by: other.denominator)
    return first || second || third || fourth ? nil : Ratio(sum, over: product)
  }

  /// The product; nil where it is beyond `Int`.
  public func times(_ other: Ratio) -> Ratio? {
    let (above, first) = numerator.multipliedReportingOverflow(by: other.numerator)
    let (below, second) = denominator.multipliedReportingOverflow(by: other.denominator)
    return first || second ? nil : Ratio(above, over: below)
  }

  public static func < (left: Ratio, right: Ratio) -> Bool {
    let a = left.numerator.multipliedFullWidth(by: right.denominator)
    let b = right.numerator.multipliedFullWidth(by: left.denominator)
    return (a.high, a.low) < (b.high, b.low)
  }

  /// `3`, or `3/2`.
  public var description: String {
    denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }
}
