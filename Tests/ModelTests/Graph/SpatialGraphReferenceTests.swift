import Model
import Testing

/// The inputs with a non-zero derivative, and the output's size, against PyTorch's autograd.
struct SpatialGraphReferenceTests {
  @Test(arguments: References.stacks)
  func aUnitSeesTheInputsWithADerivative(_ reference: StackReference) throws {
    let layers = reference.layers.map { layer in
      FieldLayer(
        layer.type == "pool" ? .pooling : .convolution, kernel: PlaneSize(layer.kernel),
        stride: PerAxis(layer.stride), padding: PerAxis(layer.padding),
        dilation: PerAxis(layer.dilation))
    }
    let stack = try FieldStack(input: PlaneSize(reference.input), layers: layers)
    #expect(stack.maps.last == PlaneSize(reference.output))
    for reach in reference.reach {
      let paths = stack.paths(from: Position(reach.unit, reach.unit), of: layers.count, to: 0)
      #expect(paths.rows.indices.filter { paths.rows[$0] > 0 } == reach.inputs)
      #expect(paths.columns == paths.rows)
      let ends = try #require(reach.inputs.first)...(try #require(reach.inputs.last))
      #expect(stack.extent(of: Position(reach.unit, reach.unit), in: layers.count) == PerAxis(ends))
    }
  }

  @Test func thereAreSixtyFourStacks() {
    #expect(References.stacks.count == 64)
  }
}
