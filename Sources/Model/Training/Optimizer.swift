/// A rule that turns gradients into steps of the weights, with the semantics of `torch.optim`.
///
/// A weight decay λ adds λ·w to the gradient; with AdamW it shrinks the weights by lr·λ instead.
public struct Optimizer: Hashable, Sendable {
  public enum Method: Hashable, Sendable {
    /// w ← w − lr·g
    case sgd
    /// b ← μ·b + g, w ← w − lr·b, with b = 0 at the start
    case momentum(Float)
    /// b ← μ·b + g, w ← w − lr·(g + μ·b): the gradient a step ahead.
    ///
    /// Source: Sutskever et al., *On the importance of initialization and momentum* (2013).
    case nesterov(Float)
    /// s ← 0.99·s + 0.01·g², b ← μ·b + g/(√s + 10⁻⁸), w ← w − lr·b
    ///
    /// Source: Tieleman and Hinton, *Lecture 6.5: RMSProp* (2012).
    case rmsprop(Float)
    /// m ← β₁·m + (1 − β₁)·g, s ← β₂·s + (1 − β₂)·g²,
    /// w ← w − lr · m/(1 − β₁ᵗ) / (√(s/(1 − β₂ᵗ)) + ε) with β₁ 0.9, β₂ 0.999, ε 10⁻⁸.
    ///
    /// Source: Kingma and Ba, *Adam* (2015), arXiv:1412.6980.
    case adam
    /// Adam with weight decay separate from the gradient.
    ///
    /// Source: Loshchilov and Hutter, *Decoupled weight decay regularization* (2019),
    /// arXiv:1711.05101.
    case adamw
  }

  public let method: Method
  public var learningRate: Float
  public let weightDecay: Float
  /// The updates done.
  public internal(set) var steps = 0
  /// The velocity b, or Adam's mean of the gradients; empty before the first step.
  var first: [Float] = []
  /// The mean of the squared gradients; empty before the first step.
  var second: [Float] = []

  public init(_ method: Method, learningRate: Float, weightDecay: Float = 0) {
    self.method = method
    self.learningRate = learningRate
    self.weightDecay = weightDecay
  }

  /// Takes one step.
  ///
  /// - Precondition: Every call has the same number of weights, and as many gradients.
  public mutating func update(_ weights: inout [Float], gradient: [Float]) {
    precondition(weights.count == gradient.count)
    steps += 1
    switch method {
    case .sgd: descend(&weights, gradient)
    case .momentum(let momentum): roll(&weights, gradient, momentum, looksAhead: false)
    case .nesterov(let momentum): roll(&weights, gradient, momentum, looksAhead: true)
    case .rmsprop(let momentum): divide(&weights, gradient, momentum)
    case .adam: adapt(&weights, gradient, decay: weightDecay, shrink: 1)
    case .adamw: adapt(&weights, gradient, decay: 0, shrink: 1 - learningRate * weightDecay)
    }
  }

  /// Makes zeros where a state is still empty.
  static func fill(_ state: inout [Float], count: Int) {
    if state.isEmpty { state = [Float](repeating: 0, count: count) }
    precondition(state.count == count)
  }
}
