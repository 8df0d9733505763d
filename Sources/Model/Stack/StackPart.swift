/// A part of a stack's maps, made from no more of the image than it needs: the very numbers that the
/// whole would have there, but for rounding.
public struct StackPart: Sendable {
  /// The layers over a piece of the image.
  public let stack: LayerStack
  /// Every map of that piece. Near its edges, outside of `units`, stand numbers that the whole has not.
  public let maps: [Tensor]
  /// Which units of each of these maps are meant; never none.
  public let units: [PerAxis<Range<Int>>]
  /// Where unit 0, 0 of each of these maps stands in the whole's.
  public let offsets: [Position]

  /// Which of these see no padding; all where there is none.
  fileprivate let unpadded: [PerAxis<Range<Int>>]

  /// The units that are meant, of shape C×rows×columns.
  public func shown(_ map: Int) -> Tensor { numbers(of: units, map) }

  /// Those of them that see no padding, which makes edges where the image has none; all where there
  /// is none.
  public func inside(_ map: Int) -> Tensor { numbers(of: unpadded, map) }

  private func numbers(of units: [PerAxis<Range<Int>>], _ map: Int) -> Tensor {
    maps[map].part(rows: units[map].rows, columns: units[map].columns)
  }
}

extension LayerStack {
  /// The units of every map whose fields have their middle in a part of the image, or beyond its edge
  /// where the part ends there; where there is none, the nearest.
  ///
  /// - Parameters:
  ///   - view: Rows and columns of the image; not empty.
  ///   - pixels: Gives the part C×rows×columns of the image.
  /// - Throws: Where the maps of the piece are too large to be computed. Every layer fits, as each
  ///   map has a unit there that the whole has too.
  /// - Complexity: That of the layers over the view and what the units see around it; over the whole
  ///   of an axis along which padding is circular.
  public func part(
    over view: PerAxis<Range<Int>>,
    pixels: (_ rows: Range<Int>, _ columns: Range<Int>) -> Tensor
  ) throws(StackError) -> StackPart {
    let (rows, columns) = (sight(of: view.rows, \.rows), sight(of: view.columns, \.columns))
    let image = pixels(rows.piece, columns.piece)
    let stack = try LayerStack(input: image.shape, layers: layers)
    return StackPart(
      stack: stack, maps: stack.maps(of: image),
      units: StackPart.both(rows.units, columns.units),
      offsets: StackPart.both(rows.offsets, columns.offsets),
      unpadded: StackPart.both(rows.unpadded, columns.unpadded))
  }

  /// One axis of a part.
  private struct Sight {
    /// Of the image.
    let piece: Range<Int>
    /// Of each map of the piece.
    let units, unpadded: [Range<Int>]
    let offsets: [Int]
  }

  private func sight(of view: Range<Int>, _ axis: KeyPath<PerAxis<Int>, Int>) -> Sight {
    let fields = (0...layers.count).map { map in
      let field = field.field(after: map)
      return (
        size: field.size[keyPath: axis], jump: field.jump[keyPath: axis],
        start: field.start[keyPath: axis], count: self.field.maps[map][keyPath: axis]
      )
    }
    let length = fields[0].count
    let units = fields.map { field in
      func first(from pixel: Int) -> Int {
        let way = pixel - field.start - (field.size - 1) / 2
        return max(0, min(field.count, (way + field.jump - 1).flooredQuotient(by: field.jump)))
      }
      let lower = view.lowerBound <= 0 ? 0 : min(first(from: view.lowerBound), field.count - 1)
      let upper = view.upperBound >= length ? field.count : first(from: view.upperBound)
      return lower..<max(lower + 1, upper)
    }
    let jump = fields.last!.jump
    var piece = 0..<length
    if !wraps(axis) {
      // What stands in the padding may come from as far inside.
      let reach = zip(self.field.layers, fields).map { $0.padding[keyPath: axis] * $1.jump }
        .reduce(0, +)
      let seen = zip(fields, units).map { field, units in
        field.start + units.lowerBound * field.jump..<field.start + (units.upperBound - 1)
          * field.jump + field.size
      }
      let lower = max(0, seen.map(\.lowerBound).min()! - reach)
      let upper = min(length, seen.map(\.upperBound).max()! + reach)
      // Where a window of every layer begins.
      piece = lower / jump * jump..<upper
    }
    let unpadded = zip(fields, units).map { field, units in
      let first = (-field.start + field.jump - 1).flooredQuotient(by: field.jump)
      let last = (length - field.size - field.start).flooredQuotient(by: field.jump)
      let inside = first..<max(first, last + 1)
      return units.overlaps(inside) ? units.clamped(to: inside) : units
    }
    let offsets = fields.map { piece.lowerBound / $0.jump }
    func moved(_ ranges: [Range<Int>]) -> [Range<Int>] {
      zip(ranges, offsets).map { $0.lowerBound - $1..<$0.upperBound - $1 }
    }
    return Sight(piece: piece, units: moved(units), unpadded: moved(unpadded), offsets: offsets)
  }
}

extension StackPart {
  fileprivate static func both<Value>(_ rows: [Value], _ columns: [Value]) -> [PerAxis<Value>] {
    zip(rows, columns).map { PerAxis(rows: $0, columns: $1) }
  }
}

extension Int {
  /// Division by a positive number, rounded down.
  fileprivate func flooredQuotient(by divisor: Int) -> Int {
    self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor)
  }
}
