import Model
import Testing

struct RankFactorizationTests {
  @Test(arguments: References.kernels.matrices)
  func rankIsTheNumberOfSingularValues(_ reference: MatrixReference) throws {
    let separation = try #require(RankFactorization(of: reference.matrix))
    #expect(separation.rank == reference.rank)
    #expect((separation.factors != nil) == (reference.rank == 1))
  }

  @Test(arguments: References.kernels.kernels)
  func namedKernelsHaveTheirRank(_ reference: KernelReference) throws {
    let kernel = try #require(NamedKernel.named(reference.name)).kernel
    #expect(RankFactorization(of: kernel)?.rank == reference.rank)
  }

  @Test(
    arguments: [
      ("sobel-x", 1, [1, 2, 1], [1, 0, -1]), ("sobel-y", 1, [1, 0, -1], [1, 2, 1]),
      ("scharr-x", 1, [3, 10, 3], [1, 0, -1]), ("edge-x", 1, [1], [1, -1]),
      ("line-0", 1, [1, -2, 1], [-1, -1, -1]), ("identity", 1, [0, 1, 0], [0, 1, 0]),
      ("gaussian-5", 1.0 / 256, [1, 4, 6, 4, 1], [1, 4, 6, 4, 1]),
      ("box", 1.0 / 9, [1, 1, 1], [1, 1, 1]),
    ] as [(String, Double, [Double], [Double])])
  func factorsAreSmallWholeNumbers(
    _ name: String, _ factor: Double, _ column: [Double], _ row: [Double]
  ) throws {
    let kernel = try #require(NamedKernel.named(name)).kernel
    let factors = try #require(RankFactorization(of: kernel)?.factors)
    #expect(abs(factors.factor - factor) < 1e-7)
    #expect(factors.column == column && factors.row == row)
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func columnTimesRowIsFoundAgainAndNoiseOnItIsNot(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let (rows, columns) = (
      Int.random(in: 2...9, using: &generator), Int.random(in: 2...9, using: &generator)
    )
    let column = Tensor.random(Shape(rows, 1), using: &generator).elements
    let row = Tensor.random(Shape(1, columns), using: &generator).elements
    let kernel = Tensor(rows: column.map { factor in row.map { factor * $0 } })
    let separation = try #require(RankFactorization(of: kernel))
    let factors = try #require(separation.factors)
    expectClose(
      factors.column.flatMap { a in factors.row.map { factors.factor * a * $0 } },
      kernel.doubles, within: 1e-6)
    var noisy = kernel
    noisy[rows - 1, columns - 1] += 0.001 * (kernel.elements.map(abs).max() ?? 0)
    #expect(RankFactorization(of: noisy)?.rank == 2)
  }

  @Test func zerosHaveRankNoneAndNumbersThatAreNoneHaveNoRank() {
    #expect(RankFactorization(of: Tensor(Shape(3, 2)))?.rank == 0)
    #expect(RankFactorization(of: Tensor(rows: [[1, .nan]])) == nil)
    #expect(RankFactorization(of: Tensor(rows: [[.infinity], [0]])) == nil)
  }

  @Test(arguments: [3e38, Float.leastNonzeroMagnitude]) func sizeOfTheNumbersDoesNotMatter(
    _ size: Float
  ) {
    #expect(RankFactorization(of: Tensor(rows: [[size, size], [size, size]]))?.rank == 1)
    #expect(RankFactorization(of: Tensor(rows: [[size, 0], [0, size]]))?.rank == 2)
  }

  /// A small weight beside a large one counts, and so does the last digit but one.
  @Test(
    arguments: [
      [[100, 0], [0, 0.0001]], [[1, 1], [1, 1.000001]], [[1e6, 0], [0, 0.1]],
      [[1, 2], [2, 4.00001]],
    ] as [[[Float]]])
  func whatIsNearlySeparableIsNot(_ rows: [[Float]]) {
    #expect(RankFactorization(of: Tensor(rows: rows))?.rank == 2)
  }

  /// However far apart they are, factors give the kernel back.
  @Test(
    arguments: [[[1e30, 1e30], [1, 1]], [[1, 1e6], [1, 1e6]], [[1e-6, 1]]] as [[[Float]]])
  func smallFactorsAreNoZeros(_ rows: [[Float]]) throws {
    let factors = try #require(RankFactorization(of: Tensor(rows: rows))?.factors)
    for (i, a) in factors.column.enumerated() {
      for (j, b) in factors.row.enumerated() {
        let weight = Double(rows[i][j])
        #expect(abs(factors.factor * a * b - weight) <= 1e-6 * weight)
      }
    }
  }

  @Test func countingEnds() {
    var kernel = Tensor(Shape(80, 80))
    for place in 0..<80 { kernel[place, place] = 1 }
    #expect(RankFactorization(of: kernel)?.rank == RankFactorization.largestRank)
  }
}
