import Drawing
import Model

/// The visible part of a picture and of its maps, with the numbers of only that part.
struct StackViewport: Sendable {
  /// The side of the blocks of picture pixels that become one pixel.
  let scale: Int
  /// The layers over the whole picture at that scale.
  let whole: BoundGraph
  let part: GraphPart
  /// The units of every map that are in sight.
  let maps: [Tensor]
  /// The same as they are drawn, a square of so many units in one.
  let drawn: [Reduced]
  /// The same where there is little room.
  let small: [Reduced]
  let scales: [ColorScale]

  /// The sides of what is in sight, in pixels at its scale: the largest that is not too much work, and
  /// a larger one only where the layers do not fit else.
  private static let sides = (least: 32, most: 1024)
  /// As many units of a row or a column as are drawn, at most and where there is little room.
  private static let most = (drawn: 256, small: 32)
  /// As many numbers as are taken in between a key and the frame that shows what came of it.
  private static let mostWork = 3e7
  /// The fewest of the picture's pixels that are looked at.
  private static let closest = 8

  /// - Throws: Where a layer does not fit the picture.
  init(_ picture: Picture, _ graph: Graph, _ lens: MapViewport) throws(GraphError) {
    let longest = max(picture.rows, picture.columns)
    let length = max(1, longest >> lens.zoom)
    let seen = min(1, Double(length * length) / Double(longest * longest))
    // An error at full scale names the sizes of the picture itself.
    var (scale, whole) = (1, try StackViewport.bound(picture, graph, scale: 1))
    var side = StackViewport.sides.most
    while side < longest {
      if let smaller = try? StackViewport.whole(picture, graph, length, side) {
        (scale, whole) = smaller
        break
      }
      side *= 2
    }
    while side > StackViewport.sides.least, whole.work * seen > StackViewport.mostWork,
      let smaller = try? StackViewport.whole(picture, graph, length, side / 2)
    {
      (scale, whole) = smaller
      side /= 2
    }
    let shape = picture.shape(step: scale)
    let cells = (length + scale - 1) / scale
    let center = lens.center ?? Position(row: picture.rows / 2, column: picture.columns / 2)
    let part = try whole.part(
      over: Area(
        rows: MapViewport.part(shape.rows, cells, around: center.row / scale),
        columns: MapViewport.part(shape.columns, cells, around: center.column / scale))
    ) { picture.part(rows: $0, columns: $1, step: scale) }
    let maps = part.regions.indices.map(part.shown)
    (self.scale, self.whole, self.part, self.maps) = (scale, whole, part, maps)
    drawn = maps.enumerated().map { index, map in
      Reduced(maps: map, isPicture: index == 0).fitting(StackViewport.most.drawn)
    }
    small = drawn.map { $0.fitting(StackViewport.most.small) }
    scales = maps.indices.map { [small] map in
      if map == 0 { return picture.scale }
      guard let sizes = small[map].sizes else { return ColorScale(maps[map].finiteRange) }
      return .ofPicture(
        strengths: sizes.elements, isSigned: (maps[map].finiteRange?.lowerBound ?? 0) < 0)
    }
  }

  /// The stack over a picture, scaled down so that this many pixels along an axis become at most `side`.
  ///
  /// Where a unit sees all of an axis, as with circular padding, all of the picture is needed for any
  /// of its maps: then it does not grow with the zoom.
  private static func whole(
    _ picture: Picture, _ graph: Graph, _ length: Int, _ side: Int
  ) throws(GraphError) -> (scale: Int, graph: BoundGraph) {
    let scale = Picture.step(from: (length + side - 1) / side)
    let closer = try bound(picture, graph, scale: scale)
    guard closer.seesAll(.rows) || closer.seesAll(.columns) else { return (scale, closer) }
    let fitting = Picture.step(from: (max(picture.rows, picture.columns) + side - 1) / side)
    return (fitting, try bound(picture, graph, scale: fitting))
  }

  private static func bound(
    _ picture: Picture, _ graph: Graph, scale: Int
  ) throws(GraphError) -> BoundGraph {
    try BoundGraph(graph, input: picture.shape(step: scale), largestMap: .max)
  }

  static func largestZoom(of picture: Picture) -> Int {
    let ratio = max(1, max(picture.rows, picture.columns) / closest)
    return Int.bitWidth - 1 - ratio.leadingZeroBitCount
  }

  /// The units of a map that are in sight.
  func block(_ map: Int) -> Block {
    Block(rows: part.units[map].rows, columns: part.units[map].columns)
  }

  /// The picture's own pixels that are in sight.
  var pixels: Block {
    let block = block(0)
    func own(_ range: Range<Int>) -> Range<Int> {
      range.lowerBound * scale..<range.upperBound * scale
    }
    return Block(rows: own(block.rows), columns: own(block.columns))
  }

  /// The picture's own pixel in the middle of what a unit sees; it may lie in the padding.
  func pixel(under unit: Position, in map: Int) -> Position {
    whole.field.field(of: map).middle(of: unit).map { $0 * scale }
  }

  /// What of an earlier map a unit is made from; may be empty.
  func field(of unit: Position, in map: Int, over earlier: Int) -> Block {
    guard let extent = whole.field.paths(from: unit, of: map, to: earlier).extent else {
      return Block(rows: 0..<0, columns: 0..<0)
    }
    return Block(
      rows: extent.rows.lowerBound..<extent.rows.upperBound + 1,
      columns: extent.columns.lowerBound..<extent.columns.upperBound + 1)
  }

  func origin(of unit: Position, channel: Int, map: Int) -> Origin {
    whole.origin(of: unit, channel: channel, map: map, in: part.regions)
  }

  func value(of unit: Position, channel: Int, map: Int) -> Float {
    part.regions[map][channel, unit.row, unit.column]
  }
}

extension StackViewport {
  /// Maps of which a square of units is drawn as one.
  struct Reduced: Sendable {
    var side = 1
    /// C×H×W: the units, or the means of those in squares.
    var maps: Tensor
    /// The mean magnitudes of the units in squares; nil where each is one, and for a picture.
    var sizes: Tensor?
    let isPicture: Bool

    /// The same in squares of so many more that no more than some are left in a row and a column.
    func fitting(_ most: Int) -> Reduced { fitting(Size(width: most, height: most)) }

    func fitting(_ most: Size) -> Reduced {
      let factor = max(
        1, (maps.shape.rows + most.height - 1) / max(1, most.height),
        (maps.shape.columns + most.width - 1) / max(1, most.width))
      guard factor > 1 else { return self }
      return Reduced(
        side: side * factor, maps: maps.inSquares { $0.mean(inSquaresOf: factor) },
        sizes: isPicture
          ? nil
          : sizes?.inSquares { $0.mean(inSquaresOf: factor) }
            ?? maps.inSquares { $0.meanMagnitude(inSquaresOf: factor) },
        isPicture: isPicture)
    }

    /// One of the maps alone.
    func channel(_ channel: Int) -> Reduced {
      Reduced(
        side: side, maps: maps.plane(channel: channel), sizes: sizes?.plane(channel: channel),
        isPicture: isPicture)
    }

    /// Where a unit stands that is counted from the first in sight.
    func place(of unit: Position) -> Position { unit.map { $0 / side } }

    /// Where some units stand.
    func place(of units: Block) -> Block {
      func squares(_ range: Range<Int>) -> Range<Int> {
        let lower = Int((Double(range.lowerBound) / Double(side)).rounded(.down))
        return lower..<max(lower, (range.upperBound + side - 1) / side)
      }
      return Block(rows: squares(units.rows), columns: squares(units.columns))
    }
  }
}

extension Tensor {
  /// Every plane in squares of its numbers.
  fileprivate func inSquares(_ reduced: (Tensor) -> Tensor) -> Tensor {
    let planes = planes.map(reduced)
    return Tensor(
      Shape([planes.count, planes[0].shape.rows, planes[0].shape.columns]),
      planes.flatMap(\.elements))
  }
}
