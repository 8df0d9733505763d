import Glibc

/// 1 / (1 + e⁻ˣ)
public struct Sigmoid: Elementwise {
  public init() {}

  public func callAsFunction(_ x: Float) -> Float { 1 / (1 + exp(-x)) }

  public func derivative(input x: Sixteen, output y: Sixteen) -> Sixteen { y * (1 - y) }
}
