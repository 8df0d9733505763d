import Model
import Testing

@Test func kernelIsNotFlipped() throws {
  let geometry = try Geometry(input: Chapter.input.shape, kernel: Chapter.kernel.shape)
  let output = Correlation.plain(Chapter.input, Chapter.kernel, geometry: geometry)
  #expect(output == Tensor(rows: [[19, 25], [37, 43]]))
}
