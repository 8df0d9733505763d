extension SpatialGraph {
  /// One of the paths from a pixel to a unit: where it goes through each map that it goes through.
  ///
  /// In every map it takes the cell to which most paths lead from the pixel, of several the first.
  ///
  /// - Parameters:
  ///   - pixel: A position in the image.
  ///   - unit: A position in map `map`.
  /// - Returns: A position for each map on the way, both ends included; nil where no path leads there.
  /// - Complexity: That of the counts of paths to all maps up to `map`, which are kept meanwhile.
  public func path(from pixel: Position, to unit: Position, of map: Int) -> [Int: Position]? {
    let counts = paths(from: pixel, of: 0, to: Array(0...map))
    guard counts[map][unit.row, unit.column] > 0 else { return nil }
    var path = [map: unit]
    var (current, at) = (map, unit)
    while current > 0 {
      let (rows, columns) = windows[current - 1]
      let steps = graph.nodes[current - 1].inputs.lazy.flatMap { input in
        counts[input].terms.lazy.compactMap { term -> (map: Int, at: Position)? in
          guard let row = rows.source(of: at.row, with: term.rows),
            let column = columns.source(of: at.column, with: term.columns)
          else { return nil }
          return (input, Position(row: row, column: column))
        }
      }
      guard let step = steps.first else { return nil }
      (current, at) = step
      path[current] = at
    }
    return path
  }
}

extension AxisWindow {
  /// The input of an output with the largest count; nil where all are zero.
  fileprivate func source(of output: Int, with counts: [Double]) -> Int? {
    var best: Int?
    forEachSource(of: output) { source in
      if counts[source] > best.map({ counts[$0] }) ?? 0 { best = source }
    }
    return best
  }
}
