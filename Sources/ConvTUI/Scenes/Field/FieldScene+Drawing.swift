import Drawing
import Formats
import Model

extension FieldScene {
  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    placed(in: rect, look).draw(into: &frame, look)
  }

  func placed(in rect: Rect, _ look: Look) -> Board.Placed {
    let words = look.words
    let shown = shownMaps(in: rect, look)
    let (counts, example, scale) = (counts(shown), examplePath?.cells ?? [:], scale)
    let panes = zip(shown, counts).map { map, counts in
      var pane = pane(of: map, counts, scale, cursor: map == self.map ? unit : example[map], words)
      if rect.width >= FieldScene.leastForKinds, map > 0 {
        let kind = "  " + stack.graph.nodes[map - 1].operator.title + " →"
        pane.title.insert(Span(kind, .secondary), at: 1)
      }
      return isAsked(look) && (map != self.map || map == 0) ? hidden(pane, map, asked(look)) : pane
    }
    let operators = shown.dropFirst().map { map in
      stack.graph.nodes[map - 1].inputs == [map - 1]
        ? shown.contains(map - 1) ? "→" : "…" : shown.contains(map - 1) ? "" : "…"
    }
    let lines = text(width: Board.textWidth(rect), height: textHeight(in: rect), look)
    return Board.fitting(
      [PaneGrid([panes], operators: operators)], in: rect, look,
      heights: lines.count...lines.count,
      sums: BlockSums(
        rect.height < 24 || look.isInLesson && isAsked(look) ? [] : [seenSize(words)],
        isShown: !isAsked(look))
    ) { _ in lines }
  }

  /// "layer 2 sees 3 × 3" for block digits.
  private func seenSize(_ words: Words) -> BlockSums.Sum {
    let size = stack.field(of: target.map).size
    let numbers = [size.rows, size.columns].map { [Span("\($0)", .strong)] }
    return (
      Span(words.receptiveField(of: name(of: target.map, words)), .accent),
      [Array(numbers.joined(separator: [Span("×", .secondary)]))]
    )
  }

  /// The lines that text may take: fewer where the maps then have a character for each of their rows.
  private func textHeight(in rect: Rect) -> Int {
    let usual = max(2, rect.height * 2 / 5)
    let tallest = stack.maps.reduce(0) { max($0, $1.rows) }
    // A title, an outline, and the free line above the text.
    let left = rect.height - tallest - 4
    return left >= 3 ? min(left, usual) : usual
  }

  /// The maps that have room beside each other: the image, and those around the one that is looked at.
  func shownMaps(in rect: Rect, _ look: Look) -> [Int] {
    let gap = 3
    let longest = look.words.layer(stack.graph.nodes.count).cellWidth
    let room = max(2, (rect.width + gap) / (longest + gap))
    guard stack.maps.count > room else { return Array(stack.maps.indices) }
    let others = room - 1
    let first = max(1, min(stack.maps.count - others, map - others / 2))
    return [0] + Array(first..<first + others)
  }

  /// The paths that each map's numbers count: between its cells and the unit that is picked; but in the
  /// image, where that is a pixel, to the unit of the last map.
  private func counts(_ shown: [Int]) -> [PathCounts] {
    var counts = stack.paths(from: unit, of: map, to: shown)
    if map == 0 { counts[0] = pathsToImage }
    return counts
  }

  /// The narrowest screen whose maps say which kind of layer made them.
  private static let leastForKinds = 100

  /// The most cells that are all looked at in a frame; of a larger map only a part is seen.
  private static let mostShrunk = 1 << 18

  /// A map with the number of paths of each of its cells.
  private func pane(
    of map: Int, _ paths: PathCounts, _ scale: ColorScale, cursor: Position?, _ words: Words
  ) -> Pane {
    let size = stack.maps[map]
    let title: Line = [
      Span(name(of: map, words), map == self.map ? .accent : .strong),
      Span("  \(size.rows)×\(size.columns)", .secondary),
    ]
    let plane = Plane(Tensor(Shape(1, 1), [Float(paths.largest)]), scale: scale)
    var pane = Pane(title, plane)
    pane.extent = Block(rows: 0..<size.rows, columns: 0..<size.columns)
    pane.value = { row, column in
      let count = Float(paths[row, column])
      return count > 0 ? .number(count) : .empty
    }
    (pane.needsNumbers, pane.matrix) = (false, FieldScene.matrix(ofMap: map))
    pane.shrinks = size.rows * size.columns <= FieldScene.mostShrunk
    pane.outline = extent(paths)
    pane.cursor = cursor
    pane.focus = cursor ?? pane.outline.map(\.middle)
    return pane
  }

  /// A map that does not tell what is seen of it.
  private func hidden(_ pane: Pane, _ map: Int, _ asked: (map: Int, at: Position)) -> Pane {
    var pane = pane
    (pane.outline, pane.isOutlinedAtTimes) = (nil, true)
    if map == asked.map { pane.outline = Block(asked.at) }
    if map != self.map { pane.cursor = nil }
    pane.value = { _, _ in .hidden }
    return pane
  }

  /// The colour scale of all maps: a number has one colour wherever it stands.
  var scale: ColorScale {
    // That of the last layer too, so that it stays the same from layer to layer.
    let last = stack.maps.count - 1
    let whole = stack.paths(from: units[last], of: last, to: 0).largest
    let largest = counts(Array(stack.maps.indices)).reduce(max(1, whole)) { max($0, $1.largest) }
    return ColorScale(0...Float(largest))
  }

  /// The rows and columns that any path leads to; nil where none does.
  func extent(_ paths: PathCounts) -> Block? {
    paths.extent.map {
      Block(
        rows: $0.rows.lowerBound..<$0.rows.upperBound + 1,
        columns: $0.columns.lowerBound..<$0.columns.upperBound + 1)
    }
  }
}

extension FieldScene: SceneWithCells {
  func views(in rect: Rect, _ look: Look) -> [MatrixView] { placed(in: rect, look).views }
}
