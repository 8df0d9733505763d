import Model
import Testing

@Test func theEdgeKernelFindsBothSidesOfTheBar() throws {
  let geometry = try Geometry(input: CourseExample.bar.shape, kernel: CourseExample.edge.shape)
  let output = Correlation.plain(CourseExample.bar, CourseExample.edge, geometry: geometry)
  #expect(output == Tensor(rows: [[Float]](repeating: [0, 1, 0, 0, 0, -1, 0], count: 6)))
}

@Test func theEdgeKernelFindsNothingInTheTransposedBar() throws {
  let input = CourseExample.bar.transposed
  let geometry = try Geometry(input: input.shape, kernel: CourseExample.edge.shape)
  let output = Correlation.plain(input, CourseExample.edge, geometry: geometry)
  #expect(output == Tensor(Shape(8, 5)))
}
