import Model
import Testing

@Test func additionAndSubtractionGoElementByElement() {
  let (a, b) = (Tensor(rows: [[1, 2], [3, 4]]), Tensor(rows: [[10, 20], [30, 40]]))
  #expect(a + b == Tensor(rows: [[11, 22], [33, 44]]))
  #expect(b - a == Tensor(rows: [[9, 18], [27, 36]]))
  #expect(2 * a == Tensor(rows: [[2, 4], [6, 8]]))
  #expect(a.map { -$0 } == Tensor(rows: [[-1, -2], [-3, -4]]))
}

@Test func transposingExchangesRowsAndColumns() {
  #expect(
    Tensor(rows: [[1, 2, 3], [4, 5, 6]]).transposed == Tensor(rows: [[1, 4], [2, 5], [3, 6]]))
}

@Test func transposingLeavesBatchAndChannelsInPlace() {
  var generator = SeededGenerator(seed: 1)
  let tensor = Tensor.random(Shape(2, 3, 4, 5), using: &generator)
  let transposed = tensor.transposed
  #expect(transposed.shape == Shape(2, 3, 5, 4))
  #expect(transposed[1, 2, 4, 3] == tensor[1, 2, 3, 4])
  #expect(transposed.plane(batch: 1, channel: 2) == tensor.plane(batch: 1, channel: 2).transposed)
  #expect(transposed.transposed == tensor)
}

@Test func flippingReversesRowsAndColumns() {
  #expect(
    Tensor(rows: [[1, 2, 3], [4, 5, 6]]).flipped == Tensor(rows: [[6, 5, 4], [3, 2, 1]]))
}

@Test func flippingLeavesBatchAndChannelsInPlace() {
  var generator = SeededGenerator(seed: 2)
  let tensor = Tensor.random(Shape(2, 3, 4, 5), using: &generator)
  #expect(
    tensor.flipped.plane(batch: 1, channel: 2) == tensor.plane(batch: 1, channel: 2).flipped)
  #expect(tensor.flipped.flipped == tensor)
}

@Test func theRangeSpansTheFiniteElements() {
  #expect(Tensor(rows: [[3, -2, 5]]).finiteRange == -2...5)
  #expect(Tensor(rows: [[.nan, 4, .infinity, -1, -.infinity]]).finiteRange == -1...4)
  #expect(Tensor(rows: [[7, .nan]]).finiteRange == 7...7)
}

@Test func nothingFiniteHasNoRange() {
  #expect(Tensor(rows: [[.nan, .infinity]]).finiteRange == nil)
  #expect(Tensor(Shape(0, 3)).finiteRange == nil)
}
