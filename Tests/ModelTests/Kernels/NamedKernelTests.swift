import Testing

@testable import Model

@Test func namesAreUniqueAndFindTheirKernel() {
  let names = NamedKernel.all.map(\.name)
  #expect(Set(names).count == names.count)
  for kernel in NamedKernel.all { #expect(NamedKernel.named(kernel.name) == kernel) }
  #expect(NamedKernel.named("no such kernel") == nil)
}

@Test(arguments: NamedKernel.smoothing + NamedKernel.others)
func theseKernelsKeepTheBrightness(_ named: NamedKernel) {
  // Within 1e-6: nine times 1/9 is not 1 in single precision.
  #expect(abs(named.kernel.elements.reduce(0, +) - 1) < 1e-6)
}

@Test(
  arguments: NamedKernel.gradients + NamedKernel.compass + NamedKernel.secondDerivatives
    + NamedKernel.lines)
func theseKernelsFindNothingInAnEvenArea(_ named: NamedKernel) {
  #expect(named.kernel.elements.reduce(0, +) == 0)
}

@Test(arguments: References.kernels.kernels)
func kernelsAreThoseOfOpenCVAndOfTheirDefinitions(_ reference: KernelReference) throws {
  let kernel = try #require(NamedKernel.named(reference.name)).kernel
  #expect(kernel.shape.rows == reference.rows)
  expectClose(kernel.elements, reference.elements, within: 1e-6, reference.name)
}

@Test func everyKernelOfKnownNumbersHasAWitness() {
  let witnessed = Set(References.kernels.kernels.map(\.name))
  let rest = NamedKernel.all.map(\.name).filter { !witnessed.contains($0) }
  // The chapter's, one checked by its script against the sampled function, and a matter of taste.
  #expect(rest == ["edge-x", "edge-y", "log-5", "emboss"])
}

/// On the bar, whose brightness falls from 1 to 0 and rises again.
@Test(arguments: ["edge", "sobel", "prewitt", "scharr"])
func gradientsArePositiveWhereBrightnessFalls(_ name: String) throws {
  let across = try #require(NamedKernel.named("\(name)-x")).kernel
  let down = try #require(NamedKernel.named("\(name)-y")).kernel
  let byColumns = try output(CourseExample.bar, across)
  for i in 0..<byColumns.shape.rows {
    let row = (0..<byColumns.shape.columns).map { byColumns[i, $0] }
    let (left, right) = (row.prefix(row.count / 2), row.suffix(row.count / 2))
    #expect(left.allSatisfy { $0 >= 0 } && left.contains { $0 > 0 })
    #expect(right.allSatisfy { $0 <= 0 } && right.contains { $0 < 0 })
  }
  #expect(try output(CourseExample.bar, down).elements.allSatisfy { $0 == 0 })
  #expect(down == across.transposed)
  #expect(try output(CourseExample.bar.transposed, down) == byColumns.transposed)
}

/// A step from 0 to 1 to the right, and one down.
@Test func kernelsLookWhereTheReadmeSays() throws {
  let right = Tensor(rows: [[Float]](repeating: [0, 0, 0, 1, 1, 1], count: 6))
  func sign(_ input: Tensor, _ name: String) throws -> Float {
    let kernel = try #require(NamedKernel.named(name)).kernel
    return try output(input, kernel).elements.reduce(0, +).sign == .minus ? -1 : 1
  }
  for name in ["edge", "roberts", "sobel", "prewitt", "scharr", "sobel-5"] {
    #expect(try sign(right, name + "-x") == -1 && sign(right.transposed, name + "-y") == -1)
  }
  for name in ["ne", "e", "se"] { #expect(try sign(right, "kirsch-" + name) == 1) }
  for name in ["nw", "w", "sw"] { #expect(try sign(right, "kirsch-" + name) == -1) }
  for name in ["sw", "s", "se"] { #expect(try sign(right.transposed, "kirsch-" + name) == 1) }
  let spot = Tensor(rows: (0..<5).map { i in (0..<5).map { i == 2 && $0 == 2 ? 0 : 1 } })
  for name in ["laplacian", "laplacian-8", "log-5"] {
    let map = try output(spot, try #require(NamedKernel.named(name)).kernel)
    #expect(map[map.shape.rows / 2, map.shape.columns / 2] > 0)
  }
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
