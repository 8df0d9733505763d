/// max(x, 0)
public struct ReLU: Elementwise {
  public init() {}

  public func callAsFunction(_ x: Float) -> Float { x <= 0 ? 0 : x }

  public func callAsFunction(_ x: Sixteen) -> Sixteen { x.replacing(with: 0, where: x .<= 0) }

  public func derivative(input x: Sixteen, output y: Sixteen) -> Sixteen {
    Sixteen(repeating: 1).replacing(with: 0, where: y .<= 0)
  }
}
