import Testing

@testable import Model

/// Checks A·v = λ·v, ascending order and orthonormal vectors, each within 1e-10 of A's norm.
private func expectEigen(
  of matrix: [[Double]], sourceLocation: SourceLocation = #_sourceLocation
) {
  let n = matrix.count
  let (values, vectors) = LossSurface.eigen(matrix)
  let bound = 1e-10 * max(1, matrix.joined().map(abs).max() ?? 0)
  #expect(values.count == n && vectors.count == n, sourceLocation: sourceLocation)
  #expect(zip(values, values.dropFirst()).allSatisfy(<=), sourceLocation: sourceLocation)
  for (index, vector) in vectors.enumerated() {
    for row in 0..<n {
      let image = zip(matrix[row], vector).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(
        abs(image - values[index] * vector[row]) <= bound, sourceLocation: sourceLocation)
    }
    for other in index..<n {
      let product = zip(vector, vectors[other]).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(
        abs(product - (other == index ? 1 : 0)) <= 1e-10, sourceLocation: sourceLocation)
    }
  }
}

@Test func randomSymmetricMatricesAreTakenApart() {
  var generator = SeededGenerator(seed: 16)
  for n in [1, 2, 2, 3, 4, 5, 9, 25] {
    for scale in [1.0, 1e-12, 1e12] {
      var matrix = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
      for p in 0..<n {
        for q in p..<n {
          matrix[p][q] = scale * Double.random(in: -1...1, using: &generator)
          matrix[q][p] = matrix[p][q]
        }
      }
      expectEigen(of: matrix)
      let trace = (0..<n).reduce(0) { $0 + matrix[$1][$1] }
      let sum = LossSurface.eigen(matrix).values.reduce(0, +)
      #expect(abs(sum - trace) <= 1e-10 * scale * Double(n))
    }
  }
}

@Test func oneNumberIsItsOwnEigenvalue() {
  let (values, vectors) = LossSurface.eigen([[-7]])
  #expect(values == [-7])
  #expect(vectors == [[1]])
}

@Test func nothingHasNoEigenvalues() {
  #expect(LossSurface.eigen([]).values.isEmpty)
}

@Test func theZeroMatrixHasZeroEigenvalues() {
  let zero = [[Double]](repeating: [0, 0, 0], count: 3)
  #expect(LossSurface.eigen(zero).values == [0, 0, 0])
  expectEigen(of: zero)
}

@Test func repeatedEigenvaluesKeepOrthonormalVectors() {
  expectEigen(of: [[2, 0, 0], [0, 2, 0], [0, 0, 2]])
  expectEigen(of: [[2, 1, 1], [1, 2, 1], [1, 1, 2]])
  expectClose(
    LossSurface.eigen([[2, 1, 1], [1, 2, 1], [1, 1, 2]]).values, [1, 1, 4], within: 1e-12)
  expectEigen(of: [[1, 1e-9], [1e-9, 1]])
}

@Test func diagonalMatricesAreSorted() {
  let (values, vectors) = LossSurface.eigen([[3, 0, 0], [0, -1, 0], [0, 0, 2]])
  #expect(values == [-1, 2, 3])
  #expect(vectors == [[0, 1, 0], [0, 0, 1], [1, 0, 0]])
}

@Test(arguments: [Double.nan, .infinity, -.infinity, .greatestFiniteMagnitude])
func nonFiniteNumbersEndTheSearch(_ value: Double) {
  for matrix in [[[value]], [[1, value], [value, 2]], [[value, 1], [1, value]]] {
    let (values, vectors) = LossSurface.eigen(matrix)
    #expect(values.count == matrix.count)
    #expect(vectors.count == matrix.count)
  }
}

@Test func aSurfaceOverNonFiniteNumbersDoesNotTrap() throws {
  for value in [Float.nan, .infinity, .greatestFiniteMagnitude] {
    var input = Tensor(Shape(4, 4), repeating: 1)
    input[1, 2] = value
    let geometry = try Geometry(input: input.shape, kernel: Shape(2, 2))
    #expect(LossSurface(patches: Patches(input, geometry: geometry)).eigenvalues.count == 4)
  }
}
