/// A graph over one image of known shape, every map of which can be computed and looked at.
public struct BoundGraph: Sendable {
  public let graph: Graph
  /// C×H×W of the image and of what every layer gives.
  public let shapes: [Shape]
  /// How a unit's field runs through the maps.
  public let field: SpatialGraph
  let operators: [any BoundOperator]

  /// Checks that every layer fits on the maps that it takes and has numbers to compute with.
  ///
  /// - Parameter largestMap: The most numbers of a map that are accepted, where not given what
  ///   `Geometry.largestOutput` says; more is of use only where no more than parts are computed.
  /// - Throws: `GraphError` naming the layer, counted from 1, and what does not fit.
  public init(
    _ graph: Graph, input: Shape, largestMap: Int? = nil
  ) throws(GraphError) {
    var shapes = [Shape([input.channels, input.rows, input.columns])]
    var operators: [any BoundOperator] = []
    var windows: [PerAxisWindows] = []
    for (index, node) in graph.nodes.enumerated() {
      let inputs = node.inputs.map { shapes[$0] }
      do throws(OperatorError) {
        let bound = try node.operator.bound(to: inputs)
        windows.append(try node.operator.windows(over: PlaneSize(inputs[0])))
        try BoundGraph.check(bound.output, input: inputs[0], largestMap)
        operators.append(bound)
        shapes.append(bound.output)
      } catch { throw graph.error(index, inputs, error) }
    }
    do throws(GraphError) {
      field = try SpatialGraph(graph, shapes.map { PlaneSize($0) }, windows)
    } catch {
      guard case .operator(let reason) = error.reason else { throw error }
      throw graph.error(
        error.layer - 1, graph.nodes[error.layer - 1].inputs.map { shapes[$0] }, reason)
    }
    self.graph = graph
    self.shapes = shapes
    self.operators = operators
  }

  /// Checks the size of a map before anything is made of it.
  static func check(_ output: Shape, input: Shape, _ largest: Int?) throws(OperatorError) {
    let limit = largest ?? Geometry.largestOutput(of: input, kernels: output.channels)
    let count = output.dimensions.reduce(1.0) { $0 * Double($1) }
    guard count <= Double(limit) else {
      throw .geometry(
        .outputTooLarge(
          rows: output.rows, columns: output.columns, images: 1, kernels: output.channels,
          limit: limit))
    }
  }

  /// How many numbers all layers take in to give their maps.
  public var work: Double {
    zip(operators, shapes.dropFirst()).reduce(0) { $0 + Double($1.0.work) * Double($1.1.count) }
  }

  /// Whether a unit may depend on the whole length of an axis, wherever it stands.
  public func seesAll(_ axis: AxisName) -> Bool {
    field.windows.contains { axis == .rows ? $0.rows.seesAll : $0.columns.seesAll }
  }

  /// The image and what every layer gives, each of the shape in `shapes`.
  ///
  /// - Precondition: An image of the shape that the graph is bound to.
  public func maps(of image: Tensor) -> [Tensor] {
    precondition(image.shape.count == shapes[0].count)
    var regions = [Region(Area(shapes[0]), image.reshaped(shapes[0]))]
    for index in operators.indices {
      regions.append(region(Area(shapes[index + 1]), after: index, of: regions))
    }
    return regions.map(\.numbers)
  }

  /// A part of what a layer, counted from 0, gives.
  func region(_ area: Area, after node: Int, of regions: [Region]) -> Region {
    let inputs = graph.nodes[node].inputs.map { regions[$0] }
    return Region(area, operators[node].numbers(area, of: inputs))
  }

  /// Where a number comes from.
  ///
  /// - Parameters:
  ///   - map: 0 is the image, l the output of layer l.
  ///   - regions: Of every map at least what the unit is made from.
  /// - Precondition: The unit lies in the map.
  public func origin(of unit: Position, channel: Int, map: Int, in regions: [Region]) -> Origin {
    guard map > 0 else { return .pixel }
    let inputs = graph.nodes[map - 1].inputs.map { regions[$0] }
    return operators[map - 1].origin(of: unit, channel: channel, in: inputs)
  }

  /// The same from the maps as `maps(of:)` gives them.
  public func origin(of unit: Position, channel: Int, map: Int, in maps: [Tensor]) -> Origin {
    origin(
      of: unit, channel: channel, map: map, in: maps.map { Region(Area($0.shape), $0) })
  }
}

extension Trace {
  /// The bias, and what each channel of the kernel adds to it; in order they add up to `value(of:)`
  /// but for rounding.
  public func parts(of window: Window) -> (bias: Float, channels: [Float]) {
    let area = geometry.kernel.area
    let channels = (0..<geometry.kernel.channels).map { c in
      (c * area..<(c + 1) * area).reduce(Float(0)) { $0 + product($1, of: window).value }
    }
    return (bias?[window.kernel] ?? 0, channels)
  }
}
