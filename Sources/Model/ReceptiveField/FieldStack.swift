/// Layers one after the other over an image, and who sees whom in it.
///
/// Map 0 is the image, map l the output of layer l. Rows and columns never mix, so everything is
/// computed for each axis alone.
public struct FieldStack: Hashable, Sendable {
  public let layers: [FieldLayer]
  /// The height and width of every map, the image first.
  public let maps: [PerAxis<Int>]
  let axes: [PerAxis<Axis>]
  /// What a unit of each map sees.
  private let fields: [Field]

  /// Checks that every layer fits on the map before it.
  ///
  /// - Throws: `FieldStackError` naming the layer, counted from 1, and what does not fit.
  public init(input: PerAxis<Int>, layers: [FieldLayer]) throws(FieldStackError) {
    var maps = [input]
    var axes: [PerAxis<Axis>] = []
    var fields = [Field()]
    for (index, layer) in layers.enumerated() {
      let map = maps[index]
      do throws(GeometryError) {
        let rows = try Axis(
          input: map.rows, kernel: layer.kernel.rows, stride: layer.stride.rows,
          padding: layer.padding.rows, dilation: layer.dilation.rows,
          isPooling: layer.kind == .pooling, name: .rows)
        let columns = try Axis(
          input: map.columns, kernel: layer.kernel.columns, stride: layer.stride.columns,
          padding: layer.padding.columns, dilation: layer.dilation.columns,
          isPooling: layer.kind == .pooling, name: .columns)
        fields.append(try fields[index].after(rows, columns))
        axes.append(PerAxis(rows: rows, columns: columns))
        maps.append(PerAxis(rows: rows.output, columns: columns.output))
      } catch {
        throw FieldStackError(layer: index + 1, reason: error)
      }
    }
    self.layers = layers
    self.maps = maps
    self.axes = axes
    self.fields = fields
  }

  /// The field after `layer` layers; after none, every pixel sees itself.
  public func field(after layer: Int) -> Field { fields[layer] }

  /// The first and last image row and column that a unit sees, clipped to the image; nil where all
  /// that it sees is padding.
  ///
  /// - Precondition: The unit lies in the map.
  public func extent(of unit: Position, in map: Int) -> PerAxis<ClosedRange<Int>>? {
    let paths = paths(from: unit, of: map, to: 0)
    guard let rows = FieldStack.extent(paths.rows), let columns = FieldStack.extent(paths.columns)
    else { return nil }
    return PerAxis(rows: rows, columns: columns)
  }

  private static func extent(_ counts: [Double]) -> ClosedRange<Int>? {
    guard let first = counts.firstIndex(where: { $0 > 0 }),
      let last = counts.lastIndex(where: { $0 > 0 })
    else { return nil }
    return first...last
  }
}

/// A layer that does not fit on the map before it.
public struct FieldStackError: Error, Hashable, Sendable {
  /// Counted from 1.
  public let layer: Int
  public let reason: GeometryError
}
