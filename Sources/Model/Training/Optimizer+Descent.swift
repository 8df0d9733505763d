/// The methods that step along the gradient, or along what rolls on from earlier ones.
extension Optimizer {
  mutating func descend(_ weights: inout [Float], _ gradient: [Float]) {
    let (rate, decay) = (learningRate, weightDecay)
    weights.withUnsafeMutableBufferPointer { w in
      gradient.withUnsafeBufferPointer { g in
        for i in w.indices { w[i] -= rate * decayed(g[i], w[i], decay) }
      }
    }
  }

  mutating func roll(
    _ weights: inout [Float], _ gradient: [Float], _ momentum: Float, looksAhead: Bool
  ) {
    Optimizer.fill(&first, count: weights.count)
    let (rate, decay) = (learningRate, weightDecay)
    weights.withUnsafeMutableBufferPointer { w in
      first.withUnsafeMutableBufferPointer { velocity in
        gradient.withUnsafeBufferPointer { g in
          for i in w.indices {
            let slope = decayed(g[i], w[i], decay)
            velocity[i] = momentum * velocity[i] + slope
            w[i] -= rate * (looksAhead ? slope + momentum * velocity[i] : velocity[i])
          }
        }
      }
    }
  }
}

/// The gradient with the pull of a weight decay; an infinite weight without decay adds nothing.
@inline(__always)
func decayed(_ gradient: Float, _ weight: Float, _ decay: Float) -> Float {
  decay == 0 ? gradient : gradient + decay * weight
}
