extension PaneGrid {
  /// The cell shapes chosen, and what the panes want with them.
  struct Sizes {
    /// Those of the panes in reading order.
    var shapes: [CellShape]
    var columnWidths: [Int]
    /// What the whole titles want.
    var titleWidths: [Int]
    var gaps: [Int]
    var rowHeights: [Int]
    /// What all cells take.
    var cellWidths: [Int]
    /// What the names and what is outlined want.
    var leastWidths, leastHeights: [Int]
    /// What one cell takes.
    var singleWidths: [Int]
    /// The rows above and below the cells of each row of panes that an outline needs.
    var rings: [Ring]

    var gapWidth: Int { gaps.reduce(0, +) }
    /// The rows that are not cells: titles and rings.
    var overhead: Int { rings.reduce(0) { $0 + 1 + $1.above + $1.below } }

    /// The same with whole titles where there is room for them, the shortest first.
    func widened(to width: Int) -> Sizes {
      var sizes = self
      var free = width - columnWidths.reduce(gapWidth, +)
      for column in titleWidths.indices.sorted(by: { titleWidths[$0] < titleWidths[$1] }) {
        let missing = titleWidths[column] - columnWidths[column]
        guard missing > 0, missing <= free else { continue }
        sizes.columnWidths[column] += missing
        free -= missing
      }
      return sizes
    }
  }

  /// The rows that an outline needs around the cells.
  struct Ring {
    var above = 0
    var below = 0
  }

  /// The heights of the rows of panes, from the shapes of their cells.
  struct Rows {
    private(set) var heights: [Int]
    private(set) var rings: [Ring]
    /// The rows that a pane beside all rows wants for its cells.
    private var spanning = 0

    init(count: Int) {
      heights = [Int](repeating: 0, count: count)
      rings = [Ring](repeating: Ring(), count: count)
    }

    mutating func clear() {
      spanning = 0
      for row in heights.indices { (heights[row], rings[row]) = (0, Ring()) }
    }

    mutating func add(_ part: Measures.Part, _ shape: CellShape, _ look: Look) {
      let height = shape.height(rows: part.extent.height)
      if part.spansRows {
        spanning = max(spanning, height)
      } else {
        heights[part.row] = max(heights[part.row], height)
      }
      guard part.isOutlined, shape.needsRing(scale: shape.digitScale(of: part.format, look))
      else { return }
      rings[part.spansRows ? rings.count - 1 : part.row].below = 1
      rings[part.row].above = 1
    }

    /// Gives the last row what a pane beside all rows lacks.
    mutating func stretch() {
      let room = height - 1 - rings[0].above - rings[rings.count - 1].below
      heights[heights.count - 1] += max(0, spanning - room)
    }

    /// With titles and rings.
    var height: Int {
      zip(heights, rings).reduce(0) { $0 + 1 + $1.0 + $1.1.above + $1.1.below }
    }
  }
}
