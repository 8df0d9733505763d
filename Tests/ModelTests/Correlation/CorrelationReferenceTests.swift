import Model
import Testing

/// The operation against PyTorch in double precision, within 1e-5 of the largest magnitude.
struct CorrelationReferenceTests {
  @Test(arguments: References.correlations)
  func thePlainLoopEqualsPyTorch(_ reference: CorrelationReference) throws {
    let (input, kernel, geometry) = try reference.operands()
    #expect(geometry.output == Shape(reference.outputShape))
    let output = Correlation.plain(input, kernel, bias: reference.bias, geometry: geometry)
    expectClose(output.elements, reference.output, within: 1e-5, "output")
  }

  @Test(arguments: References.correlations)
  func theFastLoopEqualsPyTorch(_ reference: CorrelationReference) throws {
    let (input, kernel, geometry) = try reference.operands()
    let output = Correlation.fast(input, kernel, bias: reference.bias, geometry: geometry)
    #expect(output.shape == Shape(reference.outputShape))
    expectClose(output.elements, reference.output, within: 1e-5, "output")
  }

  /// Within 1e-4 of the largest magnitude.
  @Test(arguments: References.correlations)
  func theGradientsEqualPyTorch(_ reference: CorrelationReference) throws {
    let (input, kernel, geometry) = try reference.operands()
    let gradients = Correlation.gradients(
      input, kernel, outputGradient: Tensor(geometry.output, reference.gradOutput),
      geometry: geometry)
    reference.expectGradients(gradients)
  }

  @Test func thereAreSixtyFourCasesOfEveryKind() {
    let cases = References.correlations
    #expect(cases.count == 64)
    #expect(Set(cases.map(\.paddingMode)).count == PaddingMode.allCases.count)
    #expect(Set(cases.map(\.groups)).count > 1)
  }
}

extension CorrelationReference {
  func operands() throws -> (input: Tensor, kernel: Tensor, geometry: Geometry) {
    let input = Tensor(Shape(inputShape), input)
    let kernel = Tensor(Shape(kernelShape), kernel)
    let geometry = try Geometry(input: input.shape, kernel: kernel.shape, options: options)
    return (input, kernel, geometry)
  }

  /// Expects all three gradients within 1e-4 of their largest magnitude.
  func expectGradients(
    _ gradients: Correlation.Gradients, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(gradients.input.shape == Shape(inputShape), sourceLocation: sourceLocation)
    #expect(gradients.kernel.shape == Shape(kernelShape), sourceLocation: sourceLocation)
    for (name, actual, expected) in [
      ("∂L/∂input", gradients.input.elements, gradInput),
      ("∂L/∂kernel", gradients.kernel.elements, gradKernel),
    ] {
      expectClose(actual, expected, within: 1e-4, name, sourceLocation: sourceLocation)
    }
    guard let gradBias else { return }
    expectClose(
      gradients.bias, gradBias, within: 1e-4, "∂L/∂bias", sourceLocation: sourceLocation)
  }
}
