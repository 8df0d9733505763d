/// The methods that divide by the size which the gradients of each weight had.
extension Optimizer {
  /// RMSprop.
  mutating func divide(_ weights: inout [Float], _ gradient: [Float], _ momentum: Float) {
    Optimizer.fill(&first, count: weights.count)
    Optimizer.fill(&second, count: weights.count)
    let (rate, decay, epsilon) = (learningRate, weightDecay, Float(1e-8))
    weights.withUnsafeMutableBufferPointer { w in
      first.withUnsafeMutableBufferPointer { velocity in
        second.withUnsafeMutableBufferPointer { square in
          gradient.withUnsafeBufferPointer { g in
            for i in w.indices {
              let slope = decayed(g[i], w[i], decay)
              square[i] = 0.99 * square[i] + 0.01 * slope * slope
              velocity[i] = momentum * velocity[i] + slope / (square[i].squareRoot() + epsilon)
              w[i] -= rate * velocity[i]
            }
          }
        }
      }
    }
  }

  /// Adam, or AdamW if the weight decay is separate from the gradient.
  mutating func adapt(
    _ weights: inout [Float], _ gradient: [Float], decay: Float, shrink: Float
  ) {
    Optimizer.fill(&first, count: weights.count)
    Optimizer.fill(&second, count: weights.count)
    let (beta1, beta2, epsilon) = (0.9, 0.999, Float(1e-8))
    let step = learningRate / Float(1 - Optimizer.power(beta1, steps))
    let scale = Float((1 - Optimizer.power(beta2, steps)).squareRoot())
    weights.withUnsafeMutableBufferPointer { w in
      first.withUnsafeMutableBufferPointer { mean in
        second.withUnsafeMutableBufferPointer { square in
          gradient.withUnsafeBufferPointer { g in
            for i in w.indices {
              let slope = decayed(g[i], w[i], decay)
              mean[i] += Float(1 - beta1) * (slope - mean[i])
              square[i] = Float(beta2) * square[i] + Float(1 - beta2) * slope * slope
              w[i] = shrink * w[i] - step * mean[i] / (square[i].squareRoot() / scale + epsilon)
            }
          }
        }
      }
    }
  }

  /// A base to a whole power, the same whether it was counted up or restored.
  static func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, square, rest) = (1.0, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      square *= square
      rest >>= 1
    }
    return result
  }
}
