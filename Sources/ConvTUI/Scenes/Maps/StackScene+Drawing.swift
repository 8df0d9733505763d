import Drawing
import Model

extension StackScene {
  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    if isTakenApart {
      explanationDrawing(look.words).draw(into: &frame, in: rect, look)
      return
    }
    drawing(in: rect, look).draw(into: &frame, look)
  }

  /// All that stands on the screen at its place: the layers in a row, the maps of the one that is
  /// looked at beside a map before, how the chosen number is made, and sentences.
  func drawing(in rect: Rect, _ look: Look) -> StackDrawing {
    let start = Places(rect, isEnlarged: isEnlarged, look)
    let row = row(in: start.row, look)
    let places = start.with(rowHeight: row.height)
    if let beside = places.beside, map > 0, !isEnlarged,
      let stage = stage(in: places.stageAboveBeside, strip: beside, look)
    {
      let text = Rect(
        row: beside.row, column: places.text.column, width: beside.column - places.text.column - 3,
        height: beside.height)
      let lines = self.text(width: text.width, height: text.height, look)
      return StackDrawing(row: row, stage: stage, lines: lines, text: text)
    }
    let lines = text(width: places.text.width, height: places.text.height, look)
    return StackDrawing(
      row: row, stage: stage(in: places.stage, look), lines: lines,
      text: places.text)
  }

  /// Where the parts of the screen stand.
  private struct Places {
    var row, stage, text: Rect
    /// Where the numbers that the chosen one is made of may stand, to the right of the text.
    var beside: Rect?

    /// The text's width where numbers stand to its right.
    private static let textWidth = 57
    /// The least of a screen that has room for both.
    private static let leastForBoth = Size(width: 100, height: 24)

    init(_ rect: Rect, isEnlarged: Bool, _ look: Look) {
      let height = rect.height
      let lines = height < 12 ? 2 : height < 16 ? 3 : height < 24 ? 4 : height < 40 ? 6 : 7
      let (least, gap) = (height < 16, height < 24 ? 0 : 1)
      let pictures = height < 24 ? 5 : height < 40 ? 6 : 9
      let above = isEnlarged || least ? 0 : (look.fillsCells ? pictures : 2)
      row = rect.inset(bottom: height - above)
      let top = above == 0 ? 0 : above + gap
      stage = rect.inset(top: top, bottom: lines + gap)
      text = rect.inset(top: height - lines, left: 1, right: 1)
      let both = Places.leastForBoth
      if rect.width >= both.width, height >= both.height {
        beside = rect.inset(
          top: height - (height < 40 ? lines : 2 * lines),
          left: (rect.width < 160 ? Places.textWidth : Places.textWidth * 4 / 3) + 4, right: 1)
      }
    }

    /// The stage where the numbers stand beside the text.
    var stageAboveBeside: Rect {
      guard let beside else { return stage }
      return stage.inset(bottom: stage.rows.upperBound + 1 - beside.row)
    }

    /// The same with the rows for the maps that the layers do not need.
    func with(rowHeight: Int) -> Places {
      var places = self
      places.stage = stage.inset(top: rowHeight - row.height)
      return places
    }
  }
}

/// A stack as it stands on the screen.
struct StackDrawing {
  let row: StackRow
  let stage: StackStage
  let lines: [Line]
  let text: Rect

  func draw(into frame: inout Frame, _ look: Look) {
    row.draw(into: &frame, look)
    stage.draw(into: &frame, look)
    frame.write(lines, in: text, look)
  }

  /// A map, and a unit of it counted from the first in sight.
  struct Hit {
    let map, channel: Int
    let at: Position
    /// Whether it stands among the maps that are looked at.
    let isLarge: Bool
  }

  func hit(_ point: Point) -> Hit? { stage.hit(point) ?? row.hit(point) }
}

/// A pane of a map at its place.
struct PlacedMap {
  let map, channel: Int
  let side: Int
  let panes: PaneGrid.Placed

  /// A picture in a rectangle of its own.
  init(_ map: Int, _ channel: Int, _ pane: StackScene.MapPane, in rect: Rect, _ look: Look) {
    (self.map, self.channel, side) = (map, channel, pane.reduced.side)
    panes = PaneGrid([[pane.pane]], isCentered: false).placed(in: rect, look)
  }

  /// The unit under a point of the screen.
  func unit(at point: Point) -> Position? { panes.hit(point).map { $0.at * side } }
}
