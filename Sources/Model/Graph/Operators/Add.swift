import Loops

/// The sum of inputs of equal shapes, number by number: the end of a residual block.
///
/// Its gradient is passed on to every input as it is.
///
/// Source: He, Zhang, Ren and Sun, *Deep residual learning for image recognition* (2015),
/// arXiv:1512.03385.
public struct Add: Operator {
  public init() {}

  public var inputCount: ClosedRange<Int> { 2...Int.max }

  public func output(of inputs: [Shape]) throws(OperatorError) -> Shape {
    guard inputs.allSatisfy({ $0 == inputs[0] }) else { throw .shapes(inputs) }
    return inputs[0]
  }

  public func bound(to inputs: [Shape]) throws(OperatorError) -> any BoundOperator {
    BoundAdd(output: try output(of: inputs), work: inputs.count)
  }

  public func trained(on inputs: [Shape]) throws(OperatorError) -> any BatchLayer {
    AddLayer(inputs: inputs, output: try output(of: inputs))
  }
}

private struct BoundAdd: BoundOperator {
  let output: Shape
  let work: Int

  func numbers(_ area: Area, of inputs: [Region]) -> Tensor {
    inputs.dropFirst().reduce(inputs[0].part(area)) { $0 + $1.part(area) }
  }

  func origin(of unit: Position, channel: Int, in inputs: [Region]) -> Origin {
    .total(inputs.map { $0[channel, unit.rows, unit.columns] })
  }
}

private struct AddLayer: BatchLayer {
  let inputs: [Shape]
  let output: Shape

  func forward(_ pass: ForwardPass) {
    pass.output.update(from: pass.input, count: output.count)
    for input in pass.inputs.dropFirst() {
      for e in 0..<output.count { pass.output[e] += input[e] }
    }
  }

  func backward(_ pass: BackwardPass) {
    for gradient in pass.inputGradients {
      gradient?.update(from: pass.outputGradient, count: output.count)
    }
  }
}
