/// x where x > 0, else slope · x
public struct LeakyReLU: Elementwise {
  public let slope: Float

  public init(slope: Float = LeakyReLU.usualSlope) { self.slope = slope }

  /// The value in PyTorch.
  public static let usualSlope: Float = 0.01

  public func callAsFunction(_ x: Float) -> Float { x <= 0 ? slope * x : x }

  public func callAsFunction(_ x: Sixteen) -> Sixteen {
    x.replacing(with: slope * x, where: x .<= 0)
  }

  public func derivative(input x: Sixteen, output y: Sixteen) -> Sixteen {
    Sixteen(repeating: 1).replacing(with: slope, where: x .<= 0)
  }
}
