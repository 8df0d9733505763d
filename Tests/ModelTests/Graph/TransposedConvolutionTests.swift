import Formats
import Testing

@testable import Model

/// What the comparison with PyTorch leaves out: sizes, windows, what does not fit.
@Suite struct TransposedConvolutionTests {
  private func layer(_ text: String) throws -> TransposedConvolution {
    try #require(try GraphNotation.layer(text) as? TransposedConvolution)
  }

  @Test(arguments: [
    ("convt2@3", 4, 6), ("convt2@3:s2", 4, 9), ("convt2@3:s2:p1", 4, 7),
    ("convt2@3:s2:p1:o1", 4, 8),
    ("convt2@3:s3:d2:o2", 5, 19), ("convt2@1:s4", 1, 1),
  ])
  func outputHasTheSizeOfPyTorch(_ text: String, _ input: Int, _ output: Int) throws {
    let shape = try layer(text).output(of: [Shape([1, input, input])])
    #expect(shape == Shape([2, output, output]))
  }

  /// ⟨conv(y), x⟩ = ⟨y, convᵀ(x)⟩ for the convolution of the same kernels; within 1e-4.
  @Test(arguments: 1...8) func itIsTheAdjointOfTheConvolution(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let (stride, dilation) = (
      Int.random(in: 1...3, using: &generator), Int.random(in: 1...2, using: &generator)
    )
    let padding = Int.random(in: 0...1, using: &generator)
    let shape = Shape([3, 9, 8])
    let weight = Tensor(Shape(4, 3, 3, 2), generator.uniform(72))
    let forth = ConvolutionLayer(
      try Convolution(
        weight: weight,
        options: CorrelationOptions(
          stride: PerAxis(stride), padding: PerAxis(padding), dilation: PerAxis(dilation))))
    let way = try forth.bound(to: [shape])
    let made = PerAxis(
      rows: (way.output.rows - 1) * stride - 2 * padding + dilation * 2 + 1,
      columns: (way.output.columns - 1) * stride - 2 * padding + dilation + 1)
    let back = TransposedConvolution(
      size: PlaneSize(rows: 3, columns: 2), kernels: .given(Weights(weight)),
      stride: PerAxis(stride), padding: PerAxis(padding),
      surplus: PerAxis(rows: 9 - made.rows, columns: 8 - made.columns),
      dilation: PerAxis(dilation))
    let y = Tensor(shape, generator.uniform(shape.count))
    let x = Tensor(way.output, generator.uniform(way.output.count))
    let sent = way.numbers(Area(way.output), of: [Region(Area(shape), y)])
    let returned = try back.bound(to: [way.output])
      .numbers(Area(shape), of: [Region(Area(way.output), x)])
    func product(_ a: Tensor, _ b: Tensor) -> Double {
      zip(a.elements, b.elements).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    }
    #expect(abs(product(sent, x) - product(y, returned)) < 1e-4)
  }

  @Test func outputPaddingMustBeSmallerThanStrideOrDilation() throws {
    #expect(
      throws: OperatorError.geometry(.outputPadding(2, stride: 2, dilation: 1, .rows))
    ) { try layer("convt2@3:s2:o2").output(of: [Shape([1, 4, 4])]) }
    #expect(try layer("convt2@3:s2:o2:d3").output(of: [Shape([1, 4, 4])]).rows == 15)
  }

  @Test func paddingMustLeaveAnOutput() throws {
    #expect(
      throws: OperatorError.geometry(.transposedPadding(2, input: 1, output: -1, .rows))
    ) { try layer("convt2@3:p2").output(of: [Shape([1, 1, 1])]) }
  }

  /// Outputs lie half as far apart as inputs, and a convolution after it sees them so.
  @Test func fieldsLieCloserTogether() throws {
    let graph = try GraphNotation.graph("convt2@2:s2, conv3")
    let field = try SpatialGraph(graph, input: PlaneSize(8)).field(of: 2)
    #expect(field.jump.rows == Ratio(1, over: 2))
    let paths = try SpatialGraph(graph, input: PlaneSize(8))
      .paths(from: Position(row: 4, column: 5), of: 2, to: 0)
    // Outputs 4, 5, 6 come from the inputs 2, 2, 3.
    let seen = paths.extent
    #expect(seen?.rows == 2...3 && seen?.columns == 2...3)
  }

  @Test func notationReadsBack() throws {
    for text in ["convt3", "convt6@3x2:s2:p1:d2:o1:g2", "convt2@4:s2x1:o1x0"] {
      #expect(GraphNotation.text(of: try layer(text)) == text)
    }
    #expect(throws: LayerNotationError.self) { try layer("convt3:p0x1x1x0") }
    #expect(throws: LayerNotationError.self) { try layer("conv3:o1") }
  }
}
