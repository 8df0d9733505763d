/// What a part of a layer's output sees of its input, as a part of the input with padding around it.
public struct SeenPart: Hashable, Sendable {
  /// The part of the input.
  public let inside: Area
  /// The padding above and left of it, and below and right of it.
  public let before, after: PerAxis<Int>
  /// What is seen of that part with its padding; nil for all of it. What is mirrored in the padding may
  /// lie farther inside than what is seen.
  public let window: Area?
}

extension SpatialGraph {
  /// What a part of the output of a layer, counted from 0, sees.
  public func seen(of area: Area, by layer: Int) -> SeenPart {
    let (rows, columns) = windows[layer]
    let (down, across) = (rows.seen(of: area.rows), columns.seen(of: area.columns))
    let window = Area(rows: down.window, columns: across.window)
    let all = Area(
      rows: 0..<down.before + down.inside.count + down.after,
      columns: 0..<across.before + across.inside.count + across.after)
    return SeenPart(
      inside: Area(rows: down.inside, columns: across.inside),
      before: PerAxis(rows: down.before, columns: across.before),
      after: PerAxis(rows: down.after, columns: across.after),
      window: window == all ? nil : window)
  }
}

extension AxisWindow {
  fileprivate func seen(
    of outputs: Range<Int>
  ) -> (inside: Range<Int>, before: Int, after: Int, window: Range<Int>) {
    let outputs = outputs.lowerBound...outputs.upperBound - 1
    let (span, sources) = (span(of: outputs), sources(of: outputs))
    let (before, after) = (max(0, -span.lowerBound), max(0, span.upperBound - input + 1))
    let first = span.lowerBound - (sources.lowerBound - before)
    return (
      sources.lowerBound..<sources.upperBound + 1, before, after, first..<first + span.count
    )
  }
}
