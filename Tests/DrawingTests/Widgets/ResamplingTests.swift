import Model
import TestSupport
import Testing

@testable import Drawing

struct ResamplingTests {
  private func resampled(
    _ values: [Float], columns: Int, to size: Size
  ) -> [Float] {
    Resampling.image(
      values.map { SIMD4($0, 0, 0, 0) }, columns: columns,
      Resampling(values.count / columns, to: size.height), Resampling(columns, to: size.width)
    ).map(\.x)
  }

  @Test func wholeFactorsAreMeansAndCopies() {
    let values: [Float] = [0, 2, 4, 6, 8, 10, 12, 14]
    #expect(resampled(values, columns: 4, to: Size(width: 2, height: 1)) == [5, 9])
    #expect(resampled([1, 2], columns: 2, to: Size(width: 4, height: 1)) == [1, 1, 2, 2])
  }

  @Test func pixelThatLiesUnderTwoIsSharedByThem() {
    let result = resampled([0, 3, 6], columns: 3, to: Size(width: 2, height: 1))
    #expect(zip(result, [1, 5]).allSatisfy { abs($0 - $1) < 1e-5 })
  }

  @Test(arguments: 1...30) func meanOfAllStays(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func side() -> Int { Int.random(in: 1...40, using: &generator) }
    let (rows, columns, size) = (side(), side(), Size(width: side(), height: side()))
    let values = (0..<rows * columns).map { _ in Float.random(in: 0...255, using: &generator) }
    let result = resampled(values, columns: columns, to: size)
    #expect(result.count == size.width * size.height)
    func mean(_ values: [Float]) -> Float { values.reduce(0, +) / Float(values.count) }
    #expect(abs(mean(result) - mean(values)) < 0.1)
  }
}
