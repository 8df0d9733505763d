/// All keys of a scene over the screen.
struct HelpOverlay {
  let scene: SceneName
  let views: [SceneView]

  func draw(into frame: inout Frame, _ look: Look) {
    let rows = self.rows
    let keyWidth = (rows.map(\.keys.cellWidth).max() ?? 0) + 2
    let width = keyWidth + (rows.map(\.help.cellWidth).max() ?? 0)
    let columns = max(1, min(2, (frame.size.width - 3) / (width + 3)))
    let perColumn = (rows.count + columns - 1) / columns
    let boxWidth = min(frame.size.width, columns * (width + 3) + 3)
    let boxHeight = min(frame.size.height - 2, perColumn + 5)
    let box = Rect(
      row: max(1, (frame.size.height - boxHeight) / 2),
      column: (frame.size.width - boxWidth) / 2, width: boxWidth, height: boxHeight)
    frame.fill(box, look.bar)
    BoxLines.drawFrame(box, sidesOnly: false, into: &frame, look.style(.accent))
    let end = box.columns.upperBound - 1
    frame.write(
      [Span(Text.title(scene), .strong), Span("   " + Text.purpose(scene), .secondary)],
      at: Point(row: box.row + 1, column: box.column + 3), look, limit: end)
    for (index, row) in rows.enumerated() {
      let point = Point(
        row: box.row + 3 + index % perColumn,
        column: box.column + 3 + index / perColumn * (width + 3))
      guard point.row < box.rows.upperBound - 1 else { continue }
      frame.write(row.keys, at: point, look.style(.accent), limit: end)
      frame.write(
        row.help, at: Point(row: point.row, column: point.column + keyWidth), look.style(.text),
        limit: end)
    }
  }

  /// What the keys do, those that do alike in one row; of more than four the first and the last.
  private var rows: [(keys: String, help: String)] {
    var rows: [(keys: [String], help: String)] = []
    for (binding, keys) in Bindings.reachable(in: scene, views: views) {
      let help = Text.help(binding.action, in: scene)
      if rows.last?.help != help { rows.append(([], help)) }
      rows[rows.count - 1].keys.append(Text.name(of: keys[0]))
    }
    return rows.map { keys, help in
      ((keys.count > 4 ? [keys[0], "…", keys[keys.count - 1]] : keys).joined(separator: " "), help)
    }
  }
}
