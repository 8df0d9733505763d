import Formats
import Testing

@testable import Model

/// Graphs with branches against PyTorch's autograd.
@Suite struct BranchReferenceTests {
  /// A residual block and branches that are put together; gradients within 1e-4 of the largest.
  @Test(arguments: Array(References.operators.networks.enumerated()))
  func gradientsAreThoseOfPyTorch(_ seed: Int, _ reference: BranchReference) throws {
    let network = try Network(
      GraphNotation.graph(reference.notation), input: Shape(reference.shape),
      classes: reference.classes)
    var generator = SeededGenerator(seed: UInt64(1000 + seed))
    let parameters = generator.uniform(network.parameterCount).map { $0 * 0.5 }
    let pixels = generator.uniform(reference.images * network.input.count)
    let labels = (0..<reference.images).map { _ in
      Int(generator.next() % UInt64(reference.classes))
    }
    let data = LabelledImages(
      shape: network.input, classNames: (0..<reference.classes).map(String.init), labels: labels,
      pixels: pixels)
    var trainer = NetworkTrainer(
      network, optimizer: Optimizer(.sgd, learningRate: 0), batchSize: data.count, seed: 0,
      parameters: parameters)
    var pool = SerialPool(network)
    let score = trainer.advance(data, batch: Array(0..<data.count), on: &pool)
    #expect(abs(score.loss - reference.loss) <= 1e-5)
    expectClose(trainer.gradient, reference.gradient, within: 1e-4, "gradient")
  }

  /// The inputs with a non-zero derivative are those that a unit sees.
  @Test(arguments: References.operators.fields)
  func aUnitSeesTheInputsWithADerivative(_ reference: FieldReference) throws {
    let graph = try SpatialGraph(
      GraphNotation.graph(reference.notation), input: PlaneSize(reference.side))
    let last = graph.graph.nodes.count
    #expect(graph.maps[last] == PlaneSize(reference.output))
    let unit = Position(row: reference.unit[0], column: reference.unit[1])
    let paths = graph.paths(from: unit, of: last, to: 0)
    let cells = paths.cells
    let seen = (0..<reference.side).map { column in cells.contains { $0[column] > 0 } }
    #expect(cells.indices.filter { row in cells[row].contains { $0 > 0 } } == reference.rows)
    #expect(seen.indices.filter { seen[$0] } == reference.columns)
    #expect(paths[unit.row, unit.column] == cells[unit.row][unit.column])
    #expect(paths.count == reference.count)
    let field = graph.field(of: last)
    let span = field.span(of: unit.row, \.rows)
    #expect(span.lowerBound <= reference.rows[0] && span.upperBound >= reference.rows.last ?? 0)
  }

  /// A stage of three blocks and more, as ResNet-50 has them: strides at the end of a stage, padding
  /// of the pooling at the end alone.
  ///
  /// Source: Araujo, Norris and Sim, *Computing receptive fields of convolutional neural networks*
  /// (2019), doi:10.23915/distill.00021: size 483, stride 32, padding 239.
  @Test func resNetHasItsPublishedField() throws {
    var text = ["conv1@7:s2:p3", "maxpool3:s2:p0x0x1x1=x0"]
    var block = 0
    for (stage, count) in [3, 4, 6, 3].enumerated() {
      for number in 1...count {
        let stride = number == count && stage < 3 ? 2 : 1
        let hasShortcut = number == 1 || stride == 2
        if hasShortcut { text.append("conv1@1:s\(stride):from=x\(block)=s\(block)") }
        text += [
          "conv1@1:from=x\(block)", "relu", "conv1@3:s\(stride):p1", "relu", "conv1@1",
          "add:\(hasShortcut ? "s" : "x")\(block)", "relu=x\(block + 1)",
        ]
        block += 1
      }
    }
    let graph = try SpatialGraph(
      GraphNotation.graph(text.joined(separator: ", ")), input: PlaneSize(224))
    let last = graph.graph.nodes.count
    let field = graph.field(of: last)
    #expect(field.size == PlaneSize(483) && field.start == Position(-239, -239))
    #expect(field.jump.rows == Ratio(32) && field.jump.columns == Ratio(32))
    #expect(graph.maps[last] == PlaneSize(7))
    #expect(graph.extent(of: Position(row: 3, column: 3), in: last) == PerAxis(0...223))
  }
}
