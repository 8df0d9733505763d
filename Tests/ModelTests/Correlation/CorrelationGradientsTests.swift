import Model
import Testing

extension RandomCase {
  /// Some ∂L/∂output.
  fileprivate var outputGradient: Tensor {
    var generator = SeededGenerator(seed: seed + 2000)
    return Tensor.random(geometry.output, using: &generator)
  }

  fileprivate var gradients: Correlation.Gradients {
    Correlation.gradients(input, kernel, outputGradient: outputGradient, geometry: geometry)
  }

  /// L = Σ G · output in double precision, with its arguments moved.
  fileprivate func loss(input: [Double], kernel: [Double]) -> Double {
    let output = Witness.correlation(
      input, geometry.input, kernel, geometry.kernel, options: geometry.options)
    return zip(outputGradient.doubles, output).reduce(0) { $0 + $1.0 * $1.1 }
  }
}

/// Central differences of `function`, exact up to rounding where it is linear in each argument.
private func differences(at point: [Double], of function: ([Double]) -> Double) -> [Double] {
  point.indices.map { index in
    var (above, below) = (point, point)
    above[index] += 0.5
    below[index] -= 0.5
    return function(above) - function(below)
  }
}

/// ⟨x ⋆ k, y⟩ = ⟨x, ∂input(y)⟩ and = ⟨k, ∂kernel(y)⟩, within 1e-5 of the norms' product.
@Test(arguments: RandomCase.forty)
func theGradientIsTheAdjoint(_ random: RandomCase) {
  let (x, k, y) = (random.input, random.kernel, random.outputGradient)
  let output = Correlation.plain(x, k, geometry: random.geometry)
  let expected = inner(output.elements, y.elements)
  let scale =
    (inner(output.elements, output.elements) * inner(y.elements, y.elements)).squareRoot()
  let gradients = random.gradients
  #expect(abs(inner(x.elements, gradients.input.elements) - expected) <= 1e-5 * scale)
  #expect(abs(inner(k.elements, gradients.kernel.elements) - expected) <= 1e-5 * scale)
}

/// Within 1e-4 of the largest magnitude: single precision against differences in double.
@Test(arguments: RandomCase.forty)
func theGradientsEqualFiniteDifferences(_ random: RandomCase) {
  let gradients = random.gradients
  expectClose(
    gradients.input.elements,
    differences(at: random.input.doubles) {
      random.loss(input: $0, kernel: random.kernel.doubles)
    }, within: 1e-4, "∂L/∂input")
  expectClose(
    gradients.kernel.elements,
    differences(at: random.kernel.doubles) {
      random.loss(input: random.input.doubles, kernel: $0)
    }, within: 1e-4, "∂L/∂kernel")
}

@Test(arguments: RandomCase.forty)
func theGradientByTheBiasSumsItsKernelsOutputs(_ random: RandomCase) {
  let geometry = random.geometry
  let g = random.outputGradient
  let area = geometry.rows.output * geometry.columns.output
  var expected = [Double](repeating: 0, count: geometry.kernel.batch)
  for (index, value) in g.doubles.enumerated() {
    expected[index / area % geometry.kernel.batch] += value
  }
  expectClose(random.gradients.bias, expected, within: 1e-4)
}

/// ∂L/∂kernel = input ⋆ G, and ∂L/∂input = G padded by the kernel ⋆ the flipped kernel: a true
/// convolution stands in the backward pass.
@Test func theBackwardPassIsACorrelationAndAConvolution() throws {
  var generator = SeededGenerator(seed: 8)
  let x = Tensor.randomWhole(Shape(6, 7), using: &generator)
  let k = Tensor.randomWhole(Shape(2, 3), using: &generator)
  let geometry = try Geometry(input: x.shape, kernel: k.shape)
  let g = Tensor.randomWhole(geometry.output, using: &generator)
  let gradients = Correlation.gradients(x, k, outputGradient: g, geometry: geometry)
  let byKernel = try Geometry(input: x.shape, kernel: g.shape)
  #expect(gradients.kernel == Correlation.plain(x, g, geometry: byKernel))
  let byInput = try Geometry(
    input: g.shape, kernel: k.shape,
    options: CorrelationOptions(padding: PerAxis(rows: 1, columns: 2)))
  #expect(gradients.input == Correlation.plain(g, k.flipped, geometry: byInput))
}
