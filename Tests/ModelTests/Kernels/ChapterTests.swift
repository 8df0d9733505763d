import Model
import Testing

@Test func theEdgeKernelFindsBothSidesOfTheBar() throws {
  let geometry = try Geometry(input: Chapter.bar.shape, kernel: Chapter.edge.shape)
  let output = Correlation.plain(Chapter.bar, Chapter.edge, geometry: geometry)
  #expect(output == Tensor(rows: [[Float]](repeating: [0, 1, 0, 0, 0, -1, 0], count: 6)))
}

@Test func theEdgeKernelFindsNothingInTheTransposedBar() throws {
  let input = Chapter.bar.transposed
  let geometry = try Geometry(input: input.shape, kernel: Chapter.edge.shape)
  let output = Correlation.plain(input, Chapter.edge, geometry: geometry)
  #expect(output == Tensor(Shape(8, 5)))
}
