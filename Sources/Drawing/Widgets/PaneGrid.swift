import Model

/// Panes in rows and columns: finds the largest cells with which all of them fit.
public struct PaneGrid {
  /// Rows of panes, of equal length; a place may be empty.
  public var panes: [[Pane?]]
  /// What stands between a column and the next: "⋆", "=", or nothing.
  public var operators: [String]
  /// Whether lower panes stand at the middle of the tallest in their row.
  public var isCentered: Bool

  /// - Precondition: Rows of equal length, or none at all.
  public init(_ panes: [[Pane?]], operators: [String] = [], isCentered: Bool = true) {
    precondition(panes.allSatisfy { $0.count == panes[0].count && !$0.isEmpty })
    self.panes = panes
    self.isCentered = isCentered
    self.operators = (0..<max(0, (panes.first?.count ?? 0) - 1)).map {
      operators.indices.contains($0) ? operators[$0] : ""
    }
  }

  /// The panes at their places, in reading order, and the operators between them.
  public struct Placed {
    public internal(set) var views: [MatrixView] = []
    var operators: [Operator] = []
    /// The first row of the screen below the panes.
    public internal(set) var bottom = 0

    /// Whether every pane has block digits.
    public func hasBlocks(_ look: Look) -> Bool { views.allSatisfy { $0.digitScale(look) > 0 } }

    /// The scale of the narrowest of their digits, half of that where they are slim; 0 for digits of
    /// one character.
    func digitScale(_ look: Look) -> Int {
      views.map { $0.digitScale(look) / ($0.shape.isSlim ? 2 : 1) }.min() ?? 0
    }

    public func draw(into frame: inout Frame, _ look: Look) {
      // One sign for the window in all panes: bars where one of them has no room for more.
      let hasBarsOnly = views.contains {
        $0.pane.isOutlined && $0.shape.kind == .number
          && !$0.shape.isOutlinedAround(scale: $0.digitScale(look))
      }
      for var view in views {
        if hasBarsOnly, view.pane.grows, view.shape.kind == .number {
          view.shape.hasBarsOnly = true
        }
        view.draw(into: &frame, look)
      }
      let digits = hasBlocks(look) ? max(1, digitScale(look)) : 0
      let scale = operators.reduce(digits) { min($0, $1.largestScale) }
      let isSlim =
        scale == 0 && digits > 0 && look.fillsCells && operators.allSatisfy(\.hasRoomForSlim)
      // Among large digits a character is brighter, so that it is seen.
      let role = digits > 0 && scale == 0 && !isSlim ? Role.strong : .secondary
      for item in operators {
        item.draw(into: &frame, scale: isSlim ? 1 : scale, isSlim: isSlim, role, look)
      }
    }

    /// A pane by its number, and one of its cells.
    public typealias Hit = (pane: Int, at: Position)

    /// The pane and the cell under a point of the screen.
    public func hit(_ point: Point) -> Hit? {
      for (index, view) in views.enumerated() {
        if let position = view.position(at: point) { return (view.pane.number ?? index, position) }
      }
      return nil
    }
  }

  /// Places the panes into a rectangle, with room at its edges for outlines.
  public func placed(in rect: Rect, _ look: Look) -> Placed {
    let area = PaneGrid.area(rect)
    guard !panes.isEmpty else { return Placed(bottom: area.row) }
    return placed(in: area, Measures(self, in: area.size, look).sizes(height: area.height))
  }

  /// The part of a rectangle where cells may stand.
  static func area(_ rect: Rect) -> Rect { rect.inset(left: 1, right: 1) }

  func placed(in area: Rect, _ sizes: Sizes) -> Placed {
    let gaps = sizes.gaps
    let widths = PaneGrid.shares(
      of: area.width - sizes.gapWidth, sizes.columnWidths,
      atLeast: [sizes.cellWidths, sizes.leastWidths, sizes.singleWidths],
      by: panes[0].indices.map(share(ofColumn:)))
    let heights = PaneGrid.shares(
      of: area.height - sizes.overhead, sizes.rowHeights, atLeast: [sizes.leastHeights],
      by: panes.map { _ in 1 })
    let free = area.height - sizes.overhead - heights.reduce(0, +)
    let rowGap = free >= heights.count ? 1 : 0
    let spare = area.width - sizes.gapWidth - widths.reduce(0, +)
    let hasBlocks = sizes.shapes.allSatisfy { $0.height > 2 }
    let wide = PaneGrid.widened(gaps, hasBlocks ? operators : [], by: max(0, spare))

    // Beside all rows, from the cells of the first to those of the last.
    let whole =
      heights.reduce(0, +) + sizes.overhead + rowGap * (heights.count - 1) - 1
      - sizes.rings[0].above
      - sizes.rings[heights.count - 1].below
    var placed = Placed()
    var shapes = sizes.shapes.makeIterator()
    var top = area.row
    for (row, height) in heights.enumerated() {
      var column = area.column
      let ring = sizes.rings[row]
      let cells = top + 1 + ring.above
      for (index, width) in widths.enumerated() {
        if let pane = panes[row][index], let shape = shapes.next() {
          placed.views.append(
            view(
              pane, shape,
              titleRect: Rect(
                row: top, column: column, width: width + (index < gaps.count ? gaps[index] : 1) - 1,
                height: 1),
              in: Rect(
                row: cells, column: column, width: width,
                height: pane.spansRows ? whole : height)))
        }
        guard index < operators.count else { break }
        let gap = wide[index]
        if !operators[index].isEmpty {
          placed.operators.append(
            Operator(
              text: operators[index], row: cells + height / 2,
              columns: column + width..<column + width + gap))
        }
        column += width + gap
      }
      top = cells + height + ring.below
      placed.bottom = top
      top += rowGap
    }
    return placed
  }

  private func share(ofColumn column: Int) -> Int {
    panes.reduce(1) { max($0, $1[column]?.share ?? 1) }
  }

  private func view(_ pane: Pane, _ shape: CellShape, titleRect: Rect, in rect: Rect) -> MatrixView
  {
    let visible = Block(
      rows: PaneGrid.part(
        of: pane.extent.rows, shape.rows(in: rect.height), around: pane.focus?.row),
      columns: PaneGrid.part(
        of: pane.extent.columns, shape.columns(in: rect.width), around: pane.focus?.column))
    let height = shape.height(rows: visible.rows.count)
    return MatrixView(
      pane: pane, shape: shape, titleRect: titleRect,
      rect: Rect(
        row: rect.row + (isCentered ? max(0, rect.height - height) / 2 : 0), column: rect.column,
        width: shape.width(columns: visible.columns.count), height: height),
      visible: visible)
  }

  /// Divides a length so that small parts keep theirs and large ones share the rest; all have the
  /// least that they need, the first of several for which there is room.
  private static func shares(
    of length: Int, _ wanted: [Int], atLeast choices: [[Int]], by weights: [Int]
  ) -> [Int] {
    var shares = wanted
    var rest = max(0, length)
    var weight = weights.reduce(0, +)
    for index in wanted.indices.sorted(by: { wanted[$0] < wanted[$1] }) {
      let fair = rest * weights[index] / weight
      // Half of what the others would have stays theirs.
      shares[index] = wanted[index] <= fair * 2 ? min((rest + fair) / 2, wanted[index]) : fair
      rest -= shares[index]
      weight -= weights[index]
    }
    guard let least = choices.first(where: { $0.reduce(0, +) <= length }) else { return shares }
    let spare = { shares[$0] - least[$0] }
    while let poor = shares.indices.first(where: { spare($0) < 0 }),
      let rich = shares.indices.filter({ spare($0) > 0 }).max(by: { shares[$0] < shares[$1] })
    {
      shares[poor] += 1
      shares[rich] -= 1
    }
    return shares
  }

  /// `count` elements of a range around the one to keep in sight.
  private static func part(of range: Range<Int>, _ count: Int, around focus: Int?) -> Range<Int> {
    guard range.count > count else { return range }
    let wanted = (focus ?? range.lowerBound) - count / 2
    let start = max(range.lowerBound, min(range.upperBound - count, wanted))
    return start..<start + count
  }
}
