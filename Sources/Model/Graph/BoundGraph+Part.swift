/// A part of a graph's maps, computed from only the pixels that it needs. The numbers are those of
/// the whole maps, except for rounding.
public struct GraphPart: Sendable {
  /// The part of every map, and what later maps need of it.
  public let regions: [Region]
  /// The units in the part of each map; never empty.
  public let units: [Area]
  /// The units among them that see no padding, or all if there are none.
  fileprivate let unpadded: [Area]

  /// The units in the part, of shape C×rows×columns.
  public func shown(_ map: Int) -> Tensor { regions[map].part(units[map]) }

  /// The units among them that see no padding, or all if there are none: padding makes edges that the
  /// image does not have.
  public func inside(_ map: Int) -> Tensor { regions[map].part(unpadded[map]) }
}

extension BoundGraph {
  /// The units of every map whose fields have their middle in a part of the image, or beyond its edge
  /// where the part ends there; where there is none, the nearest.
  ///
  /// What every layer needs of the maps that it takes is found from the last to the first, and then
  /// computed from the first to the last.
  ///
  /// - Parameters:
  ///   - view: Rows and columns of the image; not empty.
  ///   - pixels: Gives the part C×rows×columns of the image.
  /// - Throws: Where the part of a map is too large to be computed.
  /// - Complexity: The cost of the layers over the view and the surroundings that its units see.
  public func part(
    over view: Area, pixels: (_ rows: Range<Int>, _ columns: Range<Int>) -> Tensor
  ) throws(GraphError) -> GraphPart {
    let units = shapes.indices.map { map in
      Area(
        rows: sight(of: view.rows, in: map, \.rows),
        columns: sight(of: view.columns, in: map, \.columns))
    }
    var needed = units
    for (index, node) in graph.nodes.enumerated().reversed() {
      let (rows, columns) = field.windows[index]
      let area = needed[index + 1]
      let seen = Area(
        rows: rows.sources(of: area.rows), columns: columns.sources(of: area.columns))
      for input in node.inputs { needed[input] = needed[input].union(seen) }
    }
    let image = pixels(needed[0].rows, needed[0].columns)
    var regions = [
      Region(
        needed[0],
        image.reshaped(Shape([shapes[0].channels, image.shape.rows, image.shape.columns])))
    ]
    for (index, node) in graph.nodes.enumerated() {
      let area = needed[index + 1]
      do throws(OperatorError) {
        try BoundGraph.check(
          Shape([shapes[index + 1].channels, area.rows.count, area.columns.count]),
          input: regions[node.inputs[0]].numbers.shape, nil)
      } catch { throw graph.error(index, node.inputs.map { shapes[$0] }, error) }
      regions.append(region(area, after: index, of: regions))
    }
    return GraphPart(
      regions: regions, units: units,
      unpadded: units.indices.map { map in
        Area(
          rows: unpadded(units[map].rows, in: map, \.rows),
          columns: unpadded(units[map].columns, in: map, \.columns))
      })
  }

  /// The units of a map whose middle lies in a view.
  private func sight(
    of view: Range<Int>, in map: Int, _ axis: KeyPath<PlaneSize, Int>
  ) -> Range<Int> {
    let field = field.field(of: map)
    let (length, count) = (self.field.maps[0][keyPath: axis], self.field.maps[map][keyPath: axis])
    func first(from pixel: Int) -> Int {
      (0..<count).first(from: { field.middle(of: $0, axis) >= pixel })
    }
    let lower = view.lowerBound <= 0 ? 0 : min(first(from: view.lowerBound), count - 1)
    let upper = view.upperBound >= length ? count : first(from: view.upperBound)
    return lower..<max(lower + 1, upper)
  }

  /// The units whose fields lie within the image, or all units if there are none.
  private func unpadded(
    _ units: Range<Int>, in map: Int, _ axis: KeyPath<PlaneSize, Int>
  ) -> Range<Int> {
    let field = field.field(of: map)
    let length = self.field.maps[0][keyPath: axis]
    let first = units.first(from: { field.span(of: $0, axis).lowerBound >= 0 })
    let end = units.first(from: { field.span(of: $0, axis).upperBound >= length })
    return first < end ? first..<end : units
  }
}

extension AxisWindow {
  fileprivate func sources(of outputs: Range<Int>) -> Range<Int> {
    let sources = sources(of: outputs.lowerBound...outputs.upperBound - 1)
    return sources.lowerBound..<sources.upperBound + 1
  }
}

extension Range<Int> {
  /// The first element for which something holds that then holds for all after it; the upper bound
  /// where it holds for none.
  fileprivate func first(from holds: (Int) -> Bool) -> Int {
    var (low, high) = (lowerBound, upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
