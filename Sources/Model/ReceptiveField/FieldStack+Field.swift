extension FieldStack {
  /// The receptive field of every unit of a map, without regard to the image's edges.
  public struct Field: Hashable, Sendable {
    /// The extent of the field, in image pixels.
    public private(set) var size = PerAxis(1)
    /// The distance between the fields of neighbouring units, in image pixels.
    public private(set) var jump = PerAxis(1)
    /// The first image row and column that unit (0, 0) sees; negative inside the padding.
    public private(set) var start = PerAxis(0)

    /// The image pixel in the middle of what a unit sees, of two the first; it may lie in the padding.
    public func middle(of unit: Position) -> Position {
      func middle(_ axis: KeyPath<PerAxis<Int>, Int>) -> Int {
        start[keyPath: axis] + unit[keyPath: axis] * jump[keyPath: axis]
          + (size[keyPath: axis] - 1) / 2
      }
      return Position(rows: middle(\.rows), columns: middle(\.columns))
    }

    /// The field of a unit one layer on.
    ///
    ///     size += d·(k − 1)·jump      start −= p·jump      jump ·= s
    ///
    /// - Throws: `GeometryError.tooLarge` where neighbours would be farther apart than an image can be
    ///   long: 2²⁰ · 2²⁰ · 2²⁰ · 2²⁰ would not fit `Int`.
    ///
    /// Source: Araujo, Norris and Sim, *Computing receptive fields of convolutional neural networks*
    /// (2019), doi:10.23915/distill.00021.
    func after(_ rows: Axis, _ columns: Axis) throws(GeometryError) -> Field {
      var field = self
      try field.pass(rows, along: \.rows, .rows)
      try field.pass(columns, along: \.columns, .columns)
      return field
    }

    private mutating func pass(
      _ layer: Axis, along axis: WritableKeyPath<PerAxis<Int>, Int>, _ name: AxisName
    ) throws(GeometryError) {
      let jump = jump[keyPath: axis]
      let limit = Axis.longest / jump
      guard layer.stride <= limit else {
        throw .tooLarge(layer.stride, quantity: "stride", limit: limit, name)
      }
      size[keyPath: axis] += (layer.span - 1) * jump
      start[keyPath: axis] -= layer.padding * jump
      self.jump[keyPath: axis] = jump * layer.stride
      let reach = max(size[keyPath: axis], -start[keyPath: axis])
      guard reach <= Field.farthest else {
        throw .tooLarge(reach, quantity: "field", limit: Field.farthest, name)
      }
    }

    /// Keeps every sum of fields within `Int`: a layer adds at most the square of `Axis.longest`.
    private static let farthest = 1 << 60
  }
}
