/// In training sets each number to zero with probability p and divides the others by 1 − p; in use
/// passes all on.
public struct Dropout: Operator {
  public let probability: Float

  public init(_ probability: Float) { self.probability = probability }

  public func output(of inputs: [Shape]) throws(OperatorError) -> Shape {
    guard probability >= 0, probability < 1 else { throw .probability(probability) }
    return inputs[0]
  }

  public func bound(to inputs: [Shape]) throws(OperatorError) -> any BoundOperator {
    BoundDropout(output: try output(of: inputs))
  }

  public func trained(on inputs: [Shape]) throws(OperatorError) -> any BatchLayer {
    DropoutLayer(output: try output(of: inputs), probability: probability)
  }
}

private struct BoundDropout: BoundOperator {
  let output: Shape

  func numbers(_ area: Area, of inputs: [Region]) -> Tensor { inputs[0].part(area) }

  func origin(of unit: Position, channel: Int, in inputs: [Region]) -> Origin {
    .taken(input: 0, channel: channel, at: unit)
  }
}

private struct DropoutLayer: BatchLayer {
  let output: Shape
  let probability: Float

  var inputs: [Shape] { [output] }

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
    guard let seed else { return target.update(from: source, count: output.count) }
    var generator = SeededGenerator(seed: seed)
    let kept = 1 / (1 - probability)
    for e in 0..<output.count {
      var factor = Sixteen(repeating: kept)
      for lane in 0..<16 where Float.random(in: 0..<1, using: &generator) < probability {
        factor[lane] = 0
      }
      target[e] = source[e] * factor
    }
  }
}
