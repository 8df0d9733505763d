import Testing

@testable import Model

struct TensorBlocksTests {
  private let matrix = Tensor(rows: [[1, 3, 5], [5, 7, -2], [4, -6, 9]])

  @Test func squaresAtTheFarEdgesAreSmaller() {
    #expect(matrix.mean(inSquaresOf: 2) == Tensor(rows: [[4, 1.5], [-1, 9]]))
    #expect(matrix.mean(inSquaresOf: 1) == matrix)
    #expect(matrix.mean(inSquaresOf: 9) == Tensor(rows: [[26.0 / 9]]))
  }

  @Test func endsLeaveOutWhatIsNoNumber() {
    let ends = Tensor(rows: [[1, .nan, .nan], [-2, .nan, .nan]]).ends(inSquaresOf: 2)
    #expect(ends.least == Tensor(rows: [[-2, .infinity]]))
    #expect(ends.largest == Tensor(rows: [[1, -.infinity]]))
  }

  /// Equal numbers stay as they are, and those of both signs cancel.
  @Test func strongNumbersCountMore() {
    let even = Tensor(Shape(4, 4), repeating: -3).prominence(inSquaresOf: 2)
    #expect(even.elements.allSatisfy { abs($0 + 3) < 1e-6 })
    let mixed = Tensor(rows: [[2, -2], [0, 0]]).prominence(inSquaresOf: 2)
    #expect(mixed == Tensor(rows: [[0]]))
    // ⁸√(2⁸ / 4) = 2 / ⁴√2, far more than the mean of 1/2.
    let line = Tensor(rows: [[2, 0], [0, 0]]).prominence(inSquaresOf: 2)
    #expect(abs(line[0, 0] - 2 / Float(2).squareRoot().squareRoot()) < 1e-6)
    #expect(Tensor(Shape(3, 3)).prominence(inSquaresOf: 2) == Tensor(Shape(2, 2)))
    // Its powers are no numbers.
    let large = Tensor(Shape(2, 2), repeating: 1e30).prominence(inSquaresOf: 2)
    #expect(abs(large[0, 0] - 1e30) < 1e24)
  }

  /// NaN counts as nothing, and a square of nothing else stays NaN.
  @Test func meanMagnitudesLeaveOutNaN() {
    let sizes = Tensor(rows: [[-1, 3, .nan], [.nan, 5, .nan]]).meanMagnitude(inSquaresOf: 2)
    #expect(sizes[0, 0] == 3 && sizes[0, 1].isNaN)
  }
}
