import Drawing
import Model

/// Planes of one size beside each other, with a title: pictures where cells have colours, else signs.
struct TileDrawing {
  /// At least one.
  let tiles: [Tensor]
  let title: Line
  let scale: ColorScale
  /// The tile that is framed.
  var chosen: Int?

  /// Whether every number has room in a place.
  static func isWhole(_ tiles: [Tensor], in place: Size, _ look: Look) -> Bool {
    look.fillsCells
      ? PictureMosaic(tiles, fitting: place).isWhole
      : ImageGrid(tiles, fitting: place, look).isWhole
  }

  /// What the title leaves of a place.
  static func room(_ rect: Rect) -> Rect { rect.inset(top: 1, right: 2) }

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let place = TileDrawing.room(rect)
    guard look.fillsCells else {
      let mosaic = ImageGrid(tiles, fitting: place.size, look)
      PaneGrid([[mosaic.pane(title, scale, chosen: chosen)]], isCentered: false)
        .placed(in: rect, look).draw(into: &frame, look)
      return
    }
    PictureMosaic(tiles, fitting: place.size).placed(in: place, .init(chosen: chosen))
      .draw(into: &frame, scale: scale, look)
    frame.write(
      title.shortened(to: rect.width - 1), at: Point(row: rect.row, column: rect.column + 1), look,
      limit: rect.columns.upperBound)
  }
}

extension Tensor {
  /// One matrix for each kernel and channel; a matrix of weights is one tile.
  var tiles: [Tensor] {
    guard shape.rank > 2 else { return [self] }
    return (0..<shape.batch).flatMap { k in
      tiles(ofKernel: k)
    }
  }

  /// One matrix for each channel of a kernel.
  func tiles(ofKernel k: Int) -> [Tensor] {
    (0..<shape.channels).map { plane(batch: min(k, shape.batch - 1), channel: $0) }
  }
}
