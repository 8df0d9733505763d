import Model
import Testing

@testable import Drawing

@Suite struct PictureMosaicTests {
  private let look = Look()

  private func tiles(_ count: Int, _ rows: Int, _ columns: Int) -> [Tensor] {
    (0..<count).map { tile in
      Tensor(Shape(rows, columns), (0..<rows * columns).map { Float((tile + $0) % 7) - 3 })
    }
  }

  @Test func tilesStandInAsFewColumnsAsTheHeightAllows() {
    let mosaic = PictureMosaic(tiles(6, 4, 4), tileHeight: 5, in: Size(width: 40, height: 10))
    // Three tiles of five halves and four gaps.
    #expect(mosaic.size == Size(width: 13, height: 10))
    let one = PictureMosaic(tiles(6, 4, 4), tileHeight: 5, in: Size(width: 40, height: 19))
    #expect(one.size.width == 7)
  }

  @Test(arguments: [(40, 12), (13, 5), (100, 50)])
  func largestTilesFit(_ width: Int, _ height: Int) {
    for (count, rows, columns) in [(1, 9, 9), (6, 28, 28), (16, 5, 5), (10, 1, 1), (3, 2, 8)] {
      let room = Size(width: width, height: height)
      let mosaic = PictureMosaic(tiles(count, rows, columns), fitting: room)
      #expect(mosaic.size.width <= width && mosaic.size.height <= height)
      // Numbers of small tiles are all of one size.
      let isSharp = rows <= 11 && mosaic.tileHeight >= rows
      #expect(!isSharp || mosaic.tileHeight.isMultiple(of: rows))
      let larger = PictureMosaic(
        tiles(count, rows, columns), tileHeight: mosaic.tileHeight + (isSharp ? rows : 1), in: room)
      #expect(larger.size.width > width || larger.size.height > height)
    }
  }

  /// Every plane and every place of it is found again under the points of the screen.
  @Test(arguments: [(6, 4, 4, 8), (5, 3, 7, 6), (4, 1, 1, 2), (2, 9, 9, 4)])
  func pointsFindTheirTilesAndPlaces(_ count: Int, _ rows: Int, _ columns: Int, _ height: Int) {
    let rect = Rect(row: 2, column: 3, width: 60, height: 20)
    let placed = PictureMosaic(tiles(count, rows, columns), tileHeight: height, in: rect.size)
      .placed(in: rect)
    var found: Set<Int> = []
    for row in 0..<24 {
      for column in 0..<70 {
        guard let (tile, at) = placed.hit(Point(row: row, column: column)) else { continue }
        found.insert(tile)
        #expect((0..<rows).contains(at.row) && (0..<columns).contains(at.column))
      }
    }
    #expect(found == Set(0..<count))
  }

  @Test func chosenTileIsFramedInTheAccent() {
    let size = Size(width: 13, height: 6)
    func accents(_ chosen: Int?) -> Int {
      var frame = Frame(size)
      PictureMosaic(tiles(2, 4, 4), tileHeight: 5, in: size)
        .placed(in: Rect(size), .init(chosen: chosen)).draw(
          into: &frame, scale: ColorScale(-3...3), look)
      return frame.cells.count {
        $0.style.foreground == look.theme.accent || $0.style.background == look.theme.accent
      }
    }
    #expect(accents(nil) == 0 && accents(0) > 10)
  }

  /// Numbers are averaged before they are coloured: their mean tells the sign, their mean size how strong.
  @Test func manyNumbersAreColouredByTheirMeans() {
    let size = Size(width: 4, height: 3)
    let scale = ColorScale(-3...3)
    for (numbers, mean) in [([Float(1), -3], Float(-1)), ([2, -2], 0), ([1, 3], 2)] {
      let plane = Tensor(Shape(8, 8), (0..<64).map { numbers[$0 % 2] })
      var frame = Frame(size)
      PictureMosaic([plane], tileHeight: 2, in: size).placed(in: Rect(size))
        .draw(into: &frame, scale: scale, look)
      let color = scale.color(Mixture(mean: mean, size: 2), look.theme)
      #expect(frame[1, 1].style.background == color)
    }
  }

  @Test func whatIsNotLitIsDimmed() {
    let plane = Tensor(Shape(4, 4), repeating: 3)
    let size = Size(width: 6, height: 4)
    var frame = Frame(size)
    PictureMosaic([plane], tileHeight: 4, in: size)
      .placed(in: Rect(size), .init(lit: Block(rows: 0..<4, columns: 0..<2)))
      .draw(into: &frame, scale: ColorScale(-3...3), look)
    let full = ColorScale(-3...3).color(3, look.theme)
    #expect(frame[1, 1].style.background == full && frame[1, 4].style.background != full)
  }

  @Test(arguments: [(0, 0), (1, 1), (3, 1), (1, 40), (60, 20)])
  func everyPlaceTakesAnyTiles(_ width: Int, _ height: Int) {
    for (count, rows, columns) in [(1, 1, 1), (96, 5, 5), (6, 28, 28), (1, 1, 400), (300, 1, 1)] {
      let rect = Rect(row: 1, column: 1, width: width, height: height)
      var blank = Frame(Size(width: 70, height: 44))
      blank.update(Rect(blank.size)) { $0 = Cell(glyph: "☺") }
      var frame = blank
      PictureMosaic(tiles(count, rows, columns), fitting: rect.size)
        .placed(in: rect, .init(chosen: count - 1, cursor: .zero))
        .draw(into: &frame, scale: ColorScale(-3...3), look)
      frame.fill(rect, Style())
      blank.fill(rect, Style())
      #expect(frame == blank)
    }
  }
}
