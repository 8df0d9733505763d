extension PaneGrid {
  /// The cell shapes chosen, and what the panes want with them.
  struct Sizes {
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
    /// The rows above and below the cells of each row of panes that an outline needs.
    var rings: [Ring]

    /// The width without titles.
    var cellWidth: Int
    var gapWidth: Int { gaps.reduce(0, +) }
    var width: Int { columnWidths.reduce(gapWidth, +) }
    /// With titles and rings.
    var height: Int { rowHeights.reduce(overhead, +) }
    /// The rows that are not cells: titles and rings.
    var overhead: Int { rings.reduce(0) { $0 + 1 + $1.above + $1.below } }

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

  /// The rows that an outline needs around the cells.
  struct Ring {
    var above = 0
    var below = 0
  }

  /// The largest shapes with which every pane fits whole, or else the smallest. Where none fits with
  /// whole titles, the panes stand closer and only the names in the titles are sure of their room.
  func fit(into size: Size, _ look: Look) -> Sizes {
    let needsNumbers = panes.joined().contains { $0?.needsNumbers ?? false }
    let extents = panes.map { row in
      row.map { pane in
        pane.map { Size(width: $0.extent.columns.count, height: $0.extent.rows.count) }
      }
    }
    let tallest = extents.joined().compactMap { $0?.height }.max() ?? 1
    let height = (size.height - panes.count) / max(1, tallest)
    let choices = panes.map { row in
      row.map { pane in
        pane.map { shapes(for: $0, in: size, height: height, needsNumbers, look) }
      }
    }
    let titles = panes.map { row in
      row.map { pane in
        pane.map { TitleWidths(whole: $0.title.cellWidth, name: $0.name.text.cellWidth) }
      }
    }
    func sizes(_ choice: Int?, spacing: Spacing) -> Sizes {
      let shapes = choices.map { $0.map { shapes in choice.flatMap { shapes?[$0] } } }
      return self.sizes(shapes, titles, spacing: spacing, look)
    }
    let count = choices.joined().compactMap { $0?.count }.min() ?? 0
    let small = (0..<count).filter { PaneGrid.fits($0, of: choices, extents, size) }
    // Larger digits come before whole titles, and those before larger cells; a large picture of all
    // cells comes before whole titles too.
    func scale(_ choice: Int) -> Int {
      zip(panes.joined(), choices.joined()).compactMap { pane, shapes in
        guard let pane, let shapes, !pane.isSmall else { return nil }
        return shapes[choice].digitScale(of: pane.format, look)
      }.min() ?? 0
    }
    let shrinks = look.fillsCells && panes.joined().contains { $0?.shrinks ?? false }
    let firstShrunk = shrinks ? count - CellShape.shrunkCount : count
    let ways = small.chunked(by: scale).flatMap { choices in
      Spacing.allCases.flatMap { spacing in
        choices.filter { $0 < firstShrunk }.map { ($0, spacing) }
      }
        + choices.filter { $0 >= firstShrunk }.flatMap { choice in
          Spacing.allCases.map { (choice, $0) }
        }
    }
    let tried = ways.lazy.map { sizes($0, spacing: $1) }
    let fitting =
      tried.first { $0.width <= size.width && $0.height <= size.height }
      ?? tried.first { $0.cellWidth <= size.width && $0.height <= size.height }
    return
      (fitting
      ?? sizes(
        count > 0 ? count - 1 : nil,
        spacing: sizes(nil, spacing: .wide).width > size.width ? .tight : .wide))
      .widened(to: size.width)
  }

  /// How far apart the panes stand: with whole titles, or with names alone.
  private enum Spacing: CaseIterable {
    case wide, tight, tightest

    /// The columns between two panes with an operator between them.
    func gap(_ name: String) -> Int {
      switch self {
      case .wide: name.isEmpty ? 3 : 5
      case .tight: 3
      case .tightest: 2
      }
    }
  }

  /// What the title of a pane takes, and its first part.
  private struct TitleWidths {
    let whole, name: Int
  }

  /// The shapes that a pane may have, the largest first.
  private func shapes(
    for pane: Pane, in size: Size, height: Int, _ needsNumbers: Bool, _ look: Look
  ) -> [CellShape] {
    if pane.fillsRoom, look.fillsCells {
      return [CellShape.picture(pane.extent, in: Size(width: size.width, height: size.height - 1))]
    }
    if pane.isPicture { return CellShape.squares(look, isOutlined: pane.outline != nil) }
    let candidates = CellShape.candidates(pane.format, look, height: height)
    if pane.isSmall { return candidates.map { $0.height > 1 ? .small(pane.format, look) : $0 } }
    return candidates + (needsNumbers ? [] : CellShape.pictures(look))
      + (pane.shrinks && look.fillsCells ? CellShape.shrunk(pane.extent) : [])
  }

  /// Whether the cells alone, at their closest, fit.
  private static func fits(
    _ choice: Int, of choices: [[[CellShape]?]], _ extents: [[Size?]], _ size: Size
  ) -> Bool {
    var height = extents.count
    for (extents, choices) in zip(extents, choices) {
      var most = 0
      for (extent, shapes) in zip(extents, choices) {
        guard let extent, let shape = shapes?[choice] else { continue }
        most = max(most, shape.height(rows: extent.height))
      }
      height += most
    }
    guard height <= size.height else { return false }
    var width = 0
    for column in extents[0].indices {
      var most = 0
      for row in extents.indices {
        guard let extent = extents[row][column], let shape = choices[row][column]?[choice] else {
          continue
        }
        most = max(most, shape.width(columns: extent.width))
      }
      width += most + (column > 0 ? Spacing.tightest.gap("") : 0)
    }
    return width <= size.width
  }

  private func sizes(
    _ shapes: [[CellShape?]], _ titleWidths: [[TitleWidths?]], spacing: Spacing, _ look: Look
  ) -> Sizes {
    let gaps = operators.map { spacing.gap($0) }
    var widths = [Int](repeating: 0, count: operators.count + 1)
    var (cells, titles, least, single) = (widths, widths, widths, widths)
    var heights = [Int](repeating: 0, count: panes.count)
    var leastHeights = heights
    for (row, line) in panes.enumerated() {
      for (column, pane) in line.enumerated() {
        guard let pane, let title = titleWidths[row][column] else { continue }
        widths[column] = max(widths[column], spacing == .wide ? title.whole : title.name)
        titles[column] = max(titles[column], title.whole)
        let beyond = column < gaps.count ? gaps[column] - 1 : 0
        least[column] = max(least[column], title.name - beyond)
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
    let rings = zip(panes, shapes).map { panes, shapes in
      zip(panes, shapes).reduce(Ring()) { ring, next in
        guard let pane = next.0, let shape = next.1, pane.isOutlined, shape.outlineLiesOutside
        else { return ring }
        let isHalf = shape.hasHalfRowOutline(pane.format, look)
        return Ring(above: max(ring.above, isHalf && !pane.keepsRowAbove ? 0 : 1), below: 1)
      }
    }
    return Sizes(
      shapes: shapes, columnWidths: widths, titleWidths: titles,
      gaps: gaps, rowHeights: heights, leastWidths: least, leastHeights: leastHeights,
      cellWidths: single, rings: rings, cellWidth: (cells + gaps).reduce(0, +))
  }
}

extension [Int] {
  /// Neighbours that a measure gives the same number to.
  fileprivate func chunked(by measure: (Int) -> Int) -> [[Int]] {
    var last: Int?
    return reduce(into: []) { chunks, element in
      let next = measure(element)
      if next == last { chunks[chunks.count - 1].append(element) } else { chunks.append([element]) }
      last = next
    }
  }
}
