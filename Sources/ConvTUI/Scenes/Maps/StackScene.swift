import Formats
import Model

/// A picture on its way through a stack of layers, every number of which can be taken apart.
struct StackScene: Scene {
  let name = SceneName.maps
  /// Maps and stacks are scenes of their own in one place.
  var helpViews: [SceneView] { [view] }
  let view = SceneView.layers
  /// The step is the map that is looked at; 0 is the picture.
  var timeline: Timeline
  let stack: LayerStack
  /// What each layer is called.
  let titles: [String]
  /// The picture and what every layer gives.
  let maps: [Tensor]
  /// How many of the picture's own pixels one of it stands for, in a row and a column.
  let scale: Int
  /// The unit that is chosen in every map.
  private var units: [Unit]
  private(set) var hasCursor = false
  /// Whether the number under the cursor is taken apart.
  private(set) var isTakenApart = false
  /// The first of the channels that are shown where a sum over many is taken apart.
  private(set) var firstChannel = 0

  struct Unit: Hashable, Sendable {
    var channel = 0
    var at: Position
  }

  /// The longest side of a picture that goes through a stack as it is; a larger one is made smaller.
  static let longest = 256

  /// - Parameters:
  ///   - layers: The layers, and what each is called.
  init(
    _ picture: Picture, _ layers: [(title: String, layer: StackLayer)]
  ) throws(StackError) {
    let longest = max(picture.rows, picture.columns)
    scale = (longest + StackScene.longest - 1) / StackScene.longest
    let shape = picture.shape(step: scale)
    stack = try LayerStack(input: shape, layers: layers.map(\.layer))
    titles = [Text.image] + layers.map(\.title)
    maps = stack.maps(
      of: picture.part(rows: 0..<shape.rows, columns: 0..<shape.columns, step: scale))
    units = maps.map { Unit(at: $0.plane().strongest) }
    timeline = Timeline(length: layers.count)
    timeline.go(toStep: layers.count)
  }

  var map: Int { timeline.step }
  var unit: Unit { units[map] }
  var shape: Shape { stack.shapes[map] }
  /// The number that is chosen.
  var value: Float { maps[map][0, unit.channel, unit.at.rows, unit.at.columns] }

  var explanation: Explanation {
    stack.explanation(of: unit.at, channel: unit.channel, map: map, in: maps)
  }

  var facts: [String] {
    [stack.shapes.map(\.description).joined(separator: " → ")]
      + (scale > 1 ? [Text.made(smaller: scale)] : [])
  }

  var positionText: String { map == 0 ? Text.image : Text.layer(map, of: timeline.length) }

  var legend: Legend {
    Legend(
      name: Text.printable(String(titles[map].prefix(12))),
      scale: map == 0 ? .picture : ColorScale(maps[map].finiteRange))
  }

  mutating func perform(_ action: Action) -> Response {
    switch action {
    case .nextPanel: hasCursor.toggle()
    case .move(let direction): move(direction)
    case .nextUnit: choose(by: 1)
    case .previousUnit: choose(by: -1)
    case .pick:
      isTakenApart.toggle()
      firstChannel = 0
    case .leave:
      if isTakenApart { isTakenApart = false } else { hasCursor = false }
    default: break
    }
    return .done
  }

  /// Moves the cursor; up and down go through the channels of a sum that is taken apart.
  private mutating func move(_ direction: Direction) {
    switch direction {
    case .up where channelsOfSum > 1: choose(by: -1)
    case .down where channelsOfSum > 1: choose(by: 1)
    default: units[map].at = Block(shape).clamp(direction.moved(unit.at))
    }
  }

  /// The channels of the sum that is taken apart.
  private var channelsOfSum: Int {
    guard isTakenApart, case .sum(let trace, _) = explanation else { return 0 }
    return trace.geometry.channelsPerGroup
  }

  /// Chooses another channel, or moves on in the sum that is taken apart.
  private mutating func choose(by step: Int) {
    if channelsOfSum > 1 {
      firstChannel = max(0, min(channelsOfSum - 1, firstChannel + step))
    } else {
      units[map].channel = (unit.channel + step + shape.channels) % shape.channels
    }
  }

  mutating func click(_ point: Point, in rect: Rect, _ look: Look) {
    guard !isTakenApart else { return }
    for placed in columns.placed(in: page(in: rect), look) {
      guard let hit = placed.hit(point) else { continue }
      timeline.stop()
      timeline.go(toStep: placed.layer)
      units[map] = Unit(channel: hit.tile, at: Block(shape).clamp(hit.at))
      hasCursor = true
      return
    }
  }
}

extension Tensor {
  /// Where a matrix has its largest magnitude.
  fileprivate var strongest: Position {
    let index = elements.indices.max { abs(elements[$0]) < abs(elements[$1]) } ?? 0
    return Position(rows: index / shape.columns, columns: index % shape.columns)
  }
}
