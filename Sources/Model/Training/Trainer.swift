import Loops

/// Learns one kernel by gradient descent on the squared error.
///
/// The trainer always stands at an evaluated point: `loss` and `gradient` belong to `weight`.
///
///     Ŷ = X ⋆ w      L = f · Σ (Ŷ − Y)²      ∂L/∂w[t] = 2f · Σ (Ŷ − Y)·X[t]
///
/// with f = 1 or 1/outputs, and X[t] the input value under tap t of each window.
public struct Trainer: Sendable {
  public private(set) var weight: [Float]
  /// L at `weight`. Infinite or NaN once the run has diverged past single precision.
  public private(set) var loss: Float = 0
  /// ∂L/∂w at `weight`.
  public private(set) var gradient: [Float]
  /// The updates done.
  public private(set) var step = 0
  public private(set) var optimizer: Optimizer
  /// Where it is set, the new one begins from the rate of the next update.
  public var schedule: Schedule {
    didSet { base = (learningRate, step) }
  }
  /// The rate that the schedule scales, and the step at which it began to count.
  private var base: (rate: Float, step: Int)

  private let patches: Patches
  private let target: [SIMD16<Float>]
  private let factor: Float
  private var gradientSums: [SIMD16<Float>]

  /// - Parameters:
  ///   - patches: The unrolled input.
  ///   - target: Y, one element for each window.
  ///   - weight: The start, one number for each tap.
  /// - Precondition: The counts agree.
  public init(
    patches: Patches, target: [Float], weight: [Float], optimizer: Optimizer,
    schedule: Schedule = .constant, reduction: Reduction = .sum
  ) {
    precondition(target.count == patches.windowCount && weight.count == patches.tapCount)
    self.patches = patches
    self.weight = weight
    self.optimizer = optimizer
    self.schedule = schedule
    base = (optimizer.learningRate, 0)
    factor = reduction.factor(outputs: target.count)
    gradient = [Float](repeating: 0, count: weight.count)
    gradientSums = [SIMD16<Float>](repeating: .zero, count: weight.count)
    var vectors = [SIMD16<Float>](repeating: .zero, count: patches.blockCount)
    for (index, value) in target.enumerated() { vectors[index / 16][index % 16] = value }
    self.target = vectors
    evaluate()
  }

  /// The rate of the next update. If it is set, the schedule starts again from it.
  public var learningRate: Float {
    get { optimizer.learningRate }
    set {
      optimizer.learningRate = newValue
      base = (newValue, step)
    }
  }

  /// Goes on by another method, which has no past yet.
  public mutating func change(to optimizer: Optimizer) {
    self.optimizer = optimizer
    learningRate = optimizer.learningRate
  }

  /// Sets one weight by hand.
  public mutating func setWeight(_ index: Int, to value: Float) {
    weight[index] = value
    evaluate()
  }

  /// Sets all weights by hand.
  ///
  /// - Precondition: As many as there are.
  public mutating func setWeights(_ values: [Float]) {
    precondition(values.count == weight.count)
    weight = values
    evaluate()
  }

  /// Makes one step: updates the weight by the gradient, then computes the new loss and gradient.
  ///
  /// - Complexity: O(windows · taps).
  public mutating func advance() {
    optimizer.update(&weight, gradient: gradient)
    evaluate()
    step += 1
    optimizer.learningRate = schedule.rate(base.rate, step: step - base.step)
  }

  private mutating func evaluate() {
    let squares = patches.blocks.withUnsafeBufferPointer { x in
      target.withUnsafeBufferPointer { y in
        weight.withUnsafeBufferPointer { w in
          gradientSums.withUnsafeMutableBufferPointer { sums in
            LoopTable.best.evaluate(
              SquaredError(windows: x, targets: y, weights: w, gradientSums: sums))
          }
        }
      }
    }
    loss = factor * squares.pairwiseSum
    for t in weight.indices { gradient[t] = 2 * factor * gradientSums[t].pairwiseSum }
  }
}

extension SIMD16<Float> {
  /// The sum of all lanes in four additions that wait for each other; `sum()` makes fifteen.
  fileprivate var pairwiseSum: Float {
    let eight = lowHalf + highHalf
    let four = eight.lowHalf + eight.highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }
}
