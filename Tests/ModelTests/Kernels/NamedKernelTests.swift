import Model
import Testing

@Test func namesAreUniqueAndFindTheirKernel() {
  let names = NamedKernel.all.map(\.name)
  #expect(Set(names).count == names.count)
  for kernel in NamedKernel.all { #expect(NamedKernel.named(kernel.name) == kernel) }
  #expect(NamedKernel.named("no such kernel") == nil)
}

@Test(arguments: ["gaussian", "gaussian-5", "box", "sharpen", "emboss", "identity"])
func theseKernelsKeepTheBrightness(_ name: String) throws {
  // Within 1e-6: nine times 1/9 is not 1 in single precision.
  let kernel = try #require(NamedKernel.named(name)).kernel
  #expect(abs(kernel.elements.reduce(0, +) - 1) < 1e-6)
}

@Test(arguments: [
  "edge-x", "edge-y", "sobel-x", "sobel-y", "prewitt-x", "prewitt-y", "scharr-x", "scharr-y",
  "laplacian", "laplacian-8",
])
func theseKernelsFindNothingInAnEvenArea(_ name: String) throws {
  #expect(try #require(NamedKernel.named(name)).kernel.elements.reduce(0, +) == 0)
}

@Test func everyKernelSumsToAKnownNumber() {
  // Whoever adds a kernel adds it to one of the lists above.
  #expect(NamedKernel.all.count == 16)
}

/// On the bar, whose brightness falls from 1 to 0 and rises again.
@Test(arguments: ["edge", "sobel", "prewitt", "scharr"])
func gradientsArePositiveWhereBrightnessFalls(_ name: String) throws {
  let across = try #require(NamedKernel.named("\(name)-x")).kernel
  let down = try #require(NamedKernel.named("\(name)-y")).kernel
  let byColumns = try output(Chapter.bar, across)
  for i in 0..<byColumns.shape.rows {
    let row = (0..<byColumns.shape.columns).map { byColumns[i, $0] }
    let (left, right) = (row.prefix(row.count / 2), row.suffix(row.count / 2))
    #expect(left.allSatisfy { $0 >= 0 } && left.contains { $0 > 0 })
    #expect(right.allSatisfy { $0 <= 0 } && right.contains { $0 < 0 })
  }
  #expect(try output(Chapter.bar, down).elements.allSatisfy { $0 == 0 })
  #expect(down == across.transposed)
  #expect(try output(Chapter.bar.transposed, down) == byColumns.transposed)
}

private func output(_ input: Tensor, _ kernel: Tensor) throws -> Tensor {
  Correlation.plain(
    input, kernel, geometry: try Geometry(input: input.shape, kernel: kernel.shape))
}

@Test func everyKernelIsAFiniteMatrix() {
  for kernel in NamedKernel.all {
    #expect(kernel.kernel.shape.rank == 2)
    #expect(kernel.kernel.elements.allSatisfy { $0.isFinite })
  }
}
