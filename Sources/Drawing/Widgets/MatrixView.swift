import Model

/// A pane at its place on the screen: draws every matrix of every scene, and finds cells again.
public struct MatrixView {
  public let pane: Pane
  public internal(set) var shape: CellShape
  /// Where the title stands, on one line.
  public let titleRect: Rect
  /// Where the cells stand.
  public let rect: Rect
  /// The part of the pane's extent that is in sight.
  public let visible: Block

  /// The screen rectangle of a block of cells, without lines around it.
  public func rect(of block: Block) -> Rect {
    let block = block.clamped(to: visible)
    let (row, column) = (
      block.rows.lowerBound - visible.rows.lowerBound,
      block.columns.lowerBound - visible.columns.lowerBound
    )
    if shape.kind == .picture { return pictureRect(of: block, row, column) }
    return Rect(
      row: rect.row + shape.verticalBorder
        + (shape.kind == .half ? row / 2 : row * shape.verticalPitch),
      column: rect.column + shape.horizontalBorder + column * shape.horizontalPitch,
      width: block.columns.count * shape.horizontalPitch - shape.horizontalBorder,
      height: shape.kind == .half
        ? (block.rows.count + 1) / 2 : block.rows.count * shape.verticalPitch - shape.verticalBorder
    )
  }

  /// The characters of a picture that elements from a row and a column on have a part in.
  private func pictureRect(of block: Block, _ row: Int, _ column: Int) -> Rect {
    func part(_ first: Int, _ count: Int, of all: Int, _ length: Int) -> Range<Int> {
      let start = first * length / max(1, all)
      return start..<max(start + 1, ((first + count) * length + all - 1) / max(1, all))
    }
    let rows = part(row, block.rows.count, of: visible.rows.count, rect.height)
    let columns = part(column, block.columns.count, of: visible.columns.count, rect.width)
    return Rect(
      row: rect.row + rows.lowerBound, column: rect.column + columns.lowerBound,
      width: columns.count, height: rows.count)
  }

  /// The cell under a point of the screen.
  public func position(at point: Point) -> Position? {
    guard rect.contains(point) else { return nil }
    var (row, column) = (point.row - rect.row, point.column - rect.column)
    if shape.kind == .picture {
      row = (2 * row + 1) * visible.rows.count / (2 * rect.height)
      column = (2 * column + 1) * visible.columns.count / (2 * rect.width)
    } else {
      row = row * (shape.kind == .half ? 2 : 1) / shape.verticalPitch
      column /= shape.horizontalPitch
    }
    let position = Position(
      row: visible.rows.lowerBound + row, column: visible.columns.lowerBound + column)
    return visible.contains(position.row, position.column) ? position : nil
  }

  public func draw(into frame: inout Frame, _ look: Look) {
    frame.write([title], in: titleRect, look)
    if shape.kind == .picture {
      drawPicture(into: &frame, look)
    } else if shape.kind == .half {
      look.fillsCells ? drawHalves(into: &frame, look) : drawMeans(into: &frame, look)
    } else {
      if shape.kind == .grid { drawGrid(into: &frame, look) }
      let scale = digitScale(look)
      for row in visible.rows {
        for column in visible.columns { drawCell(row, column, scale: scale, into: &frame, look) }
      }
    }
    if let outline = pane.outline { drawOutline(outline, into: &frame, look) }
    drawMark(into: &frame, look)
  }

  /// How large block digits the numbers have room for.
  func digitScale(_ look: Look) -> Int {
    shape.digitScale(of: pane.format, look)
  }

  /// The title without the parts that do not fit: half a size would be another size.
  private var title: Line {
    // The rows and columns of a picture are cells of the screen: they say nothing of places in it.
    let whole = pane.title + (pane.isPicture ? scrollMark : scrollText)
    guard whole.cellWidth > titleRect.width else { return whole }
    var line = (pane.title + scrollMark).shortened(to: titleRect.width)
    if line.cellWidth > titleRect.width, titleRect.width >= MatrixView.leastCutName {
      line[0].text = line[0].text.cut(to: titleRect.width - 1) + "…"
    }
    return line
  }

  /// A name that is cut to fewer columns says nothing.
  private static let leastCutName = 6

  /// What part is in sight, where it is not all.
  private var scrollText: Line {
    guard visible != pane.extent else { return [] }
    func part(_ range: Range<Int>) -> String {
      "\(NumberText.whole(range.lowerBound))…\(NumberText.whole(range.upperBound - 1))"
    }
    return [Span("  [\(part(visible.rows)), \(part(visible.columns))]", .secondary)]
  }

  /// The same in fewer characters: the directions in which there is more.
  private var scrollMark: Line {
    guard visible != pane.extent else { return [] }
    let arrows =
      (visible.rows == pane.extent.rows ? "" : "↕")
      + (visible.columns == pane.extent.columns ? "" : "↔")
    return [Span(" " + arrows)]
  }

  private func drawGrid(into frame: inout Frame, _ look: Look) {
    BoxLines.drawGrid(
      rect, horizontalPitch: shape.horizontalPitch, verticalPitch: shape.verticalPitch,
      into: &frame, look.style(.secondary))
  }
}
