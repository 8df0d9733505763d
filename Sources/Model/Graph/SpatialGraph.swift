/// A graph over an image of known height and width, and who sees whom in it.
///
/// Channels are not known and never asked for. Map 0 is the image, map l the output of layer l. Rows
/// and columns never mix within a layer.
public struct SpatialGraph: Sendable {
  public let graph: Graph
  /// The height and width of every map, the image first.
  public let maps: [PlaneSize]
  let windows: [PerAxisWindows]
  /// What a unit of each map sees.
  private let fields: [Field]

  /// Checks that every layer fits on the maps that it takes.
  ///
  /// - Throws: `GraphError` naming the layer, counted from 1, and what does not fit.
  public init(_ graph: Graph, input: PlaneSize) throws(GraphError) {
    var maps = [input]
    var windows: [PerAxisWindows] = []
    for (index, node) in graph.nodes.enumerated() {
      let inputs = node.inputs.map { maps[$0] }
      do throws(OperatorError) {
        guard inputs.allSatisfy({ $0 == inputs[0] }) else {
          throw .shapes(inputs.map { Shape(max(0, $0.rows), max(0, $0.columns)) })
        }
        let window = try node.operator.windows(over: inputs[0])
        windows.append(window)
        maps.append(PlaneSize(rows: window.rows.output, columns: window.columns.output))
      } catch {
        throw graph.error(
          index, inputs.map { Shape(max(0, $0.rows), max(0, $0.columns)) }, error)
      }
    }
    try self.init(graph, maps, windows)
  }

  /// - Precondition: Windows over these maps.
  init(
    _ graph: Graph, _ maps: [PlaneSize], _ windows: [PerAxisWindows]
  ) throws(GraphError) {
    var fields = [Field()]
    for (index, node) in graph.nodes.enumerated() {
      let (rows, columns) = windows[index]
      do throws(GeometryError) {
        var field = try fields[node.inputs[0]].after(rows, columns)
        for input in node.inputs.dropFirst() {
          field.form(union: try fields[input].after(rows, columns))
        }
        fields.append(field)
      } catch {
        throw graph.error(
          index, node.inputs.map { Shape(maps[$0].rows, maps[$0].columns) }, .geometry(error))
      }
    }
    self.graph = graph
    self.maps = maps
    self.windows = windows
    self.fields = fields
  }

  /// What a unit of a map sees; of the image, every pixel sees itself.
  public func field(of map: Int) -> Field { fields[map] }

  /// The first and last image row and column that a unit sees, clipped to the image; nil where all
  /// that it sees is padding.
  ///
  /// - Precondition: The unit lies in the map.
  public func extent(of unit: Position, in map: Int) -> PerAxis<ClosedRange<Int>>? {
    paths(from: unit, of: map, to: 0).extent
  }
}

extension SpatialGraph: Hashable {
  public static func == (left: SpatialGraph, right: SpatialGraph) -> Bool {
    left.maps == right.maps && left.graph == right.graph
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(maps)
    hasher.combine(graph)
  }
}
