import Drawing
import Model

/// What of a picture and of its maps is looked at, and the numbers of that part alone.
struct StackSight: Sendable {
  /// How many of the picture's own pixels one stands for, in a row and a column.
  let scale: Int
  /// The layers over the whole picture at that scale.
  let whole: LayerStack
  let part: StackPart
  /// The units of every map that are in sight.
  let maps: [Tensor]
  let scales: [ColorScale]

  /// The sides of what is in sight, in pixels at its scale: the largest that is not too much work, and
  /// a larger one only where the layers do not fit else.
  private static let sides = (least: 32, most: 256)
  /// As many numbers as are taken in between a key and the frame that shows what came of it.
  private static let mostWork = 3e7
  /// The fewest of the picture's pixels that are looked at.
  private static let closest = 8

  /// - Throws: Where a layer does not fit the picture.
  init(_ picture: Picture, _ layers: [StackLayer], _ lens: MapLens) throws(StackError) {
    let longest = max(picture.rows, picture.columns)
    let length = max(1, longest >> lens.zoom)
    let seen = min(1, Double(length * length) / Double(longest * longest))
    // What does not fit the picture itself is said with its own sizes.
    var (scale, whole) = (1, try StackSight.stack(picture, layers, scale: 1))
    var side = StackSight.sides.most
    while side < longest {
      if let smaller = try? StackSight.whole(picture, layers, length, side) {
        (scale, whole) = smaller
        break
      }
      side *= 2
    }
    while side > StackSight.sides.least, whole.work * seen > StackSight.mostWork,
      let smaller = try? StackSight.whole(picture, layers, length, side / 2)
    {
      (scale, whole) = smaller
      side /= 2
    }
    let shape = picture.shape(step: scale)
    let cells = (length + scale - 1) / scale
    let center = lens.center ?? Position(rows: picture.rows / 2, columns: picture.columns / 2)
    let part = try whole.part(
      over: PerAxis(
        rows: MapLens.part(shape.rows, cells, around: center.rows / scale),
        columns: MapLens.part(shape.columns, cells, around: center.columns / scale))
    ) { picture.part(rows: $0, columns: $1, step: scale) }
    let maps = part.maps.indices.map(part.shown)
    (self.scale, self.whole, self.part, self.maps) = (scale, whole, part, maps)
    scales = maps.indices.map {
      $0 == 0 ? picture.scale : ColorScale(upTo: part.inside($0), of: maps[$0])
    }
  }

  /// The stack over a picture of which so many pixels along an axis become at most `side`.
  ///
  /// Where padding is circular all of the picture is needed for any of its maps: then it does not
  /// grow with the zoom.
  private static func whole(
    _ picture: Picture, _ layers: [StackLayer], _ length: Int, _ side: Int
  ) throws(StackError) -> (scale: Int, stack: LayerStack) {
    let scale = Picture.step(from: (length + side - 1) / side)
    let closer = try stack(picture, layers, scale: scale)
    guard closer.wraps(\.rows) || closer.wraps(\.columns) else { return (scale, closer) }
    let fitting = Picture.step(from: (max(picture.rows, picture.columns) + side - 1) / side)
    return (fitting, try stack(picture, layers, scale: fitting))
  }

  private static func stack(
    _ picture: Picture, _ layers: [StackLayer], scale: Int
  ) throws(StackError) -> LayerStack {
    try LayerStack(input: picture.shape(step: scale), layers: layers, largestMap: .max)
  }

  static func largestZoom(of picture: Picture) -> Int {
    let ratio = max(1, max(picture.rows, picture.columns) / closest)
    return Int.bitWidth - 1 - ratio.leadingZeroBitCount
  }

  /// The units of a map that are in sight, as they are counted in the whole map.
  func block(_ map: Int) -> Block {
    let units = part.units[map]
    return Block(rows: units.rows, columns: units.columns).moved(by: part.offsets[map])
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
    whole.field.field(after: map).middle(of: unit).map { $0 * scale }
  }

  /// Where a unit of the whole map stands in the part's own.
  func place(of unit: Position, in map: Int) -> Position {
    unit - part.offsets[map]
  }

  /// What of an earlier map a unit is made from, in that part's own map; may be empty.
  func field(of unit: Position, in map: Int, over earlier: Int) -> Block {
    let paths = part.stack.field.paths(from: place(of: unit, in: map), of: map, to: earlier)
    func extent(_ counts: [Double]) -> Range<Int> {
      guard let first = counts.firstIndex(where: { $0 > 0 }),
        let last = counts.lastIndex(where: { $0 > 0 })
      else { return 0..<0 }
      return first..<last + 1
    }
    return Block(rows: extent(paths.rows), columns: extent(paths.columns))
  }

  /// Where the number of a unit comes from; places are those of the part's own maps.
  func explanation(of unit: Position, channel: Int, map: Int) -> Explanation {
    part.stack.explanation(
      of: place(of: unit, in: map), channel: channel, map: map, in: part.maps)
  }

  func value(of unit: Position, channel: Int, map: Int) -> Float {
    let at = place(of: unit, in: map)
    return part.maps[map][0, channel, at.rows, at.columns]
  }
}
