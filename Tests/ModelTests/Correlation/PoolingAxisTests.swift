import Testing

@testable import Model

/// What `torch.nn.functional.max_pool2d` takes and refuses over eight numbers a side, with a stride
/// of 1: it asks for a padding of at most half of the window, whatever the dilation.
@Test(arguments: [
  (2, 0, 1, true), (2, 1, 1, true), (2, 2, 1, false), (3, 1, 1, true), (3, 2, 1, false),
  (4, 2, 1, true), (4, 3, 1, false), (1, 0, 1, true), (1, 1, 1, false), (9, 4, 1, true),
  (2, 1, 2, true), (2, 2, 2, false), (2, 2, 3, false), (3, 2, 2, false), (2, 2, 4, false),
  (1, 1, 5, false), (9, 0, 1, false), (3, 1, 5, false),
])
func poolingPadsAtMostHalfOfItsWindow(
  _ kernel: Int, _ padding: Int, _ dilation: Int, _ isTaken: Bool
) {
  let axis = try? Axis(
    input: 8, kernel: kernel, padding: padding, dilation: dilation, isPooling: true, name: .rows)
  #expect((axis != nil) == isTaken)
}

@Test func convolutionPadsAsFarAsItLikes() throws {
  #expect(try Axis(input: 8, kernel: 2, padding: 20, name: .rows).output == 47)
}

/// As `max_pool2d(x, (4, 3), padding=(2, 2))`.
@Test func poolingOfAFieldNamesItsLayerAndAxis() {
  let pool = FieldLayer(.pooling, kernel: PlaneSize(rows: 4, columns: 3), padding: PerAxis(2))
  #expect(
    throws: GraphError(
      layer: 2, inputs: [.init(layer: 1, shape: Shape(8, 8))],
      reason: .operator(.geometry(.poolingPadding(2, kernel: 3, .columns))))
  ) {
    try FieldStack(
      input: PlaneSize(8), layers: [FieldLayer(.convolution, kernel: PlaneSize(1)), pool])
  }
}

@Test func poolingOfAStackNamesItsLayerAndAxis() {
  let pool = Pooling(.average, PoolingWindow(size: PlaneSize(3), padding: PerAxis(2)))
  #expect(
    throws: GraphError(
      layer: 1, inputs: [.init(layer: 0, shape: Shape([1, 8, 8]))],
      reason: .operator(.geometry(.poolingPadding(2, kernel: 3, .rows))))
  ) { try BoundGraph(.sequential([pool]), input: Shape([1, 8, 8])) }
}
