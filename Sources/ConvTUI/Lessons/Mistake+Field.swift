import Model

/// Mistakes in the size of a receptive field.
extension Mistake {
  static func inField(_ size: PlaneSize, _ layer: Int, _ scene: any Scene) -> Mistake? {
    guard let graph = (scene as? any SceneWithLayers)?.spatial else { return nil }
    if size == PlaneSize(1, 1) { return .singlePixel }
    for other in 1..<graph.maps.count where other != layer && graph.field(of: other).size == size {
      return .fieldOfLayer(other)
    }
    /// Whether it is the field where all layers move in another way.
    func isField(_ change: (inout CorrelationOptions) -> Void) -> Bool {
      var other = graph.graph
      for (index, node) in graph.graph.nodes.enumerated() {
        guard var options = node.operator.movement else { continue }
        change(&options)
        if let moved = node.operator.moving(options) { other = other.replacing(index, with: moved) }
      }
      guard other != graph.graph, let changed = try? SpatialGraph(other, input: graph.maps[0])
      else {
        return false
      }
      return changed.field(of: layer).size == size
    }
    if isField({ $0.stride = PerAxis(1) }) { return .strideForgotten }
    if isField({ $0.dilation = PerAxis(1) }) { return .dilationForgotten }
    if let mistake = inGrowth(size, layer, graph) { return mistake }
    if size == graph.maps[layer] { return .outputSize }
    return size == graph.maps[0] ? .wholeInput : nil
  }

  /// Mistakes in `1 + Σ (size − 1) · product of the strides before`, for layers in a row.
  private static func inGrowth(
    _ size: PlaneSize, _ layer: Int, _ graph: SpatialGraph
  ) -> Mistake? {
    let nodes = graph.graph.nodes.prefix(layer)
    guard nodes.enumerated().allSatisfy({ $0.element.inputs == [$0.offset] }) else { return nil }
    let own = nodes.enumerated().compactMap { index, node in
      (try? SpatialGraph(.sequential([node.operator]), input: graph.maps[index]))?
        .field(of: 1).size
    }
    guard own.count == layer else { return nil }
    let strides = nodes.map { $0.operator.movement?.stride ?? PerAxis(1) }
    /// Whether it is what comes of the sizes and strides along each axis.
    func isSize(_ field: (_ sizes: [Int], _ strides: [Int]) -> Int) -> Bool {
      size
        == PlaneSize(
          field(own.map(\.rows), strides.map(\.rows)),
          field(own.map(\.columns), strides.map(\.columns)))
    }
    /// The field where each layer's growth is multiplied by what `factor` makes of the strides.
    func grown(_ sizes: [Int], _ factor: (Int) -> Int) -> Int {
      1 + sizes.indices.reduce(0) { $0 + (sizes[$1] - 1) * factor($1) }
    }
    if isSize({ sizes, _ in sizes.reduce(0, +) }) { return .fieldsAdded }
    if isSize({ sizes, _ in sizes.reduce(1, *) }) { return .fieldsMultiplied }
    if isSize({ sizes, strides in
      grown(sizes) { $0 == 0 ? 1 : strides[$0 - 1] }
    }) {
      return .stridesNotMultiplied
    }
    if isSize({ sizes, strides in grown(sizes) { strides[...$0].reduce(1, *) } }) {
      return .ownStrideCounted
    }
    let right = graph.field(of: layer).size
    return size == PlaneSize(right.rows - 1, right.columns - 1) ? .unitForgotten : nil
  }
}
