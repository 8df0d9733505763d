import Testing

@testable import Model

/// GELU and SiLU far from 0, against PyTorch in double precision.
@Suite struct SmoothActivationTests {
  private static let inputs: [Float] = [-40, -10, -3, -1, -0.1, 0, 0.5, 2, 10]

  @Test func geluIsThatOfPyTorch() {
    check(
      GELU(),
      [0, 0, -0.00404969409, -0.158655254, -0.0460172163, 0, 0.345731231, 1.95449974, 10],
      [0, 0, -0.0119456472, -0.0833154706, 0.420476908, 0.5, 0.867495125, 1.0852318, 1])
  }

  @Test func siluIsThatOfPyTorch() {
    check(
      SiLU(),
      [
        0, -0.000453978687, -0.14227762, -0.268941421, -0.0475020813, 0, 0.311229666, 1.76159416,
        9.99954602,
      ],
      [
        0, -0.000408560209, -0.088104106, 0.0723294881, 0.450083209, 0.5, 0.739961187, 1.09078425,
        1.00040856,
      ])
  }

  /// Within 1e-6, and at numbers as large as they come still a number.
  private func check(_ function: some Elementwise, _ values: [Float], _ slopes: [Float]) {
    for (x, (value, slope)) in zip(Self.inputs, zip(values, slopes)) {
      #expect(abs(function(x) - value) <= 1e-6 * max(1, abs(value)), "at \(x)")
      let found = function.derivative(input: Sixteen(repeating: x), output: .zero)[0]
      #expect(abs(found - slope) <= 1e-6 * max(1, abs(slope)), "slope at \(x)")
    }
    for x: Float in [-1e30, 1e30] {
      let slope = function.derivative(input: Sixteen(repeating: x), output: .zero)[0]
      #expect(function(x) == max(x, 0) && slope == (x > 0 ? 1 : 0))
    }
  }
}
