import Model

extension PaneGrid {
  /// What is measured of each pane.
  func parts(in size: Size, _ look: Look) -> [Measures.Part] {
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
