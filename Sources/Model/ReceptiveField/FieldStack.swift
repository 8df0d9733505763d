/// Layers one after the other over an image, and who sees whom in it.
///
/// Map 0 is the image, map l the output of layer l. Rows and columns never mix, so everything is
/// computed for each axis alone.
public struct FieldStack: Hashable, Sendable {
  public let layers: [FieldLayer]
  /// The height and width of every map, the image first.
  public let maps: [PerAxis<Int>]
  private let axes: [PerAxis<Axis>]

  /// Checks that every layer fits on the map before it.
  ///
  /// - Throws: `FieldStackError` naming the layer, counted from 1, and what does not fit.
  public init(input: PerAxis<Int>, layers: [FieldLayer]) throws(FieldStackError) {
    var maps = [input]
    var axes: [PerAxis<Axis>] = []
    var jump = PerAxis(1)
    var longest = 1
    for (index, layer) in layers.enumerated() {
      let map = maps[index]
      do throws(GeometryError) {
        let rows = try Axis(
          input: map.rows, kernel: layer.kernel.rows, stride: layer.stride.rows,
          padding: layer.padding.rows, dilation: layer.dilation.rows, name: .rows)
        let columns = try Axis(
          input: map.columns, kernel: layer.kernel.columns, stride: layer.stride.columns,
          padding: layer.padding.columns, dilation: layer.dilation.columns, name: .columns)
        jump.rows = try FieldStack.jump(jump.rows, over: rows, name: .rows)
        jump.columns = try FieldStack.jump(jump.columns, over: columns, name: .columns)
        // No field is longer than the sum of these.
        longest += max(rows.span * jump.rows, columns.span * jump.columns)
        guard longest <= FieldStack.longestField else {
          throw .tooLarge(
            longest, quantity: "field", limit: FieldStack.longestField, .rows)
        }
        axes.append(PerAxis(rows: rows, columns: columns))
        maps.append(PerAxis(rows: rows.output, columns: columns.output))
      } catch {
        throw FieldStackError(layer: index + 1, reason: error)
      }
    }
    self.layers = layers
    self.maps = maps
    self.axes = axes
  }

  /// Keeps every sum of fields within `Int`.
  private static let longestField = 1 << 60

  /// The distance between the fields of neighbours after a layer, no longer than an image can be:
  /// 2²⁰ · 2²⁰ · 2²⁰ · 2²⁰ would not fit `Int`.
  private static func jump(
    _ jump: Int, over axis: Axis, name: AxisName
  ) throws(GeometryError) -> Int {
    let limit = Axis.longest / jump
    guard axis.stride <= limit else {
      throw .tooLarge(axis.stride, quantity: "stride", limit: limit, name)
    }
    return jump * axis.stride
  }

  /// The receptive field of every unit of a map, without regard to the image's edges.
  public struct Field: Hashable, Sendable {
    /// The extent of the field, in image pixels.
    public let size: PerAxis<Int>
    /// The distance between the fields of neighbouring units, in image pixels.
    public let jump: PerAxis<Int>
    /// The first image row and column that unit (0, 0) sees; negative inside the padding.
    public let start: PerAxis<Int>

    /// The image pixel in the middle of what a unit sees, of two the first; it may lie in the padding.
    public func middle(of unit: Position) -> Position {
      func middle(_ axis: KeyPath<PerAxis<Int>, Int>) -> Int {
        start[keyPath: axis] + unit[keyPath: axis] * jump[keyPath: axis]
          + (size[keyPath: axis] - 1) / 2
      }
      return Position(rows: middle(\.rows), columns: middle(\.columns))
    }
  }

  /// The field after `layer` layers; after none, every pixel sees itself.
  ///
  ///     size += d·(k − 1)·jump      start −= p·jump      jump ·= s
  ///
  /// Source: Araujo, Norris and Sim, *Computing receptive fields of convolutional neural networks*
  /// (2019), doi:10.23915/distill.00021.
  public func field(after layer: Int) -> Field {
    func along(_ axis: KeyPath<PerAxis<Axis>, Axis>) -> (size: Int, jump: Int, start: Int) {
      axes[..<layer].reduce((size: 1, jump: 1, start: 0)) { field, layer in
        let axis = layer[keyPath: axis]
        return (
          field.size + (axis.span - 1) * field.jump, field.jump * axis.stride,
          field.start - axis.padding * field.jump
        )
      }
    }
    let (rows, columns) = (along(\.rows), along(\.columns))
    return Field(
      size: PerAxis(rows: rows.size, columns: columns.size),
      jump: PerAxis(rows: rows.jump, columns: columns.jump),
      start: PerAxis(rows: rows.start, columns: columns.start))
  }

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

  /// How many ways lead from a unit to each row and column of another map.
  ///
  /// To an earlier map these are the inputs that the unit sees, to a later one the outputs that it
  /// reaches; zero where it does not. A cell has as many paths as its row times its column.
  ///
  /// - Parameters:
  ///   - unit: A position in map `map`.
  ///   - other: The map to reach, before or after.
  /// - Precondition: The unit lies in its map, and both maps in 0...layers.count.
  /// - Complexity: O(layers · units along an axis · kernel size).
  public func paths(from unit: Position, of map: Int, to other: Int) -> PerAxis<[Double]> {
    PerAxis(
      rows: paths(\.rows, from: unit.rows, of: map, to: other, length: \.rows),
      columns: paths(\.columns, from: unit.columns, of: map, to: other, length: \.columns))
  }

  private func paths(
    _ axis: KeyPath<PerAxis<Axis>, Axis>, from unit: Int, of map: Int, to other: Int,
    length: KeyPath<PerAxis<Int>, Int>
  ) -> [Double] {
    var counts = [Double](repeating: 0, count: maps[map][keyPath: length])
    counts[unit] = 1
    for layer in other < map ? Array((other..<map).reversed()) : Array(map..<other) {
      let axis = axes[layer][keyPath: axis]
      var next = [Double](repeating: 0, count: other < map ? axis.input : axis.output)
      for output in 0..<axis.output where other >= map || counts[output] > 0 {
        for tap in 0..<axis.kernel {
          guard let input = axis.source(axis.place(output: output, tap: tap)) else { continue }
          if other < map { next[input] += counts[output] } else { next[output] += counts[input] }
        }
      }
      counts = next
    }
    return counts
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
