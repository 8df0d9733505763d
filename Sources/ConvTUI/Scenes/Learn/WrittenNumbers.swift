import Drawing
import Glibc

/// Numbers with so many decimals, as one reads and recalculates them.
struct WrittenNumbers {
  let decimals: Int

  /// Whole numbers have no decimals, and very small and large ones a power of ten.
  func text(_ value: Float) -> String {
    hasDecimals(value) ? NumberText.fixed(value, decimals: decimals) : NumberText.short(value)
  }

  /// What is read.
  func read(_ value: Float) -> Double {
    let unit = pow(10, Double(decimals))
    return hasDecimals(value) ? (Double(value) * unit).rounded() / unit : Double(value)
  }

  /// "=", or "≈" where the numbers as they are written come to something else than the result as it is
  /// written.
  func equals(_ left: Double, _ result: Float) -> String {
    let right = read(result)
    return abs(left - right) <= 1e-6 * max(1, abs(right)) ? "=" : "≈"
  }

  private func hasDecimals(_ value: Float) -> Bool {
    value != value.rounded() && (0.001..<1e4).contains(abs(value))
  }
}
