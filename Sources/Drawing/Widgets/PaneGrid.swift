import Model

/// Panes in rows and columns: finds the largest cells with which all of them fit.
public struct PaneGrid {
  /// Rows of panes, of equal length; a place may be empty.
  public var panes: [[Pane?]]
  /// What stands between a column and the next: "⋆", "=", or nothing.
  public var operators: [String]
  /// Whether lower panes stand at the middle of the tallest in their row.
  public var isCentered: Bool

  /// - Precondition: Rows of equal length.
  public init(_ panes: [[Pane?]], operators: [String] = [], isCentered: Bool = true) {
    precondition(panes.allSatisfy { $0.count == panes[0].count })
    self.panes = panes
    self.isCentered = isCentered
    self.operators = (0..<max(0, panes[0].count - 1)).map {
      operators.indices.contains($0) ? operators[$0] : ""
    }
  }

  /// The panes at their places, in reading order, and the operators between them.
  public struct Placed {
    public fileprivate(set) var views: [MatrixView] = []
    fileprivate var operators: [(text: String, at: Point)] = []
    /// The first row of the screen below the panes.
    public fileprivate(set) var bottom = 0

    public func draw(into frame: inout Frame, _ look: Look) {
      for view in views { view.draw(into: &frame, look) }
      for item in operators { frame.write(item.text, at: item.at, look.style(.secondary)) }
    }

    /// The pane, counted in reading order, and the cell under a point of the screen.
    public func hit(_ point: Point) -> (pane: Int, at: Position)? {
      for (index, view) in views.enumerated() {
        if let position = view.position(at: point) { return (index, position) }
      }
      return nil
    }
  }

  /// Places the panes into a rectangle, with room at its edges for outlines.
  public func placed(in rect: Rect, _ look: Look) -> Placed {
    let area = rect.inset(left: 1, right: 1)
    let sizes = fit(into: area.size, look)
    let gaps = sizes.gaps
    let widths = PaneGrid.shares(
      of: area.width - sizes.gapWidth, sizes.columnWidths,
      atLeast: [sizes.leastWidths, sizes.cellWidths],
      by: panes[0].indices.map { column in panes.compactMap { $0[column]?.share }.max() ?? 1 })
    let heights = PaneGrid.shares(
      of: area.height - sizes.overhead, sizes.rowHeights, atLeast: [sizes.leastHeights],
      by: panes.map { _ in 1 })
    let free = area.height - sizes.overhead - heights.reduce(0, +)
    let rowGap = free >= heights.count ? 1 : 0
    let spare = area.width - sizes.gapWidth - widths.reduce(0, +)
    let extra = operators.isEmpty ? 0 : min(6, max(0, spare) / operators.count)

    var placed = Placed()
    var top = area.row
    for (row, height) in heights.enumerated() {
      var column = area.column
      let cells = top + 1 + sizes.ring
      for (index, width) in widths.enumerated() {
        if let pane = panes[row][index], let shape = sizes.shapes[row][index] {
          placed.views.append(
            view(
              pane, shape,
              titleRect: Rect(
                row: top, column: column, width: width + (index < gaps.count ? gaps[index] : 1) - 1,
                height: 1),
              in: Rect(row: cells, column: column, width: width, height: height)))
        }
        guard index < operators.count else { break }
        let gap = gaps[index] + extra
        if !operators[index].isEmpty {
          placed.operators.append(
            (operators[index], Point(row: cells + height / 2, column: column + width + gap / 2)))
        }
        column += width + gap
      }
      top = cells + height + sizes.ring
      placed.bottom = top
      top += rowGap
    }
    return placed
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

  /// The cell shapes chosen, and what the panes want with them.
  private struct Sizes {
    var shapes: [[CellShape?]]
    var columnWidths: [Int]
    /// What the whole titles want.
    var titleWidths: [Int]
    var gaps: [Int]
    var rowHeights: [Int]
    /// What the names and what is outlined want.
    var leastWidths, leastHeights: [Int]
    /// What one cell takes.
    var cellWidths: [Int]
    /// The rows above and below the cells that an outline needs.
    var ring: Int

    /// The width without titles.
    var cellWidth: Int
    var gapWidth: Int { gaps.reduce(0, +) }
    var width: Int { columnWidths.reduce(gapWidth, +) }
    /// With titles and rings.
    var height: Int { rowHeights.reduce(overhead, +) }
    /// The rows that are not cells: titles and rings.
    var overhead: Int { rowHeights.count * (1 + 2 * ring) }

    /// The same with whole titles where there is room for them, the shortest first.
    func widened(to width: Int) -> Sizes {
      var sizes = self
      for column in titleWidths.indices.sorted(by: { titleWidths[$0] < titleWidths[$1] }) {
        let missing = titleWidths[column] - columnWidths[column]
        if missing > 0, sizes.width + missing <= width { sizes.columnWidths[column] += missing }
      }
      return sizes
    }
  }

  /// The largest shapes with which every pane fits whole, or else the smallest. Where none fits with
  /// whole titles, the panes stand closer and only the names in the titles are sure of their room.
  private func fit(into size: Size, _ look: Look) -> Sizes {
    let needsNumbers = panes.joined().contains { $0?.needsNumbers ?? false }
    let choices = panes.map { row in
      row.map { pane in
        pane.map {
          $0.isPicture
            ? CellShape.squares(look, isOutlined: $0.outline != nil)
            : CellShape.candidates(digits: $0.format.width, look)
              + (needsNumbers ? [] : CellShape.pictures(look))
        }
      }
    }
    let count = choices.joined().compactMap { $0?.count }.min() ?? 0
    let tried = [false, true].lazy.flatMap { isTight in
      (0..<count).lazy.map { choice in
        sizes(choices.map { $0.map { $0?[choice] } }, isTight: isTight)
      }
    }
    let titles = sizes(panes.map { $0.map { _ in nil } }, isTight: false)
    let fitting =
      tried.first { $0.width <= size.width && $0.height <= size.height }
      ?? tried.first { $0.cellWidth <= size.width && $0.height <= size.height }
    let smallest = choices.map { $0.map { $0?.prefix(count).last } }
    return (fitting ?? sizes(smallest, isTight: titles.width > size.width))
      .widened(to: size.width)
  }

  private func sizes(_ shapes: [[CellShape?]], isTight: Bool) -> Sizes {
    let gaps = operators.map { $0.isEmpty || isTight ? 3 : 5 }
    var widths = [Int](repeating: 0, count: operators.count + 1)
    var (cells, titles, least, single) = (widths, widths, widths, widths)
    var heights = [Int](repeating: 0, count: panes.count)
    var leastHeights = heights
    for (row, line) in panes.enumerated() {
      for (column, pane) in line.enumerated() {
        guard let pane else { continue }
        let title = isTight ? [pane.name] : pane.title
        widths[column] = max(widths[column], title.cellWidth)
        titles[column] = max(titles[column], pane.title.cellWidth)
        let beyond = column < gaps.count ? gaps[column] - 1 : 0
        least[column] = max(least[column], pane.name.text.cellWidth - beyond)
        guard let shape = shapes[row][column] else { continue }
        cells[column] = max(cells[column], shape.width(columns: pane.extent.columns.count))
        widths[column] = max(widths[column], cells[column])
        heights[row] = max(heights[row], shape.height(rows: pane.extent.rows.count))
        let outlined = pane.outline?.clamped(to: pane.extent) ?? Block(.zero)
        least[column] = max(least[column], shape.width(columns: outlined.columns.count))
        single[column] = max(single[column], shape.width(columns: 1))
        leastHeights[row] = max(leastHeights[row], shape.height(rows: outlined.rows.count))
      }
    }
    let needsRing = zip(panes.joined(), shapes.joined()).contains { pane, shape in
      guard let pane, let shape else { return false }
      return (pane.outline != nil || pane.isOutlinedAtTimes) && shape.outlineLiesOutside
    }
    return Sizes(
      shapes: shapes, columnWidths: widths, titleWidths: titles,
      gaps: gaps, rowHeights: heights, leastWidths: least, leastHeights: leastHeights,
      cellWidths: single,
      ring: needsRing ? 1 : 0, cellWidth: (cells + gaps).reduce(0, +))
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
