/// How fast a method approaches the minimum of a quadratic loss, worked out from its curvatures.
public struct Convergence: Hashable, Sendable {
  public let method: Optimizer.Method
  public let learningRate: Double
  /// λmin, the least curvature that is not 0; nil where only the largest is known.
  public let flattest: Double?
  /// λmax; 0 where the loss is flat everywhere.
  public let steepest: Double
  /// Whether λmax comes from a power iteration, which approaches it from below.
  public let isEstimate: Bool

  /// The curvatures of a surface, each raised by a weight decay that acts through the gradient.
  public init(_ surface: LossSurface, _ optimizer: Optimizer) {
    let decay = Convergence.decay(of: optimizer)
    let floor = surface.largestEigenvalue * 1e-9
    method = optimizer.method
    learningRate = Double(optimizer.learningRate)
    flattest = surface.eigenvalues.map { $0 + decay }.first { $0 > floor }
    steepest = surface.largestEigenvalue + decay
    isEstimate = false
  }

  /// An estimate of the largest curvature alone.
  public init(largestCurvature: Double, _ optimizer: Optimizer) {
    method = optimizer.method
    learningRate = Double(optimizer.learningRate)
    flattest = nil
    steepest = largestCurvature + Convergence.decay(of: optimizer)
    isEstimate = true
  }

  /// What the weight decay adds to each curvature; AdamW keeps it separate from the gradient.
  static func decay(of optimizer: Optimizer) -> Double {
    optimizer.method == .adamw ? 0 : Double(optimizer.weightDecay)
  }

  /// λmax / λmin.
  public var conditionNumber: Double? { flattest.map { steepest / $0 } }

  /// lr·λmax, which must stay below `LossSurface.limit`.
  public var product: Double { learningRate * steepest }

  /// The learning rate at which the run turns upward.
  public var largestRate: Double? { LossSurface.limit(of: method).map { $0 / steepest } }

  /// 2/(λmin + λmax): with it gradient descent shrinks both ends of the curvatures alike.
  public var bestRate: Double? { flattest.map { 2 / ($0 + steepest) } }

  /// (λmax − λmin)/(λmax + λmin), the factor a step at the best rate.
  public var bestFactor: Double? { flattest.map { (steepest - $0) / (steepest + $0) } }

  /// The factor a step on the error, max over λ; in the long run the slowest direction is all that
  /// is left. Nil where the method has none or not all curvatures are known.
  public var factor: Double? {
    guard let flattest, let first = factor(along: flattest), let last = factor(along: steepest)
    else { return nil }
    return max(abs(first), abs(last))
  }

  /// The factor a step on the error along one curvature: 1 − lr·λ for gradient descent, negative
  /// where the error changes its side; the spectral radius of the two-step recursion with momentum.
  public func factor(along curvature: Double) -> Double? {
    let product = learningRate * curvature
    switch method {
    case .sgd: return 1 - product
    case .momentum(let momentum):
      return radius(trace: 1 + Double(momentum) - product, determinant: Double(momentum))
    case .nesterov(let momentum):
      let momentum = Double(momentum)
      return radius(
        trace: 1 + momentum - product * (1 + momentum), determinant: momentum * (1 - product))
    case .rmsprop, .adam, .adamw: return nil
    }
  }

  /// The larger magnitude of the roots of x² − trace·x + determinant.
  private func radius(trace: Double, determinant: Double) -> Double {
    let discriminant = trace * trace - 4 * determinant
    return discriminant < 0
      ? determinant.squareRoot() : (abs(trace) + discriminant.squareRoot()) / 2
  }
}

extension LossSurface {
  /// The distance from the minimum along each eigenvector, from the gradient there: H⁺·∂L/∂w, in
  /// double precision. A direction without curvature has none.
  public func error(of trainer: Trainer) -> [Double] {
    let decay = Convergence.decay(of: trainer.optimizer)
    let slope = zip(trainer.gradient, trainer.weight).map { Double($0) + decay * Double($1) }
    return zip(eigenvalues, eigenvectors).map { value, vector in
      guard value + decay > largestEigenvalue * 1e-9 else { return 0 }
      return zip(vector, slope).reduce(0) { $0 + $1.0 * $1.1 } / (value + decay)
    }
  }
}

extension Patches {
  /// λmax of the squared error's Hessian by power iteration: an estimate from below.
  ///
  /// With Y = 0 the gradient at v is the Hessian times v.
  ///
  /// Source: Golub and Van Loan, *Matrix Computations*, 4th edition, §7.3.1.
  /// - Complexity: O(iterations · windows · taps).
  public func largestCurvature(_ reduction: Reduction, iterations: Int = 24) -> Double {
    var direction = Tensor.noise(Shape(1, tapCount), deviation: 1, seed: 0).elements
    var length = 0.0
    for _ in 0..<iterations {
      let norm = direction.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
      guard norm > 0, norm.isFinite else { return 0 }
      let trainer = Trainer(
        patches: self, target: [Float](repeating: 0, count: windowCount),
        weight: direction.map { Float(Double($0) / norm) },
        optimizer: Optimizer(.sgd, learningRate: 0),
        reduction: reduction)
      direction = trainer.gradient
      let next = direction.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
      defer { length = next }
      if abs(next - length) <= 1e-4 * next { break }
    }
    return length
  }
}
