import Loops

/// The sum of inputs of equal shapes, number by number: the end of a residual block.
///
/// Its gradient is passed on to every input as it is.
///
/// Source: He, Zhang, Ren and Sun, *Deep residual learning for image recognition* (2015),
/// arXiv:1512.03385.
public struct Add: Joining {
  public init() {}

  func join(_ result: inout Tensor, with input: Tensor) {
    for e in input.elements.indices { result.elements[e] += input.elements[e] }
  }

  func origin(_ numbers: [Float]) -> Origin { .total(numbers) }

  func layer(_ inputs: [Shape]) -> any BatchLayer {
    AddLayer(inputs: inputs, output: inputs[0])
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
