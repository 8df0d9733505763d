import Model
import Testing

struct KernelEditTests {
  private static let kernel = Tensor(rows: [[1, 2, 3], [4, 5, 6]])

  @Test(
    arguments: [
      (.negate, [[-1, -2, -3], [-4, -5, -6]]), (.transpose, [[1, 4], [2, 5], [3, 6]]),
      (.turn, [[6, 5, 4], [3, 2, 1]]), (.clear, [[0, 0, 0], [0, 0, 0]]),
      (.rotate(clockwise: true), [[4, 1], [5, 2], [6, 3]]),
      (.rotate(clockwise: false), [[3, 6], [2, 5], [1, 4]]),
      (.rows(1), [[1, 2, 3], [4, 5, 6], [0, 0, 0]]), (.rows(-1), [[1, 2, 3]]),
      (.columns(1), [[1, 2, 3, 0], [4, 5, 6, 0]]), (.columns(-1), [[1, 2], [4, 5]]),
      (.rings(1), [[0, 0, 0, 0, 0], [0, 1, 2, 3, 0], [0, 4, 5, 6, 0], [0, 0, 0, 0, 0]]),
      // Two rows are too few to lose one above and one below.
      (.rings(-1), [[2], [5]]),
    ] as [(KernelEdit, [[Float]])])
  func kernelIsChanged(_ edit: KernelEdit, _ expected: [[Float]]) throws {
    #expect(try edit.applied(to: KernelEditTests.kernel) == Tensor(rows: expected))
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func changesHaveTheirOpposites(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let kernel = Tensor.random(
      Shape(Int.random(in: 1...9, using: &generator), Int.random(in: 1...9, using: &generator)),
      using: &generator)
    let pairs: [(KernelEdit, KernelEdit)] = [
      (.negate, .negate), (.transpose, .transpose), (.turn, .turn), (.rings(1), .rings(-1)),
      (.rotate(clockwise: true), .rotate(clockwise: false)), (.rows(1), .rows(-1)),
      (.columns(1), .columns(-1)),
    ]
    for (edit, opposite) in pairs {
      #expect(try opposite.applied(to: edit.applied(to: kernel)) == kernel, "\(edit)")
    }
    let half = KernelEdit.rotate(clockwise: true)
    #expect(try half.applied(to: half.applied(to: kernel)) == kernel.flipped)
  }

  @Test func normalizedKernelsSumToOneOrHaveMagnitudesThatDo() throws {
    for named in NamedKernel.all {
      let sum = named.kernel.elements.reduce(0, +)
      let normal = try KernelEdit.normalize.applied(to: named.kernel)
      let divisor = try KernelEdit.Divisor(of: named.kernel)
      #expect(divisor.isOfMagnitudes == (sum == 0), "\(named.name)")
      let total = normal.elements.reduce(0) { $0 + (divisor.isOfMagnitudes ? abs($1) : $1) }
      #expect(abs(total - 1) < 1e-5, "\(named.name)")
    }
  }

  @Test(arguments: [[[0, 0]], [[.nan, 1]], [[.infinity]]] as [[[Float]]])
  func whatHasNoSumIsNotNormalized(_ rows: [[Float]]) {
    #expect(throws: KernelEditError.noSum) {
      try KernelEdit.normalize.applied(to: Tensor(rows: rows))
    }
  }

  @Test func sizesEndAtOneAndAtThirtyOne() throws {
    let (one, most) = (Shape(1, 1), Shape(31, 31))
    for edit in [KernelEdit.rows(-1), .columns(-1), .rings(-1)] {
      #expect(throws: KernelEditError.tooSmall(one)) { try edit.applied(to: Tensor(one)) }
    }
    for edit in [KernelEdit.rows(1), .columns(1), .rings(1)] {
      #expect(throws: KernelEditError.tooLarge(most, limit: 31)) {
        try edit.applied(to: Tensor(most))
      }
    }
    #expect(try KernelEdit.rings(1).applied(to: Tensor(Shape(29, 31))).shape == most)
    #expect(try KernelEdit.rows(-1).applied(to: Tensor(Shape(40, 2))).shape == Shape(39, 2))
  }
}
