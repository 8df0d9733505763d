import Loops

/// The product of inputs of equal shapes, number by number: a gate.
///
/// The gradient by one input is the output's times the product of the others.
public struct Multiply: Joining {
  public init() {}

  func join(_ result: inout Tensor, with input: Tensor) {
    for e in input.elements.indices { result.elements[e] *= input.elements[e] }
  }

  func origin(_ numbers: [Float]) -> Origin { .product(numbers) }

  func layer(_ inputs: [Shape]) -> any BatchLayer {
    MultiplyLayer(inputs: inputs, output: inputs[0])
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
