import Drawing
import Formats
import Model

/// A picture goes through a stack of layers, and the scene can explain every number.
struct StackScene: SceneWithCursor, SceneWithPointer {
  let kind = SceneKind.maps
  /// Maps and stacks are scenes of their own in one place.
  var helpViews: [SceneView] { [view] }
  var view: SceneView { isTakenApart ? .apart : .layers }
  /// The step is the map that is looked at; 0 is the picture.
  var timeline: Timeline
  let picture: Picture
  private(set) var graph: Graph
  /// What each layer is and how large its windows are: "conv 3×3".
  private(set) var titles: [String]
  /// What the kernels of each layer are called; empty where they have no names.
  private(set) var kernelNames: [[String]]
  /// The last layer that was looked at: what the layers make is not shown before.
  private(set) var reached = 0
  /// The layers whose kernels are turned by 180°, counted from 1.
  private(set) var turned: Set<Int> = []
  private(set) var lens = MapViewport()
  private(set) var sight: StackViewport
  /// The unit that is chosen in every map, as it is counted in the whole map.
  private(set) var units: [Unit]
  private(set) var hasCursor = false
  /// Whether the chosen map has the room of all.
  private(set) var isEnlarged = false
  /// Whether the scene explains the number under the cursor.
  private(set) var isTakenApart = false
  private(set) var scroll = ExplanationDrawing.Scroll()

  struct Unit: Hashable, Sendable {
    var channel = 0
    var at: Position
  }

  /// - Parameters:
  ///   - titles: What each layer is called.
  ///   - kernelNames: What the kernels of each layer are called, as far as they have names.
  init(
    _ picture: Picture, _ graph: Graph, titles: [String], kernelNames: [[String]] = []
  ) throws(GraphError) {
    self.picture = picture
    self.graph = graph
    self.titles = titles
    self.kernelNames =
      kernelNames.count == titles.count ? kernelNames : titles.map { _ in [] }
    sight = try StackViewport(picture, graph, lens)
    let maps = sight.maps
    units = maps.indices.map { map in
      // What a ReLU changes is seen at a negative number.
      guard map > 0, graph.nodes[map - 1].operator is ReLU,
        let at = maps[graph.nodes[map - 1].inputs[0]].plane().mostNegative
      else { return Unit(at: maps[map].plane().strongest) }
      return Unit(at: at)
    }
    timeline = Timeline(length: graph.nodes.count)
  }

  var map: Int { timeline.step }
  var unit: Unit { units[map] }
  var shape: Shape { sight.whole.shapes[map] }
  /// The number that is chosen.
  var value: Float { sight.value(of: unit.at, channel: unit.channel, map: map) }

  var origin: Origin {
    sight.origin(of: unit.at, channel: unit.channel, map: map)
  }

  /// The last layer whose maps are known by now.
  var known: Int { max(reached, map) }
  mutating func follow() { reached = known }

  func facts(_ words: Words) -> [String] {
    let sizes = sight.whole.shapes.map(\.description)
    return [
      (sizes.prefix(known + 1) + (known < graph.nodes.count ? ["?"] : []))
        .joined(separator: " → ")
    ] + (sight.scale > 1 ? [Formula.ratio(sight.scale)] : [])
  }

  func positionText(_ words: Words) -> String {
    map == 0 ? words.image : words.layer(map, of: timeline.length)
  }

  func legend(_ words: Words) -> Legend {
    isTakenApart
      ? explanationDrawing(words).legend
      : Legend(
        name: map == 0 ? words.image : words.layer(map), scale: sight.scales[map],
        numbers: map == 0 ? nil : sight.maps[map].finiteRange)
  }

  mutating func perform(_ action: Action, _ words: Words) -> Response {
    switch action {
    case .nextPanel: hasCursor.toggle()
    case .move(let direction): return move(direction, words)
    case .nextUnit: choose(by: 1, words)
    case .previousUnit: choose(by: -1, words)
    case .pick: (isTakenApart, scroll) = (true, ExplanationDrawing.Scroll())
    case .leave where isTakenApart: isTakenApart = false
    case .leave: (hasCursor, isEnlarged) = (false, hasCursor && isEnlarged)
    case .pan(let direction) where isTakenApart:
      scroll.moveTap(direction, in: explanationDrawing(words).extent)
    case .zoomIn: return zoom(by: 1, words)
    case .zoomOut: return zoom(by: -1, words)
    case .zoomReset: return look(MapViewport(), words)
    case .pan(let direction): return pan(direction, words)
    default: break
    }
    return .done
  }

  /// The layer that gives a map; nil for the picture.
  func layer(of map: Int) -> (any Operator)? { map > 0 ? graph.nodes[map - 1].operator : nil }

  /// Its kernels and how they move, where it is a convolution.
  func convolution(of map: Int) -> Convolution? {
    (layer(of: map) as? ConvolutionLayer)?.convolution
  }

  /// The map that a layer takes first; the picture for the picture.
  func before(_ map: Int) -> Int { map > 0 ? graph.nodes[map - 1].inputs[0] : 0 }

  /// The layer that the settings are about: on the picture the first one, which comes next.
  var setLayer: Int { max(1, map) }

  /// Looks again as it was looked once.
  mutating func restore(
    reached: Int, turned: Set<Int>, lens: MapViewport, units: [Unit], hasCursor: Bool,
    isTakenApart: Bool,
    scroll: ExplanationDrawing.Scroll
  ) {
    (self.reached, self.turned) = (reached, turned)
    try? see(lens, through: graph)
    for map in self.units.indices where map < units.count {
      let shape = sight.whole.shapes[map]
      self.units[map].channel = max(0, min(shape.channels - 1, units[map].channel))
      self.units[map].at = sight.block(map).clamp(units[map].at)
    }
    (self.hasCursor, self.isTakenApart, self.scroll) = (hasCursor, isTakenApart, scroll)
  }

  /// Takes another layer for the one that is chosen.
  mutating func put(
    _ layer: any Operator, title: String, turns: Bool
  ) throws(GraphError) {
    try see(lens, through: graph.replacing(setLayer - 1, with: layer))
    titles[setLayer - 1] = title
    if turns { turned.formSymmetricDifference([setLayer]) }
  }

  // MARK: Choosing

  private mutating func move(_ direction: Direction, _ words: Words) -> Response {
    let moved = Block(shape).clamp(direction.moved(unit.at))
    if !sight.block(map).contains(moved.row, moved.column) {
      let middle = sight.pixel(under: moved, in: map)
      let response = look(MapViewport(zoom: lens.zoom, center: pixels.clamp(middle)), words)
      guard response == .done else { return response }
    }
    units[map].at = sight.block(map).clamp(moved)
    return .done
  }

  /// Chooses another channel, or moves through the channels of an explained sum.
  private mutating func choose(by step: Int, _ words: Words) {
    let channels = isTakenApart ? explanationDrawing(words).channels : 1
    if channels > 1 {
      scroll.moveChannel(by: step, of: channels)
    } else {
      units[map].channel = (unit.channel + step + shape.channels) % shape.channels
    }
  }

  mutating func click(_ point: Point, in rect: Rect, _ look: Look) {
    guard !isTakenApart, let hit = drawing(in: rect, look).hit(point) else { return }
    // The first click on a map chooses it and a unit, the second has it by itself.
    isEnlarged =
      isEnlarged || hit.isLarge && hasCursor && (hit.map, hit.channel) == (map, unit.channel)
    timeline.stop()
    timeline.go(toStep: hit.map)
    let block = sight.block(map)
    units[map] = Unit(channel: hit.channel, at: block.clamp(block.first + hit.at))
    hasCursor = true
  }

  // MARK: Looking

  private var pixels: Block { Block(rows: 0..<picture.rows, columns: 0..<picture.columns) }

  /// Changes the visible part, the zoom or the layers, or says why that does not fit.
  private mutating func look(
    _ lens: MapViewport, through graph: Graph? = nil, _ words: Words
  ) -> Response {
    do throws(GraphError) {
      try see(lens, through: graph ?? self.graph)
      return .done
    } catch {
      return .refused(words.sentence(error))
    }
  }

  /// The units chosen stay in sight.
  private mutating func see(_ lens: MapViewport, through graph: Graph) throws(GraphError) {
    let sight = try StackViewport(picture, graph, lens)
    for map in units.indices {
      let at = units[map].at.map { $0 * self.sight.scale / sight.scale }
      units[map].at = sight.block(map).clamp(at)
      units[map].channel = min(units[map].channel, sight.whole.shapes[map].channels - 1)
    }
    (self.lens, self.graph, self.sight) = (lens, graph, sight)
  }

  private mutating func zoom(by step: Int, _ words: Words) -> Response {
    var lens = lens
    lens.zoom(by: step, atMost: StackViewport.largestZoom(of: picture))
    guard lens != self.lens || step < 0 else { return .refused(words.closest) }
    if hasCursor { lens.center = pixels.clamp(sight.pixel(under: unit.at, in: map)) }
    return look(lens, words)
  }

  /// Moves by a quarter of what is seen.
  private mutating func pan(_ direction: Direction, _ words: Words) -> Response {
    let (seen, way) = (sight.block(0), direction.moved(.zero))
    let center = Position(
      row: seen.rows.lowerBound + seen.rows.count / 2 + way.row * max(1, seen.rows.count / 4),
      column: seen.columns.lowerBound + seen.columns.count / 2
        + way.column * max(1, seen.columns.count / 4))
    return look(
      MapViewport(zoom: lens.zoom, center: pixels.clamp(center.map { $0 * sight.scale })), words)
  }
}

extension Tensor {
  /// Where a matrix has its largest magnitude; of a large one away from its border, where padding tells
  /// more than the picture.
  fileprivate var strongest: Position { place(ofLargest: abs).place }

  /// Where it has its most negative number, in the same part of it; nil where there is none.
  fileprivate var mostNegative: Position? {
    let (value, place) = place(ofLargest: -)
    return value > 0 ? place : nil
  }

  private func place(ofLargest size: (Float) -> Float) -> (value: Float, place: Position) {
    let ring = min(shape.rows, shape.columns) > 16 ? 3 : 0
    var (best, place): (Float, Position) = (-.infinity, .zero)
    for row in ring..<shape.rows - ring {
      for column in ring..<shape.columns - ring where size(self[row, column]) > best {
        (best, place) = (size(self[row, column]), Position(row: row, column: column))
      }
    }
    return (best, place)
  }
}
