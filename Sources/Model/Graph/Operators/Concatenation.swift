/// The channels of all inputs, one input's after the other's; all have the same rows and columns.
///
/// Source: Szegedy et al., *Going deeper with convolutions* (2014), arXiv:1409.4842.
public struct Concatenation: Operator {
  public init() {}

  public var inputCount: ClosedRange<Int> { 2...Int.max }

  public func output(of inputs: [Shape]) throws(OperatorError) -> Shape {
    let first = inputs[0]
    guard inputs.allSatisfy({ $0.rows == first.rows && $0.columns == first.columns }) else {
      throw .shapes(inputs)
    }
    return Shape([inputs.reduce(0) { $0 + $1.channels }, first.rows, first.columns])
  }

  public func bound(to inputs: [Shape]) throws(OperatorError) -> any BoundOperator {
    BoundConcatenation(output: try output(of: inputs), channels: inputs.map(\.channels))
  }

  public func trained(on inputs: [Shape]) throws(OperatorError) -> any BatchLayer {
    ConcatenationLayer(inputs: inputs, output: try output(of: inputs))
  }
}

private struct BoundConcatenation: BoundOperator {
  let output: Shape
  /// The channels of each input.
  let channels: [Int]

  func numbers(_ area: Area, of inputs: [Region]) -> Tensor {
    Tensor(
      Shape([output.channels, area.rows.count, area.columns.count]),
      inputs.flatMap { $0.part(area).elements })
  }

  func origin(of unit: Position, channel: Int, in inputs: [Region]) -> Origin {
    var (input, own) = (0, channel)
    while own >= channels[input] {
      own -= channels[input]
      input += 1
    }
    return .taken(input: input, channel: own, at: unit)
  }
}

private struct ConcatenationLayer: BatchLayer {
  let inputs: [Shape]
  let output: Shape

  func forward(_ pass: ForwardPass) {
    var place = 0
    for (shape, input) in zip(inputs, pass.inputs) {
      (pass.output + place).update(from: input, count: shape.count)
      place += shape.count
    }
  }

  func backward(_ pass: BackwardPass) {
    var place = 0
    for (shape, gradient) in zip(inputs, pass.inputGradients) {
      gradient?.update(from: pass.outputGradient + place, count: shape.count)
      place += shape.count
    }
  }
}
