import Loops

/// The product of inputs of equal shapes, number by number: a gate.
///
/// The gradient by one input is the output's times the product of the others.
public struct Multiply: Operator {
  public init() {}

  public var inputCount: ClosedRange<Int> { 2...Int.max }

  public func output(of inputs: [Shape]) throws(OperatorError) -> Shape {
    guard inputs.allSatisfy({ $0 == inputs[0] }) else { throw .shapes(inputs) }
    return inputs[0]
  }

  public func bound(to inputs: [Shape]) throws(OperatorError) -> any BoundOperator {
    BoundMultiply(output: try output(of: inputs), work: inputs.count)
  }

  public func trained(on inputs: [Shape]) throws(OperatorError) -> any BatchLayer {
    MultiplyLayer(inputs: inputs, output: try output(of: inputs))
  }
}

private struct BoundMultiply: BoundOperator {
  let output: Shape
  let work: Int

  func numbers(_ area: Area, of inputs: [Region]) -> Tensor {
    inputs.dropFirst().reduce(into: inputs[0].part(area)) { product, input in
      let factors = input.part(area).elements
      for e in factors.indices { product.elements[e] *= factors[e] }
    }
  }

  func origin(of unit: Position, channel: Int, in inputs: [Region]) -> Origin {
    .product(inputs.map { $0[channel, unit.rows, unit.columns] })
  }
}

private struct MultiplyLayer: BatchLayer {
  let inputs: [Shape]
  let output: Shape

  func forward(_ pass: ForwardPass) {
    pass.output.update(from: pass.input, count: output.count)
    for input in pass.inputs.dropFirst() {
      for e in 0..<output.count { pass.output[e] *= input[e] }
    }
  }

  func backward(_ pass: BackwardPass) {
    for (own, gradient) in pass.inputGradients.enumerated() {
      guard let gradient else { continue }
      gradient.update(from: pass.outputGradient, count: output.count)
      for (other, input) in pass.forward.inputs.enumerated() where other != own {
        for e in 0..<output.count { gradient[e] *= input[e] }
      }
    }
  }
}
