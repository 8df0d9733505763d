import Testing

@testable import Model

@Test func theLayerThatDoesNotFitIsNamed() {
  let layers = [
    FieldLayer(.convolution, kernel: PlaneSize(3)), FieldLayer(.pooling, kernel: PlaneSize(4)),
  ]
  do {
    _ = try FieldStack(input: PlaneSize(5), layers: layers)
    Issue.record("accepted")
  } catch {
    #expect(error.layer == 2)
    guard case .operator(.geometry(.kernelTooLarge(let axis, .rows))) = error.reason else {
      Issue.record("\(error)")
      return
    }
    #expect([axis.input, axis.kernel] == [3, 4])
  }
}

@Test func sizesOfZeroInAStackAreRefused() {
  #expect(throws: misfit(1, over: Shape(5, 5), .emptyKernel(.columns))) {
    try FieldStack(
      input: PlaneSize(5),
      layers: [FieldLayer(.pooling, kernel: PlaneSize(rows: 2, columns: 0))])
  }
  #expect(throws: misfit(1, over: Shape(0, 5), .emptyInput(.rows))) {
    try FieldStack(
      input: PlaneSize(rows: -5, columns: 5),
      layers: [FieldLayer(.convolution, kernel: PlaneSize(3))])
  }
}

@Test func stridesWhoseProductOverflowsAreRefused() {
  let layer = FieldLayer(.convolution, kernel: PlaneSize(1), stride: PerAxis(1 << 20))
  #expect(
    throws: misfit(
      2, over: Shape(1, 1), .tooLarge(1 << 20, .stride, limit: 1 << 4, .rows))
  ) {
    try FieldStack(input: PlaneSize(1), layers: [layer, layer, layer, layer])
  }
}

@Test(arguments: [1 << 24 + 1, Int.max])
func hugeLayersAndImagesAreRefused(_ huge: Int) {
  let reason = GeometryError.tooLarge(huge, .kernel, limit: 1 << 24, .rows)
  #expect(throws: misfit(1, over: Shape(32, 32), reason)) {
    try FieldStack(
      input: PlaneSize(32),
      layers: [FieldLayer(.convolution, kernel: PlaneSize(huge), dilation: PerAxis(3))])
  }
  let image = GeometryError.tooLarge(huge, .input, limit: 1 << 24, .rows)
  #expect(throws: misfit(1, over: Shape(huge, huge), image)) {
    try FieldStack(
      input: PlaneSize(huge),
      layers: [FieldLayer(.convolution, kernel: PlaneSize(3), padding: PerAxis(1))])
  }
}

private func misfit(_ layer: Int, over shape: Shape, _ reason: GeometryError) -> GraphError {
  GraphError(
    layer: layer, inputs: [.init(layer: layer - 1, shape: shape)],
    reason: .operator(.geometry(reason)))
}
