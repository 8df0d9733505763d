/// Numbers as they are written, and as one reads and recalculates them.
public struct WrittenNumbers: Sendable {
  /// Nil writes about four digits.
  private let decimals: Int?

  /// Numbers with so many decimals: whole ones have none, and very small and large ones a power of ten.
  public init(decimals: Int) { self.decimals = decimals }

  private init() { decimals = nil }

  /// Numbers in about four digits, as `NumberText.short` writes them.
  public static let short = WrittenNumbers()

  public func text(_ value: Float) -> String {
    decimals(of: value).map { NumberText.fixed(value, decimals: $0) } ?? NumberText.short(value)
  }

  /// What is read.
  public func read(_ value: Float) -> Double {
    guard let decimals = decimals(of: value) else { return NumberText.readShort(value) }
    return NumberText.rounded(value, decimals: decimals)
  }

  /// What the sum of some numbers comes to, as they are written.
  public func sum(_ values: some Sequence<Float>) -> Double {
    values.reduce(0) { $0 + read($1) }
  }

  /// "=", or "≈" where the numbers as they are written come to something else than the result as it is
  /// written.
  public func equals(_ left: Double, _ result: Float) -> String {
    WrittenNumbers.equals(left, read(result))
  }

  /// The same between two terms that are read.
  public static func equals(_ left: Double, _ right: Double) -> String {
    // NaN and infinity are equal to what they are written beside.
    guard left.isFinite, right.isFinite else { return "=" }
    return abs(left - right) <= 1e-9 * max(1, abs(right)) ? "=" : "≈"
  }

  private func decimals(of value: Float) -> Int? {
    value != value.rounded() && (0.001..<1e4).contains(abs(value)) ? decimals : nil
  }
}
