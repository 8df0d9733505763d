import Model
import Testing

@testable import Drawing

@Suite struct ImageGridTests {
  private let look = Look()

  private func tiles(_ count: Int, _ rows: Int, _ columns: Int) -> [Tensor] {
    (0..<count).map { tile in
      Tensor(Shape(rows, columns), (0..<rows * columns).map { Float(tile * 100 + $0) })
    }
  }

  @Test func tilesStandBesideEachOtherWithGapsAround() {
    let mosaic = ImageGrid(tiles(3, 2, 3), fitting: Size(width: 9, height: 4), look)
    let pane = mosaic.pane([], ColorScale(0...1))
    #expect(mosaic.shape == Shape(7, 9) && mosaic.isWhole)
    #expect(pane.value(0, 0) == .empty && pane.value(3, 4) == .empty)
    #expect(pane.value(1, 1) == .number(0) && pane.value(2, 7) == .number(105))
    #expect(pane.value(4, 1) == .number(200) && pane.value(4, 5) == .empty)
    #expect(
      mosaic.pane([], ColorScale(0...1), chosen: 1).outline == Block(rows: 1..<3, columns: 5..<8))
  }

  @Test func whatDoesNotFitIsShrunkToMeans() {
    let mosaic = ImageGrid(tiles(1, 4, 4), fitting: Size(width: 4, height: 2), look)
    let pane = mosaic.pane([], ColorScale(0...1))
    #expect(!mosaic.isWhole && mosaic.shape == Shape(4, 4))
    #expect(pane.value(1, 1) == .number(5) && pane.value(2, 2) == .number(15))
    var picture = mosaic
    picture.isPicture = true
    let means = picture.pane([], ColorScale(0...1))
    #expect(means.value(1, 1) == .number((0 + 1 + 4 + 5) / 4))
    #expect(means.value(2, 2) == .number((10 + 11 + 14 + 15) / 4))
  }

  @Test func theStrongestOfABlockKeepsItsSign() {
    let tile = Tensor(rows: [[1, -3, 0, .nan], [2, 3, -1, 9]])
    let mosaic = ImageGrid([tile], height: 9, shrink: 2)
    let pane = mosaic.pane([], ColorScale(0...1))
    #expect(pane.value(1, 1) == .number(-3))
    guard case .number(let number) = pane.value(1, 2) else { return #expect(Bool(false)) }
    #expect(number.isNaN)
  }

  @Test func smallBlockIsSeenInAShrunkTile() {
    let mosaic = ImageGrid(tiles(1, 6, 6), fitting: Size(width: 4, height: 2), look)
    let block = Block(rows: 4..<5, columns: 4..<6)
    let shown = (0..<4).flatMap { row in
      (0..<4).map { mosaic.shows(block, at: Position(row: row, column: $0)) }
    }
    // Two by two elements within a gap, which always shows.
    #expect(shown.count { !$0 } == 3 && mosaic.shows(block, at: Position(row: 2, column: 2)))
  }

  @Test func singleNumbersStandWithoutGaps() {
    let mosaic = ImageGrid(tiles(10, 1, 1), height: 4, shrink: 1)
    #expect(mosaic.shape == Shape(4, 3))
    #expect(mosaic.pane([], ColorScale(0...1)).value(3, 2) == .empty)
  }

  @Test(arguments: [(0, 0), (1, 1), (3, 1), (1, 40), (60, 20)])
  func everyPlaceTakesAnyTiles(_ width: Int, _ height: Int) {
    for (count, rows, columns) in [(1, 1, 1), (96, 5, 5), (6, 28, 28), (1, 1, 400)] {
      let mosaic = ImageGrid(
        tiles(count, rows, columns), fitting: Size(width: width, height: height), look)
      #expect(mosaic.shape.count > 0)
    }
  }
}
