/// In training sets each number to zero with probability p and divides the others by 1 − p.
struct DropoutLayer: NetworkLayer {
  let input: Shape
  let probability: Float

  var output: Shape { input }

  func forward(_ pass: ForwardPass) {
    mask(pass.input, into: pass.output, seed: pass.trainingSeed)
  }

  func backward(_ pass: BackwardPass) {
    guard let inputGradient = pass.inputGradient else { return }
    mask(pass.outputGradient, into: inputGradient, seed: pass.forward.trainingSeed)
  }

  /// The same seed gives the same mask.
  private func mask(
    _ source: UnsafeMutablePointer<Sixteen>, into target: UnsafeMutablePointer<Sixteen>,
    seed: UInt64?
  ) {
    guard let seed else { return target.update(from: source, count: input.count) }
    var generator = SeededGenerator(seed: seed)
    let kept = 1 / (1 - probability)
    for e in 0..<input.count {
      var factor = Sixteen(repeating: kept)
      for lane in 0..<16 where Float.random(in: 0..<1, using: &generator) < probability {
        factor[lane] = 0
      }
      target[e] = source[e] * factor
    }
  }
}
