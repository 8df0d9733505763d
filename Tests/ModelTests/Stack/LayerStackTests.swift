import Testing

@testable import Model

/// Every map of every stack is PyTorch's, within 1e-5 of its largest number.
@Test(arguments: References.layerStacks) func mapsAreThoseOfPyTorch(
  _ reference: LayerStackReference
)
  throws
{
  let stack = try reference.stack()
  let maps = stack.maps(of: Tensor(Shape(reference.shape), reference.image))
  #expect(maps.map(\.shape) == stack.shapes)
  for (index, expected) in reference.maps.enumerated() {
    #expect(stack.shapes[index + 1] == Shape(expected.shape))
    expectClose(maps[index + 1].elements, expected.values, within: 1e-5, "layer \(index + 1)")
  }
}

/// Every number follows from what its explanation says, with the arithmetic written out here.
@Test(arguments: References.layerStacks) func explanationsGiveTheNumber(
  _ reference: LayerStackReference
) throws {
  let stack = try reference.stack()
  let maps = stack.maps(of: Tensor(Shape(reference.shape), reference.image))
  for map in maps.indices {
    let shape = stack.shapes[map]
    for channel in 0..<shape.channels {
      for row in 0..<shape.rows {
        for column in 0..<shape.columns {
          let value = maps[map][0, channel, row, column]
          let unit = Position(rows: row, columns: column)
          let explained: Float
          switch stack.explanation(of: unit, channel: channel, map: map, in: maps) {
          case .pixel:
            explained = reference.image[(channel * shape.rows + row) * shape.columns + column]
          case .sum(let trace, let window):
            let parts = trace.parts(of: window)
            explained = parts.channels.reduce(parts.bias, +)
          case .winner(let at): explained = maps[map - 1][0, channel, at.rows, at.columns]
          case .activation(let activation, let before): explained = activation(before)
          case .scaled(let before, let scale, let shift): explained = before * scale + shift
          case .mean: explained = value
          }
          #expect(abs(explained - value) <= 1e-4 * max(1, abs(value)), "\(map) \(channel) \(unit)")
        }
      }
    }
  }
}

@Test func layerThatDoesNotFitIsNamedWithWhatItWasGiven() throws {
  let conv = StackLayer.convolution(
    try Convolution(weight: Tensor(Shape(2, 1, 3, 3)), bias: nil))
  func error(_ layers: [StackLayer]) -> StackError? {
    do throws(StackError) {
      _ = try LayerStack(input: Shape(8, 8), layers: layers)
      return nil
    } catch { return error }
  }
  #expect(error([conv, conv])?.layer == 2)
  let shrunk = error([
    conv, .maxPooling(.init(size: PerAxis(4))), .maxPooling(.init(size: PerAxis(2))),
  ])
  #expect(shrunk?.layer == 3 && shrunk?.input == Shape([2, 1, 1]))
  #expect(
    error([.normalization(scale: [1, 2], shift: [0, 0])])?.reason == .statistics(2, channels: 1))
  #expect(error([.maxPooling(.init(size: PerAxis(2), padding: PerAxis(2)))])?.layer == 1)
  #expect(error([conv, .activation(.relu)]) == nil)
}
