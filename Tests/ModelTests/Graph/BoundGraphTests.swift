import Testing

@testable import Model

/// Every map of every stack is PyTorch's, within 1e-5 of its largest number.
@Test(arguments: References.layerStacks) func mapsAreThoseOfPyTorch(
  _ reference: BoundGraphReference
)
  throws
{
  let graph = try reference.graph()
  let maps = graph.maps(of: Tensor(Shape(reference.shape), reference.image))
  #expect(maps.map(\.shape) == graph.shapes)
  for (index, expected) in reference.maps.enumerated() {
    #expect(graph.shapes[index + 1] == Shape(expected.shape))
    expectClose(maps[index + 1].elements, expected.values, within: 1e-5, "layer \(index + 1)")
  }
}

/// Every number follows from what its explanation says, with the arithmetic written out here.
@Test(arguments: References.layerStacks) func explanationsGiveTheNumber(
  _ reference: BoundGraphReference
) throws {
  let graph = try reference.graph()
  let maps = graph.maps(of: Tensor(Shape(reference.shape), reference.image))
  for map in maps.indices {
    let shape = graph.shapes[map]
    for channel in 0..<shape.channels {
      for row in 0..<shape.rows {
        for column in 0..<shape.columns {
          let value = maps[map][0, channel, row, column]
          let unit = Position(row: row, column: column)
          let explained: Float
          switch graph.origin(of: unit, channel: channel, map: map, in: maps) {
          case .pixel:
            explained = reference.image[(channel * shape.rows + row) * shape.columns + column]
          case .sum(let trace, let window):
            let parts = trace.parts(of: window)
            explained = parts.channels.reduce(parts.bias, +)
          case .winner(let at): explained = maps[map - 1][0, channel, at.row, at.column]
          case .function(let function, let before): explained = function(before)
          case .scaled(let before, let scale, let shift): explained = before * scale + shift
          case .mean(let sum, let count): explained = sum / count
          case .total(let numbers): explained = numbers.reduce(0, +)
          case .product(let numbers): explained = numbers.reduce(1, *)
          case .taken(let input, let own, let at):
            explained = maps[graph.graph.nodes[map - 1].inputs[input]][0, own, at.row, at.column]
          }
          #expect(abs(explained - value) <= 1e-4 * max(1, abs(value)), "\(map) \(channel) \(unit)")
        }
      }
    }
  }
}

@Test func layerThatDoesNotFitIsNamedWithWhatItWasGiven() throws {
  let conv = ConvolutionLayer(try Convolution(weight: Tensor(Shape(2, 1, 3, 3)), bias: nil))
  func error(_ layers: [any Operator]) -> GraphError? {
    do throws(GraphError) {
      _ = try BoundGraph(.sequential(layers), input: Shape(8, 8))
      return nil
    } catch { return error }
  }
  func pooling(_ size: Int, padding: Int = 0) -> Pooling {
    Pooling(.max, PoolingWindow(size: PlaneSize(size), padding: PerAxis(padding)))
  }
  #expect(error([conv, conv])?.layer == 2)
  let shrunk = error([conv, pooling(4), pooling(2)])
  #expect(shrunk?.layer == 3 && shrunk?.inputs.map(\.shape) == [Shape([2, 1, 1])])
  #expect(
    error([BatchNormalization(.init(scale: [1, 2], shift: [0, 0]))])?.reason
      == .operator(.statistics(2, channels: 1)))
  #expect(error([pooling(2, padding: 2)])?.layer == 1)
  #expect(error([conv, ReLU()]) == nil)
}
