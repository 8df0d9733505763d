import Model
import Testing

@Test func aMatrixIsOneImageOfOneChannel() {
  let shape = Shape(3, 5)
  #expect(shape.rank == 2)
  #expect([shape.batch, shape.channels, shape.rows, shape.columns] == [1, 1, 3, 5])
  #expect(shape.count == 15)
  #expect(shape.area == 15)
}

@Test func threeAxesAreChannelsRowsColumns() {
  let shape = Shape([2, 3, 5])
  #expect([shape.batch, shape.channels, shape.rows, shape.columns] == [1, 2, 3, 5])
  #expect(shape.count == 30)
  #expect(shape.area == 15)
}

@Test func fourAxesStartWithTheBatch() {
  let shape = Shape(7, 2, 3, 5)
  #expect([shape.batch, shape.channels, shape.rows, shape.columns] == [7, 2, 3, 5])
  #expect(shape.count == 210)
}

@Test func aShapeReadsAsItsExtents() {
  #expect(Shape(7, 2, 3, 5).description == "7×2×3×5")
  #expect(Shape(3, 5).description == "3×5")
}

@Test func shapesOfDifferentRankDiffer() {
  #expect(Shape(3, 5) != Shape([1, 3, 5]))
}

@Test func anEmptyAxisLeavesNoElements() {
  #expect(Shape(0, 5).count == 0)
  #expect(Tensor(Shape(0, 5)).elements.isEmpty)
}
