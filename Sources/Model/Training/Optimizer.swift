/// A rule that turns gradients into steps of the weights.
public struct Optimizer: Hashable, Sendable {
  public enum Method: Hashable, Sendable {
    /// w ← w − lr·g
    case sgd
    /// b ← μ·b + g, w ← w − lr·b, with b = 0 at the start
    case momentum(Float)
    /// m ← β₁·m + (1 − β₁)·g, s ← β₂·s + (1 − β₂)·g²,
    /// w ← w − lr · m/(1 − β₁ᵗ) / (√(s/(1 − β₂ᵗ)) + ε) with β₁ 0.9, β₂ 0.999, ε 10⁻⁸.
    ///
    /// Source: Kingma and Ba, *Adam* (2015), arXiv:1412.6980.
    case adam
  }

  public let method: Method
  public var learningRate: Float
  /// The velocity of momentum, or Adam's mean of the gradients.
  private var first: [Float] = []
  /// Adam's mean of the squared gradients.
  private var second: [Float] = []
  private var beta1Power = 1.0
  private var beta2Power = 1.0

  public init(_ method: Method, learningRate: Float) {
    self.method = method
    self.learningRate = learningRate
  }

  /// Takes one step.
  ///
  /// - Precondition: Every call has the same number of weights, and as many gradients.
  public mutating func update(_ weights: inout [Float], gradient: [Float]) {
    precondition(weights.count == gradient.count)
    switch method {
    case .sgd:
      for i in weights.indices { weights[i] -= learningRate * gradient[i] }
    case .momentum(let momentum):
      if first.isEmpty { first = [Float](repeating: 0, count: weights.count) }
      for i in weights.indices {
        first[i] = momentum * first[i] + gradient[i]
        weights[i] -= learningRate * first[i]
      }
    case .adam:
      updateByAdam(&weights, gradient: gradient)
    }
  }

  private mutating func updateByAdam(_ weights: inout [Float], gradient: [Float]) {
    let (beta1, beta2, epsilon) = (0.9, 0.999, Float(1e-8))
    if first.isEmpty {
      first = [Float](repeating: 0, count: weights.count)
      second = first
    }
    beta1Power *= beta1
    beta2Power *= beta2
    let step = learningRate / Float(1 - beta1Power)
    let scale = Float((1 - beta2Power).squareRoot())
    for i in weights.indices {
      first[i] += Float(1 - beta1) * (gradient[i] - first[i])
      second[i] = Float(beta2) * second[i] + Float(1 - beta2) * gradient[i] * gradient[i]
      weights[i] -= step * first[i] / (second[i].squareRoot() / scale + epsilon)
    }
  }
}
