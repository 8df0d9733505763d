import Model
import Testing

extension CorrelationReference {
  fileprivate func layer() throws -> Convolution {
    try Convolution(weight: Tensor(Shape(kernelShape), kernel), bias: bias, options: options)
  }
}

/// Within 1e-5 of the largest magnitude.
@Test(arguments: References.correlations)
func theLayersForwardEqualsPyTorch(_ reference: CorrelationReference) throws {
  let output = try reference.layer().forward(Tensor(Shape(reference.inputShape), reference.input))
  #expect(output.shape == Shape(reference.outputShape))
  expectClose(output.elements, reference.output, within: 1e-5, "output")
}

/// Within 1e-4 of the largest magnitude.
@Test(arguments: References.correlations)
func theLayersBackwardEqualsPyTorch(_ reference: CorrelationReference) throws {
  reference.expectGradients(
    try reference.layer().backward(
      Tensor(Shape(reference.inputShape), reference.input),
      outputGradient: Tensor(Shape(reference.outputShape), reference.gradOutput)))
}

@Test func aLayerNeedsOneBiasForEachKernel() {
  #expect(throws: GeometryError.bias(count: 3, kernels: 2)) {
    try Convolution(weight: Tensor(Shape(2, 1, 3, 3)), bias: [0, 0, 0])
  }
  #expect(throws: GeometryError.bias(count: 0, kernels: 1)) {
    try Convolution(weight: Tensor(Shape(3, 3)), bias: [])
  }
}

@Test func aLayerRefusesAnInputThatDoesNotFit() throws {
  let layer = try Convolution(weight: Tensor(Shape(2, 3, 3, 3)))
  let input = Shape(1, 2, 5, 5)
  #expect(
    throws: GeometryError.channels(input: input, kernel: Shape(2, 3, 3, 3), groups: 1)
  ) {
    try layer.forward(Tensor(input))
  }
}
