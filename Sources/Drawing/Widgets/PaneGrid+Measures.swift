import Model

extension PaneGrid {
  /// The panes as far as their sizes go, measured once for a width: then it costs little to ask about
  /// many heights.
  struct Measures {
    /// A pane, and the shapes that its cells may have, the largest first.
    struct Part {
      let row, column: Int
      /// The columns and rows of all its cells, and of those that are outlined.
      let extent, outlined: Size
      /// What its title takes, and the first part of that.
      let title, name: Int
      let isOutlined, isSmall, spansRows, grows: Bool
      let format: NumberFormat
      let shapes: [CellShape]
    }

    /// What all panes take with one of their shapes each.
    private struct Choice {
      /// Three times the scale of the smallest block digits; one less where an outline has no room
      /// around them, and two where they are slim.
      let rank: Int
      /// Whether large cells have two rows, or lines around them.
      let isTall: Bool
      /// Whether all have numbers.
      let hasNumbers: Bool
      /// With titles and outlines.
      let height: Int

      func isLike(_ other: Choice) -> Bool {
        rank == other.rank && hasNumbers == other.hasNumbers
      }
    }

    /// One way to draw all panes whole.
    struct Way {
      let choice: Int
      let spacing: Spacing
    }

    let parts: [Part]
    let rowCount, columnCount: Int
    private let width: Int
    private let look: Look
    private let operators: [String]
    /// For each column what whole titles take, and names.
    private var titles, names: [Int]
    private var choices: [Choice] = []
    /// For each choice what the cells of each column take.
    private var cellWidths: [Int] = []
    /// The choices from here on are pictures of all cells.
    private let firstShrunk: Int

    /// - Parameter size: The greatest height that will be asked about.
    init(_ grid: PaneGrid, in size: Size, _ look: Look) {
      (width, self.look, operators) = (size.width, look, grid.operators)
      (rowCount, columnCount) = (grid.panes.count, grid.operators.count + 1)
      parts = grid.parts(in: size, look)
      titles = [Int](repeating: 0, count: columnCount)
      names = titles
      for part in parts {
        titles[part.column] = max(titles[part.column], part.title)
        names[part.column] = max(names[part.column], part.name)
      }
      let count = parts.lazy.map(\.shapes.count).min() ?? 0
      let shrinks = look.fillsCells && grid.panes.joined().contains { $0?.shrinks ?? false }
      firstShrunk = shrinks ? count - CellShape.shrunkCount : count
      measure(count)
    }

    private mutating func measure(_ count: Int) {
      cellWidths = [Int](repeating: 0, count: count * columnCount)
      choices.reserveCapacity(count)
      var rows = Rows(count: rowCount)
      let isOutlined = parts.contains(where: \.isOutlined)
      for choice in 0..<count {
        var (rank, isTall, hasNumbers) = (Int.max, true, true)
        rows.clear()
        for part in parts {
          let shape = part.shapes[choice]
          let place = choice * columnCount + part.column
          cellWidths[place] = max(cellWidths[place], shape.width(columns: part.extent.width))
          rows.add(part, shape, look)
          guard !part.isSmall else { continue }
          let scale = shape.digitScale(of: part.format, look)
          let isCramped = scale > 0 && isOutlined && !shape.isOutlinedAround(scale: scale)
          let lack = scale == 0 ? 0 : shape.isSlim ? 2 : isCramped ? 1 : 0
          rank = min(rank, 3 * scale - lack)
          isTall = isTall && shape.verticalPitch > 1
          hasNumbers = hasNumbers && (shape.kind == .number || shape.kind == .grid)
        }
        rows.stretch()
        choices.append(
          Choice(
            rank: rank == .max ? 0 : rank, isTall: isTall, hasNumbers: hasNumbers,
            height: rows.height))
      }
    }

    // MARK: The best way

    /// The way with the largest shapes with which every pane fits whole; nil where none does.
    ///
    /// Larger digits, and numbers at all, come before whole titles, and those before larger cells; a large picture of all
    /// cells comes before whole titles too. Where none fits with the titles that it should have, only
    /// the cells need their room.
    func way(height: Int) -> Way? {
      var cut: Way?
      var first = 0
      while first < choices.count {
        var end = first + 1
        if first < firstShrunk {
          while end < firstShrunk, choices[end].isLike(choices[first]) { end += 1 }
        }
        for spacing in Spacing.allCases {
          for choice in first..<end where choices[choice].height <= height {
            let needed = widths(choice, spacing)
            if needed.whole <= width { return Way(choice: choice, spacing: spacing) }
            if needed.cells <= width, cut == nil { cut = Way(choice: choice, spacing: spacing) }
          }
        }
        first = end
      }
      return cut
    }

    private func widths(_ choice: Int, _ spacing: Spacing) -> (whole: Int, cells: Int) {
      let gaps = operators.reduce(0) { $0 + spacing.gap($1) }
      var (whole, cells) = (gaps, gaps)
      for column in 0..<columnCount {
        let own = cellWidths[choice * columnCount + column]
        cells += own
        whole += max(own, spacing == .wide ? titles[column] : names[column])
      }
      return (whole, cells)
    }

    /// How well panes fit.
    enum Fit: Comparable {
      /// Tall cells have two rows, or lines around them.
      case parts, whole, tall
      case blockDigits(rank: Int)
    }

    func fit(height: Int) -> Fit {
      guard let choice = way(height: height)?.choice else { return .parts }
      let rank = choices[choice].rank
      return rank > 0 ? .blockDigits(rank: rank) : choices[choice].isTall ? .tall : .whole
    }

    // MARK: Sizes

    /// What the panes want in the best way, or else with the smallest shapes.
    func sizes(height: Int) -> Sizes {
      let way =
        way(height: height)
        ?? Way(choice: choices.count - 1, spacing: titlesFit(.wide) ? .wide : .tight)
      return sizes(way, height: height).widened(to: width)
    }

    private func titlesFit(_ spacing: Spacing) -> Bool {
      zip(operators, titles).reduce(titles.last ?? 0) { $0 + spacing.gap($1.0) + $1.1 } <= width
    }

    /// The choice of each pane: those that may grow take the largest cells for which the others leave
    /// room.
    private func choices(_ way: Way, height: Int) -> [Int] {
      let same = parts.map { _ in way.choice }
      guard parts.contains(where: \.grows), way.choice < firstShrunk else { return same }
      let others = rows(same)
      for choice in 0..<way.choice {
        let grown = parts.map { $0.grows ? choice : way.choice }
        let isLow = zip(parts, grown).allSatisfy { part, choice in
          part.shapes[choice].height(rows: part.extent.height) <= others.heights[part.row]
        }
        let gaps = operators.reduce(0) { $0 + way.spacing.gap($1) }
        guard isLow, zip(cells(grown), names).reduce(gaps, { $0 + max($1.0, $1.1) }) <= width,
          rows(grown).height <= height
        else { continue }
        return grown
      }
      return same
    }

    private func rows(_ choices: [Int]) -> Rows {
      var rows = Rows(count: rowCount)
      for (part, choice) in zip(parts, choices) { rows.add(part, part.shapes[choice], look) }
      rows.stretch()
      return rows
    }

    /// What the cells of each column take.
    private func cells(_ choices: [Int]) -> [Int] {
      var widths = [Int](repeating: 0, count: columnCount)
      for (part, choice) in zip(parts, choices) {
        let width = part.shapes[choice].width(columns: part.extent.width)
        widths[part.column] = max(widths[part.column], width)
      }
      return widths
    }

    private func sizes(_ way: Way, height: Int) -> Sizes {
      let choices = choices(way, height: height)
      let (rows, cells) = (rows(choices), cells(choices))
      let gaps = operators.map { way.spacing.gap($0) }
      var (least, single) = (names, [Int](repeating: 0, count: columnCount))
      for column in gaps.indices { least[column] -= gaps[column] - 1 }
      var leastHeights = [Int](repeating: 0, count: rowCount)
      for (part, choice) in zip(parts, choices) {
        let shape = part.shapes[choice]
        least[part.column] = max(least[part.column], shape.width(columns: part.outlined.width))
        single[part.column] = max(single[part.column], shape.width(columns: 1))
        leastHeights[part.row] = max(
          leastHeights[part.row], shape.height(rows: part.outlined.height))
      }
      return Sizes(
        shapes: zip(parts, choices).map { $0.shapes[$1] },
        columnWidths: zip(cells, way.spacing == .wide ? titles : names).map(max),
        titleWidths: titles, gaps: gaps, rowHeights: rows.heights, cellWidths: cells,
        leastWidths: least, leastHeights: leastHeights, singleWidths: single, rings: rows.rings)
    }
  }

  /// How far apart the panes stand: with whole titles, or with names alone.
  enum Spacing: CaseIterable {
    case wide, tight, tightest

    /// The columns between two panes with an operator between them.
    func gap(_ name: String) -> Int {
      switch self {
      case .wide: name.isEmpty ? 3 : name.cellWidth + 4
      case .tight: max(3, name.cellWidth + 2)
      case .tightest: max(2, name.cellWidth + 1)
      }
    }
  }

  // MARK: Shapes

  private func parts(in size: Size, _ look: Look) -> [Measures.Part] {
    let panes = panes.joined().compactMap(\.self)
    let needsNumbers = panes.contains(where: \.needsNumbers)
    let tallest = panes.reduce(1) { max($0, $1.extent.rows.count) }
    let height = (size.height - self.panes.count) / tallest
    var parts: [Measures.Part] = []
    parts.reserveCapacity(panes.count)
    for (row, line) in self.panes.enumerated() {
      for (column, pane) in line.enumerated() {
        guard let pane else { continue }
        let outlined = pane.outline?.clamped(to: pane.extent) ?? Block(.zero)
        parts.append(
          Measures.Part(
            row: row, column: column, extent: Size(pane.extent), outlined: Size(outlined),
            title: pane.title.cellWidth, name: pane.name.text.cellWidth,
            isOutlined: pane.isOutlined, isSmall: pane.isSmall, spansRows: pane.spansRows,
            grows: pane.grows,
            format: pane.format,
            shapes: pane.shapes(in: size, height: height, needsNumbers, look)))
      }
    }
    return parts
  }
}

extension Pane {
  /// The shapes that its cells may have, the largest first.
  ///
  /// - Parameter height: The most rows that a cell may have.
  fileprivate func shapes(
    in size: Size, height: Int, _ needsNumbers: Bool, _ look: Look
  ) -> [CellShape] {
    if fillsRoom, look.fillsCells {
      return [CellShape.picture(extent, in: Size(width: size.width, height: size.height - 1))]
    }
    if isPicture { return CellShape.squares(look, isOutlined: outline != nil) }
    let candidates = CellShape.candidates(format, look, height: height)
    if isSmall { return candidates.map { $0.height > 1 ? .small(format, look) : $0 } }
    return candidates + (needsNumbers ? [] : CellShape.pictures(look))
      + (shrinks && look.fillsCells ? CellShape.shrunk(extent) : [])
  }
}

extension Size {
  fileprivate init(_ block: Block) {
    self.init(width: block.columns.count, height: block.rows.count)
  }
}
