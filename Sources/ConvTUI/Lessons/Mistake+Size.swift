import Model

/// Mistakes in a size.
extension Mistake {
  static func inSize(_ size: PlaneSize, _ slide: SlideScene) -> Mistake? {
    let settings = slide.settings
    let options = settings.sliding.options
    func isSize(_ change: (inout CorrelationOptions) -> Void) -> Bool {
      var other = options
      change(&other)
      guard other != options,
        let geometry = try? Geometry(
          input: settings.input.shape, kernel: settings.kernel.shape, options: other)
      else { return false }
      return size == PlaneSize(geometry.rows.output, geometry.columns.output)
    }
    let right = PlaneSize(slide.output.shape.rows, slide.output.shape.columns)
    if isSize({ $0.padding = PerAxis(0) }) { return .paddingForgotten }
    if isSize({ $0.stride = PerAxis(1) }) { return .strideForgotten }
    if isSize({ $0.dilation = PerAxis(1) }) { return .dilationForgotten }
    if size == PlaneSize(settings.input.shape.rows, settings.input.shape.columns) {
      return .inputSize
    }
    if size == PlaneSize(right.rows - 1, right.columns - 1) { return .oneForgotten }
    let (rows, columns) = (slide.geometry.rows, slide.geometry.columns)
    /// 1 where the last stride has no room for a whole window.
    func rest(_ axis: Axis) -> Int {
      let room = axis.input + axis.padding + axis.paddingAfter - axis.span
      return room.isMultiple(of: axis.stride) ? 0 : 1
    }
    let rounded = PlaneSize(right.rows + rest(rows), right.columns + rest(columns))
    if rounded != right, size == rounded { return .roundedUp }
    if right.rows != right.columns, size == PlaneSize(right.columns, right.rows) {
      return .axesSwapped
    }
    return nil
  }

  static func inField(_ size: PlaneSize, _ layer: Int, _ scene: any Scene) -> Mistake? {
    guard let graph = (scene as? any SceneWithLayers)?.spatial else { return nil }
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
    let own = graph.graph.nodes.prefix(layer).enumerated().compactMap { index, node in
      (try? SpatialGraph(.sequential([node.operator]), input: graph.maps[index]))?
        .field(of: 1).size
    }
    guard own.count == layer else { return nil }
    func all(_ start: Int, _ join: (Int, Int) -> Int) -> PlaneSize {
      PlaneSize(own.map(\.rows).reduce(start, join), own.map(\.columns).reduce(start, join))
    }
    if size == all(0, +) { return .fieldsAdded }
    if size == all(1, *) { return .fieldsMultiplied }
    return size == graph.maps[layer] ? .outputSize : nil
  }

  /// Mistakes in a count of parameters.
  static func inCount(_ count: Double, _ kind: Question.Kind, _ scene: any Scene) -> Mistake? {
    guard let tensors = try? kind.learned(in: scene).joined() else { return nil }
    /// Whether it is the count of other tensors.
    func isCount(_ change: (inout LearnedTensor) -> Void) -> Bool {
      count
        == Double(
          tensors.reduce(0) { sum, tensor in
            var other = tensor
            change(&other)
            return sum + other.count
          })
    }
    if isCount({ if $0.isBias { $0.dimensions = [0] } }) { return .biasForgotten }
    func forgetChannels(_ tensor: inout LearnedTensor) {
      if !tensor.isBias { tensor.dimensions[1] = 1 }
    }
    if isCount(forgetChannels) { return .channelsForgotten }
    if isCount({ $0.dimensions[0] = 1 }) { return .kernelsForgotten }
    return nil
  }
}
