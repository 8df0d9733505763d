import Drawing
import Model

extension MapColumns {
  /// The most numbers that are tried to be written out.
  private static let mostNumbers = 600

  /// The layers with all of their numbers; nil where there is no room for them.
  func numbers(in rect: Rect, _ look: Look) -> [Placed]? {
    guard layers.reduce(0, { $0 + $1.maps.shape.count }) <= MapColumns.mostNumbers else {
      return nil
    }
    let rows = layers.map(\.maps.shape.channels).max() ?? 0
    let panes = layers.indices.map { column(of: $0, rows: rows) }
    let grid = PaneGrid((0..<rows).map { row in panes.map { $0[row] } })
    let views = grid.placed(in: rect.inset(left: -1), look).views
    guard views.allSatisfy(\.isWhole), let bottom = views.map(\.rect.rows.upperBound).max(),
      bottom <= rect.rows.upperBound
    else { return nil }
    return layers.indices.map { layer in
      let own = views.filter { $0.pane.number.map { $0 / rows == layer } ?? false }
      return Placed(layer: layer, rect: rect, content: .numbers(own, rows: rows))
    }
  }

  /// A pane for each map of a layer, one below the other.
  private func column(of index: Int, rows: Int) -> [Pane?] {
    let layer = layers[index]
    let format = NumberFormat(layer.maps.elements)
    return (0..<rows).map { channel in
      guard channel < layer.maps.shape.channels else { return nil }
      var title = layer.title
      if layer.maps.shape.channels > 1 {
        let role = channel == layer.chosen ? Role.accent : .secondary
        title = (title + [Span(" \(channel)")]).map { Span($0.text, role) }
      }
      var pane = Pane(
        title,
        Plane(layer.maps.plane(channel: channel), format: format, scale: layer.scale))
      pane.number = index * rows + channel
      pane.isResult = index > 0
      pane.isOutlinedAtTimes = true
      pane.outline = layer.lit
      if channel == layer.chosen { pane.cursor = layer.cursor }
      return pane
    }
  }
}

extension MatrixView {
  /// Whether all of its numbers are in sight.
  fileprivate var isWhole: Bool {
    visible == pane.extent && (shape.kind == .number || shape.kind == .grid)
      && shape.width > pane.format.width
  }
}
