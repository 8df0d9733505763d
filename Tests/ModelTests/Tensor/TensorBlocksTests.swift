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

  /// NaN counts as nothing, and a square of nothing else stays NaN.
  @Test func meanMagnitudesLeaveOutNaN() {
    let sizes = Tensor(rows: [[-1, 3, .nan], [.nan, 5, .nan]]).meanMagnitude(inSquaresOf: 2)
    #expect(sizes[0, 0] == 3 && sizes[0, 1].isNaN)
  }
}
