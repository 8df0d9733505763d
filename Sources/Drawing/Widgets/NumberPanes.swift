import Model

/// Panes that are seen whole with a number in every cell: in block digits where they have room, rounded
/// where they have little. Between two numbers a column is always free.
///
/// How large the cells are depends on the room and on the extents, not on the numbers: nothing moves
/// while these change. Numbers are rounded to two decimals, one or none, each by itself.
public struct NumberPanes {
  public var panes: [Pane]
  /// What stands between a pane and the next: "⋆", "=", or nothing.
  public var operators: [String]
  /// The pane that may begin a second row, where digits are larger then.
  public var rowBreak: Int?
  /// Where it is set, they stand in block digits or not at all, with every decimal or rounded to no fewer
  /// columns than that.
  public var blockColumns: Int?
  /// The fewest columns that numbers are rounded to; with 4 they keep two decimals.
  public var leastColumns = 2
  /// Whether digits may stand free in cells of four rows, whose outlines then are bars beside them.
  public var mayHaveBarsOnly = false
  /// Whether block digits may be half as wide as elsewhere.
  public var mayBeSlim = true

  /// - Parameter operators: Nothing stands between the panes where it is nil.
  /// - Precondition: At least one pane, and an operator, empty or not, between each and the next.
  public init(_ panes: [Pane], operators: [String]? = nil, rowBreak: Int? = nil) {
    let operators = operators ?? panes.dropFirst().map { _ in "" }
    precondition(!panes.isEmpty && operators.count == panes.count - 1)
    self.panes = panes
    self.operators = operators
    self.rowBreak = rowBreak
  }

  /// The panes at their places; nil where not all of them fit whole with their numbers.
  public func placed(in rect: Rect, _ look: Look) -> PaneGrid.Placed? {
    let isOutlined = panes.contains(where: \.isOutlined)
    let area = rect.inset(left: 1, right: isOutlined ? 1 : 0)
    let names = panes.map(\.name.text.cellWidth)
    let counts = panes.map(\.extent.rows.count)
    for plan in plans(in: area.size, look) {
      // Most plans are too high whatever their cells are.
      let least = plan.rows.reduce(0) { $0 + 1 + plan.height * (counts[$1].max() ?? 0) }
      guard least <= area.height else { continue }
      var cells = panes.indices.map { Cells(panes[$0], named: names[$0], plan, look) }
      guard fits(cells, plan, in: area.size) else { continue }
      // Operators as large as the digits come before wider cells.
      cells = withDecimals(cells, plan, in: area.size, look)
      var spread = plan
      for size in PaneGrid.OperatorSize.choices(plan.scale > 0, look) {
        spread.operators = size
        if fits(cells, spread, in: area.size) { break }
      }
      return placed(widened(cells, spread, in: area.size), spread, in: area)
    }
    return nil
  }

  /// The columns in which no number of a weight or a loss is rounded.
  private static let unrounded = 8

  // MARK: What is tried

  /// One way to draw the panes.
  struct Plan {
    /// The scale of block digits, 0 for characters.
    let scale: Int
    /// The columns that a number with decimals is rounded to.
    let columns: Int
    /// The rows of a cell.
    let height: Int
    /// The panes of each row.
    let rows: [Range<Int>]
    /// Whether the panes stand as close as can be, and block digits leave but one column of a cell free.
    var isTight = false
    /// Whether block digits are half as wide as elsewhere.
    var isSlim = false
    /// Whether outlines are bars beside the cells.
    var hasBarsOnly = false
    /// Whether short numbers are slim too.
    var isSlimThroughout = false
    /// How large the operators are.
    var operators = PaneGrid.OperatorSize.text
  }

  /// All ways, the best first: large digits, then decimals, then high cells.
  private func plans(in size: Size, _ look: Look) -> [Plan] {
    let whole = [0..<panes.count]
    let split = rowBreak.map { [0..<$0, $0..<panes.count] }
    let arrangements = [whole] + [split].compactMap(\.self)
    var plans: [Plan] = []
    let largest = look.hasBlocks ? min(8, size.height * 2 / BlockGlyph.height) : 0
    // What must be read whole is not rounded where a second row prevents it.
    let unrounded = blockColumns == nil ? [] : [(NumberPanes.unrounded, false)]
    for scale in stride(from: largest, to: 0, by: -1) {
      let least = BlockNumber.rows(scale: scale) + (scale == 1 ? 0 : 2 + (scale - 1) / 2)
      // Slim digits with two decimals are better than wide ones with one.
      let widths =
        scale == 1 && look.fillsCells && mayBeSlim
        ? [(5, false), (4, false), (5, true), (4, true), (3, false), (3, true)]
        : [(5, false), (4, false), (3, false)]
      for (columns, isSlim) in unrounded + widths
      where columns >= max(blockColumns ?? 0, leastColumns) {
        for rows in arrangements {
          let heights =
            mayHaveBarsOnly && scale == 1 ? [least + 2, least + 1, least] : [least + 2, least]
          for (height, isTight) in heights.map({ ($0, false) }) + (isSlim ? [(least, true)] : []) {
            var plan = Plan(
              scale: scale, columns: columns, height: height, rows: rows, isTight: isTight,
              isSlim: isSlim)
            plan.hasBarsOnly = height == least + 1
            plans.append(plan)
            guard isTight else { continue }
            plan.isSlimThroughout = true
            plans.append(plan)
          }
        }
      }
    }
    guard blockColumns == nil else { return plans }
    // A second row is better than a decimal less.
    // A number that is no whole one is not rounded to one.
    let areWhole = panes.allSatisfy { !$0.format.hasPoint }
    for spacings in [
      [(5, false), (5, true), (4, false), (4, true)],
      [(3, false), (3, true)] + (areWhole ? [(2, false)] : []),
    ] {
      for rows in arrangements {
        for (columns, isTight) in spacings where columns >= leastColumns {
          for height in [3, 2, 1] {
            plans.append(
              Plan(scale: 0, columns: columns, height: height, rows: rows, isTight: isTight))
          }
        }
      }
    }
    return plans
  }

  func gap(after index: Int, _ plan: Plan) -> Int {
    let least =
      (operators[index].isEmpty ? 2 : operators[index].cellWidth + 2) - (plan.isTight ? 1 : 0)
    return plan.operators.gap(least, operators[index])
  }

  func width(_ cells: [Cells], _ row: Range<Int>, _ plan: Plan) -> Int {
    row.reduce(0) { $0 + cells[$1].width + ($1 + 1 < row.upperBound ? gap(after: $1, plan) : 0) }
  }

  func height(_ cells: [Cells], _ row: Range<Int>) -> Int {
    let ring = row.map { cells[$0].ring }.max() ?? 0
    return 1 + 2 * ring + (row.map { cells[$0].height }.max() ?? 0)
  }

  func fits(_ cells: [Cells], _ plan: Plan, in size: Size) -> Bool {
    plan.rows.allSatisfy { width(cells, $0, plan) <= size.width }
      && plan.rows.reduce(0) { $0 + height(cells, $1) } <= size.height
  }

  // MARK: Places

  private func placed(_ cells: [Cells], _ plan: Plan, in area: Rect) -> PaneGrid.Placed {
    var placed = PaneGrid.Placed()
    let rows = plan.rows
    let free = area.height - rows.reduce(0) { $0 + height(cells, $1) }
    var top = area.row
    for row in rows {
      let spare = area.width - width(cells, row, plan)
      let inner = row.dropLast()
      let gaps = PaneGrid.widened(
        inner.map { gap(after: $0, plan) }, plan.scale > 0 ? inner.map { operators[$0] } : [],
        by: spare)
      let ring = row.map { cells[$0].ring }.max() ?? 0
      let height = row.map { cells[$0].height }.max() ?? 0
      var column = area.column
      for index in row {
        var pane = panes[index]
        pane.format = cells[index].format
        // What leads from one row to the next stands before its name.
        if index == row.lowerBound, index > 0, !operators[index - 1].isEmpty {
          pane.title = [Span(operators[index - 1] + " ", .secondary)] + pane.title
        }
        let shape = cells[index].shape
        let isLast = index + 1 == row.upperBound
        let gap = isLast ? 0 : gaps[index - row.lowerBound]
        let width = cells[index].width
        let own = cells[index].height
        placed.views.append(
          MatrixView(
            pane: pane, shape: shape,
            titleRect: Rect(
              row: top, column: column,
              width: isLast ? area.columns.upperBound - column : width + max(0, gap - 2),
              height: 1),
            rect: Rect(
              row: top + 1 + ring + (height - own) / 2, column: column,
              width: shape.width(columns: pane.extent.columns.count), height: own),
            visible: pane.extent))
        column += width
        guard !isLast, !operators[index].isEmpty else {
          column += gap
          continue
        }
        placed.operators.append(
          PaneGrid.Operator(
            text: operators[index],
            row: top + 1 + ring + (plan.scale > 0 ? height : height - 1) / 2,
            columns: column..<column + gap
          ))
        column += gap
      }
      top += 1 + 2 * ring + height
      placed.bottom = top
      if free >= rows.count { top += 1 }
    }
    return placed
  }
}
