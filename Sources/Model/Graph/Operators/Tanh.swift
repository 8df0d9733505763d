import Glibc

/// tanh(x)
public struct Tanh: Elementwise {
  public init() {}

  public func callAsFunction(_ x: Float) -> Float { tanh(x) }

  public func derivative(input x: Sixteen, output y: Sixteen) -> Sixteen { 1 - y * y }
}
