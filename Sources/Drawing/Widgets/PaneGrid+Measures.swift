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
          // Operators as large as the digits come before larger cells too.
          for size in sizesOfOperators(first) {
            for choice in first..<end where choices[choice].height <= height {
              let needed = widths(choice, spacing, size)
              if needed.whole <= width { return Way(choice: choice, spacing: spacing) }
              if needed.cells <= width, cut == nil, size == .text {
                cut = Way(choice: choice, spacing: spacing)
              }
            }
          }
        }
        first = end
      }
      return cut
    }

    private func sizesOfOperators(_ choice: Int) -> [OperatorSize] {
      OperatorSize.choices(
        choices[choice].rank > 0 && operators.contains { !$0.isEmpty }, look)
    }

    private func widths(
      _ choice: Int, _ spacing: Spacing, _ size: OperatorSize
    ) -> (whole: Int, cells: Int) {
      let gaps = operators.reduce(0) { $0 + size.gap(spacing.gap($1), $1) }
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
      let sizes = sizes(way, height: height)
      let needed = sizes.columnWidths.reduce(0, +)
      let gaps = operatorGaps(way, in: width - needed)
      return sizes.widened(to: width - (gaps - sizes.gapWidth))
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
      func needed(_ choices: [Int], _ gaps: Int) -> Int {
        zip(cells(choices), names).reduce(gaps) { $0 + max($1.0, $1.1) }
      }
      // Operators as large as the digits come before larger cells of one pane.
      let room = operatorGaps(way, in: width - needed(same, 0))
      for choice in 0..<way.choice {
        let grown = parts.map { $0.grows ? choice : way.choice }
        let isLow = zip(parts, grown).allSatisfy { part, choice in
          part.shapes[choice].height(rows: part.extent.height) <= others.heights[part.row]
        }
        guard isLow, needed(grown, room) <= width, rows(grown).height <= height else { continue }
        return grown
      }
      return same
    }

    /// The columns between all panes, with the largest operators for which they have room.
    private func operatorGaps(_ way: Way, in room: Int) -> Int {
      let gaps = operators.map { way.spacing.gap($0) }
      let widths = sizesOfOperators(way.choice).map { $0.width(gaps, operators) }
      return widths.first { $0 <= room } ?? gaps.reduce(0, +)
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
}
