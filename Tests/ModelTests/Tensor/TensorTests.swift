import Model
import Testing

/// 2×2×2×3, every element its own place in memory.
private let counted = Tensor(Shape(2, 2, 2, 3), (0..<24).map(Float.init))

@Test func theColumnRunsFastest() {
  #expect(counted[0, 0, 0, 1] == 1)
  #expect(counted[0, 0, 1, 0] == 3)
  #expect(counted[0, 1, 0, 0] == 6)
  #expect(counted[1, 0, 0, 0] == 12)
  #expect(counted.index(1, 1, 1, 2) == 23)
}

@Test func rowsBecomeAMatrix() {
  let matrix = Tensor(rows: [[1, 2, 3], [4, 5, 6]])
  #expect(matrix.shape == Shape(2, 3))
  #expect(matrix[1, 0] == 4)
  #expect(matrix.elements == [1, 2, 3, 4, 5, 6])
}

@Test func writingAnElementChangesThatOneOnly() {
  var tensor = counted
  tensor[1, 0, 1, 2] = -1
  #expect(tensor.elements.indices.filter { tensor.elements[$0] != counted.elements[$0] } == [17])
  var matrix = Tensor(Shape(2, 2))
  matrix[1, 0] = 5
  #expect(matrix == Tensor(rows: [[0, 0], [5, 0]]))
}

@Test func reshapingKeepsTheOrderOfTheElements() {
  let matrix = counted.reshaped(Shape(4, 6))
  #expect(matrix.elements == counted.elements)
  #expect(matrix[1, 0] == 6)
  #expect(matrix.reshaped(counted.shape) == counted)
}

@Test func aPlaneIsOneChannelOfOneImage() {
  #expect(counted.plane(batch: 1, channel: 0) == Tensor(rows: [[12, 13, 14], [15, 16, 17]]))
  #expect(CourseExample.input.plane() == CourseExample.input)
}

@Test func aTensorStartsAtZeroOrTheGivenValue() {
  #expect(Tensor(Shape(1, 2)).elements == [0, 0])
  #expect(Tensor(Shape(1, 2), repeating: 7).elements == [7, 7])
}
