import Loops

/// Fills the gradient's sums and returns the sums of the squared errors, lane by lane.
package func evaluate(_ squaredError: SquaredError) -> SIMD16<Float> {
  squaredError.run()
}

extension SquaredError {
  fileprivate func run() -> SIMD16<Float> {
    let taps = weights.count
    gradientSums.update(repeating: .zero)
    var squares = SIMD16<Float>.zero
    for b in targets.indices {
      let start = b &* taps
      var output = SIMD16<Float>.zero
      for t in 0..<taps { output.add(weights[t], times: windows[start &+ t]) }
      let error = output - targets[b]
      squares.add(error, times: error)
      for t in 0..<taps { gradientSums[t].add(error, times: windows[start &+ t]) }
    }
    return squares
  }
}
