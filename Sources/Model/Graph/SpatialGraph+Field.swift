extension SpatialGraph {
  /// The receptive field of every unit of a map, without regard to the image's edges: over branches
  /// the smallest that holds the fields of all.
  public struct Field: Hashable, Sendable {
    private var rows = Side()
    private var columns = Side()

    /// The extent of the field, in image pixels; where outputs share pixels out unevenly, the largest.
    public var size: PlaneSize { PlaneSize(rows: rows.size, columns: columns.size) }
    /// The distance between the fields of neighbouring units, in image pixels; nil where branches have
    /// different ones.
    public var jump: PerAxis<Ratio?> { PerAxis(rows: rows.jump, columns: columns.jump) }
    /// The first image row and column that unit (0, 0) sees; negative inside the padding.
    public var start: Position {
      Position(row: rows.lower.ceiling, column: columns.lower.ceiling)
    }

    /// The image pixel in the middle of what a unit sees, of two the first; it may lie in the padding.
    public func middle(of unit: Position) -> Position {
      Position(
        row: middle(of: unit.row, \.rows), column: middle(of: unit.column, \.columns))
    }

    /// The same along one axis.
    func middle(of unit: Int, _ axis: KeyPath<PlaneSize, Int>) -> Int {
      let span = span(of: unit, axis)
      return span.lowerBound + (span.upperBound - span.lowerBound) / 2
    }

    /// The pixels that a unit sees along an axis.
    func span(of unit: Int, _ axis: KeyPath<PlaneSize, Int>) -> ClosedRange<Int> {
      (axis == \.rows ? rows : columns).span(of: unit)
    }

    /// The field of a unit one layer on.
    func after(
      _ rowWindow: any AxisWindow, _ columnWindow: any AxisWindow
    ) throws(GeometryError) -> Field {
      var field = Field()
      field.rows = try rows.after(rowWindow, .rows)
      field.columns = try columns.after(columnWindow, .columns)
      return field
    }

    /// Takes in what is seen by another branch.
    mutating func form(union other: Field) {
      rows.form(union: other.rows)
      columns.form(union: other.columns)
    }
  }
}

/// A field along one axis: unit u sees the pixels ⌈lower + u·lowerJump⌉ … ⌊upper + u·upperJump⌋.
private struct Side: Hashable, Sendable {
  private(set) var lower = Ratio(0)
  private var upper = Ratio(0)
  private var lowerJump = Ratio(1)
  private var upperJump = Ratio(1)

  var jump: Ratio? { lowerJump == upperJump ? lowerJump : nil }
  var size: Int { (upper.plus(lower.negated) ?? upper).floor + 1 }

  func span(of unit: Int) -> ClosedRange<Int> {
    func place(_ edge: Ratio, _ jump: Ratio) -> Ratio {
      jump.times(Ratio(unit)).flatMap(edge.plus) ?? edge
    }
    let first = place(lower, lowerJump).ceiling
    return first...max(first, place(upper, upperJump).floor)
  }

  /// The field one layer on.
  ///
  ///     lower += first·jump      upper += last·jump      jump ·= the window's own
  ///
  /// - Throws: `GeometryError.tooLarge` where neighbours would be farther apart than an image can be
  ///   long: 2²⁰ · 2²⁰ · 2²⁰ · 2²⁰ would not fit `Int`.
  ///
  /// Source: Araujo, Norris and Sim, *Computing receptive fields of convolutional neural networks*
  /// (2019), doi:10.23915/distill.00021.
  func after(_ window: any AxisWindow, _ name: AxisName) throws(GeometryError) -> Side {
    if window is SamePlace { return self }
    let (first, last, step) = (window.first, window.last, window.jump)
    let largest = max(lowerJump, upperJump)
    let farthest = GeometryError.tooLarge(
      Side.farthest, .field, limit: Side.farthest, name)
    guard let jump = largest.times(step), jump <= Ratio(Axis.longest) else {
      throw .tooLarge(
        step.ceiling, .stride, limit: max(1, Axis.longest / max(1, largest.ceiling)),
        name)
    }
    guard let lowerJump = lowerJump.times(step), let upperJump = upperJump.times(step),
      let lower = self.lowerJump.times(first).flatMap(lower.plus),
      let upper = self.upperJump.times(last).flatMap(upper.plus)
    else { throw farthest }
    var side = Side()
    (side.lower, side.upper) = (lower, upper)
    (side.lowerJump, side.upperJump) = (lowerJump, upperJump)
    guard upper.plus(lower.negated) != nil else { throw farthest }
    let reach = max(side.size, -lower.floor)
    guard reach <= Side.farthest else {
      throw .tooLarge(reach, .field, limit: Side.farthest, name)
    }
    return side
  }

  mutating func form(union other: Side) {
    lower = min(lower, other.lower)
    upper = max(upper, other.upper)
    lowerJump = min(lowerJump, other.lowerJump)
    upperJump = max(upperJump, other.upperJump)
  }

  /// Keeps every sum of fields within `Int`: a layer adds at most the square of `Axis.longest`.
  private static let farthest = 1 << 60
}

extension Ratio {
  fileprivate var negated: Ratio { Ratio(-numerator, over: denominator) }
}
