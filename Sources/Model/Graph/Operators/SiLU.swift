import Glibc

/// x · σ(x), with σ(x) = 1 / (1 + e⁻ˣ)
///
/// Source: Elfwing, Uchibe and Doya, *Sigmoid-weighted linear units* (2017), arXiv:1702.03118.
public struct SiLU: Elementwise {
  public init() {}

  public func callAsFunction(_ x: Float) -> Float { x / (1 + exp(-x)) }

  /// σ(x) · (1 + x · (1 − σ(x)))
  public func derivative(input x: Sixteen, output y: Sixteen) -> Sixteen {
    var result = Sixteen.zero
    for lane in 0..<16 {
      let share = 1 / (1 + exp(-x[lane]))
      result[lane] = share * (1 + x[lane] * (1 - share))
    }
    return result
  }
}
