import Glibc

/// x · Φ(x), with the normal distribution Φ(x) = (1 + erf(x/√2)) / 2
///
/// Source: Hendrycks and Gimpel, *Gaussian error linear units* (2016), arXiv:1606.08415.
public struct GELU: Elementwise {
  public init() {}

  public func callAsFunction(_ x: Float) -> Float { x * GELU.share(below: x) }

  /// Φ(x) + x · φ(x), with the density φ(x) = e^(−x²/2) / √(2π)
  public func derivative(input x: Sixteen, output y: Sixteen) -> Sixteen {
    var result = Sixteen.zero
    for lane in 0..<16 {
      let x = x[lane]
      result[lane] = GELU.share(below: x) + x * exp(-x * x / 2) / (2 * Float.pi).squareRoot()
    }
    return result
  }

  /// Φ(x)
  private static func share(below x: Float) -> Float { (1 + erf(x / Float(2).squareRoot())) / 2 }
}
