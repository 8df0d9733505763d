extension NumberPanes {
  /// The cells that a pane has by a plan.
  struct Cells {
    private(set) var format: NumberFormat
    private(set) var shape: CellShape
    let columns: Int
    private let rows: Int
    private let isOutlined: Bool
    private let nameWidth: Int
    private let scale: Int

    /// - Parameters:
    ///   - nameWidth: What the name takes.
    ///   - digits: The columns that numbers are rounded to, where they are not the plan's.
    init(_ pane: Pane, named nameWidth: Int, _ plan: Plan, digits: Int? = nil, _ look: Look) {
      let digits = digits ?? plan.columns
      // With many columns every decimal has room.
      let isRounded = pane.format.width > digits || pane.format.hasPoint && digits <= 5
      format = isRounded ? NumberFormat(roundedTo: digits) : pane.format
      (rows, columns) = (pane.extent.rows.count, pane.extent.columns.count)
      (isOutlined, self.nameWidth, scale) = (pane.isOutlined, nameWidth, plan.scale)
      if plan.scale > 0 {
        let pixels = BlockNumber.width(of: format) * plan.scale
        let most = BlockNumber.width(of: NumberFormat(roundedTo: plan.columns)) * plan.scale
        // What is short stays wide.
        let isSlim =
          plan.isSlimThroughout || plan.isSlim && pixels > BlockNumber.slimWidth(ofPixels: most)
        shape = CellShape(
          kind: look.fillsCells ? .number : .grid,
          width: (isSlim ? BlockNumber.slimWidth(ofPixels: pixels) : pixels)
            + (plan.isTight ? 1 : 2),
          height: plan.height)
        (shape.isSlim, shape.hasBarsOnly) = (isSlim, plan.hasBarsOnly)
        shape.isTight = plan.isTight
      } else {
        shape = CellShape(kind: .number, width: format.width + 1, height: plan.height)
      }
    }

    var width: Int { max(shape.width(columns: columns), nameWidth) }
    var height: Int { shape.height(rows: rows) }
    /// The rows above and below that an outline needs.
    var ring: Int { isOutlined && shape.needsRing(scale: scale) ? 1 : 0 }

    mutating func widen() { shape.width += 1 }

    /// Gives cells two rows more, where those of another pane stay as high as all of them.
    mutating func heighten(beside height: Int) {
      var taller = shape
      taller.height += 2
      if scale > 0, taller.height(rows: rows) <= height { shape = taller }
    }

    /// The same with numbers rounded to other columns.
    func rounded(to digits: Int, _ pane: Pane, _ plan: Plan, _ look: Look) -> Cells {
      Cells(pane, named: nameWidth, plan, digits: digits, look)
    }
  }

  /// The same with more decimals where there is room: in small panes, and in slim digits in one that stands
  /// alone in its row.
  func withDecimals(_ cells: [Cells], _ plan: Plan, in size: Size, _ look: Look) -> [Cells] {
    var cells = cells
    let alone = Set(plan.rows.filter { plan.isSlim && $0.count == 1 }.map(\.lowerBound))
    for index in cells.indices {
      let isSmall = cells[index].columns <= 3
      guard isSmall || alone.contains(index) else { continue }
      for digits in isSmall ? [7, 6, 5, 4] : [5, 4] where digits > plan.columns {
        var wider = cells
        wider[index] = cells[index].rounded(to: digits, panes[index], plan, look)
        guard fits(wider, plan, in: size) else { continue }
        cells = wider
        break
      }
    }
    return cells
  }

  /// The same with what room is left: cells wider, those first whose numbers stand closest.
  func widened(_ cells: [Cells], _ plan: Plan, in size: Size) -> [Cells] {
    var cells = cells
    for row in plan.rows {
      let height = row.map { cells[$0].height }.max() ?? 0
      for index in row { cells[index].heighten(beside: height) }
    }
    let widest = max(2 * plan.height + 3, cells.map(\.shape.width).max() ?? 0)
    var open = Set(cells.indices)
    func order(_ index: Int) -> (Int, Int, Int) {
      let width = cells[index].shape.width
      return (plan.scale > 0 ? 0 : width - cells[index].format.width, width, index)
    }
    while let index = open.min(by: { order($0) < order($1) }) {
      var wider = cells
      wider[index].widen()
      if wider[index].shape.width <= widest, fits(wider, plan, in: size) {
        cells = wider
      } else {
        open.remove(index)
      }
    }
    return cells
  }
}
