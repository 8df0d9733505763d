/// How the squared errors of all outputs become one number.
public enum Reduction: String, CaseIterable, Sendable {
  /// L = Σ (Ŷ − Y)²
  case sum
  /// L = Σ (Ŷ − Y)² / (number of outputs)
  case mean

  /// The factor on the sum of squares.
  public func factor(outputs: Int) -> Float { self == .sum ? 1 : 1 / Float(outputs) }
}
