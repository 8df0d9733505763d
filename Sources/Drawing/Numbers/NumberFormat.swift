/// One way to write all the numbers of a plane, so that they stand under each other.
public struct NumberFormat: Hashable, Sendable {
  /// Nil writes each number as a mantissa and a power of ten.
  private let decimals: Int?
  /// Whether each number is rounded by itself to the columns that there are.
  private var isFitted = false
  /// The cells that the longest of the numbers takes.
  public let width: Int
  /// The cells of the longest without its sign.
  public let digits: Int

  /// Whether the numbers are written with a decimal point.
  public var hasPoint: Bool { decimals != 0 }

  /// Chooses whole numbers where all are, else two to four decimals, so that the smallest number
  /// that matters beside the largest, a hundredth of it, keeps a digit.
  ///
  /// - Complexity: O(values).
  public init(_ values: some Sequence<Float>, decimals least: Int = 2) {
    var (largest, smallest) = (Float(0), Float.infinity)
    var (areWhole, hasNegative, hasNaN, hasInfinity) = (true, false, false, false)
    for value in values {
      hasNegative = hasNegative || value < 0
      guard value.isFinite else {
        hasNaN = hasNaN || value.isNaN
        hasInfinity = hasInfinity || value.isInfinite
        continue
      }
      largest = max(largest, abs(value))
      if value != 0 { smallest = min(smallest, abs(value)) }
      areWhole = areWhole && value == value.rounded()
    }
    decimals = NumberFormat.decimals(
      areWhole: areWhole, largest: largest, smallest: max(smallest, largest / 100), least: least)
    // Of powers of ten the outermost are the longest.
    let number =
      decimals.map { NumberText.fixed(largest, decimals: $0).cellWidth }
      ?? [largest, smallest].map { NumberText.scientific($0).cellWidth }.reduce(0, max)
    digits = max(number, hasNaN ? 3 : 1)
    width = max(
      number + (hasNegative ? 1 : 0), hasNaN ? 3 : 1, hasInfinity ? (hasNegative ? 2 : 1) : 1)
  }

  /// Rounds each number to what a few columns hold, of which the first is that of the sign.
  ///
  /// - Parameter columns: At least 2.
  public init(roundedTo columns: Int) {
    precondition(columns >= 2)
    (decimals, isFitted) = (columns == 2 ? 0 : 2, true)
    (width, digits) = (columns, columns - 1)
  }

  public func text(_ value: Float) -> String {
    if isFitted { return NumberText.rounded(value, toDigits: digits) }
    if let decimals { return NumberText.fixed(value, decimals: decimals) }
    return NumberText.scientific(value)
  }

  private static func decimals(
    areWhole: Bool, largest: Float, smallest: Float, least: Int
  ) -> Int? {
    if areWhole { return largest < 1e5 ? 0 : nil }
    guard largest < 1e4, largest >= 0.001 else { return nil }
    var decimals = least
    var unit: Float = 0.1
    for _ in 1..<max(1, least) { unit /= 10 }
    while decimals < 4, smallest < unit { (decimals, unit) = (decimals + 1, unit / 10) }
    return decimals
  }
}
