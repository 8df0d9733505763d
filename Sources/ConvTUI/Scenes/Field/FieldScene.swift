import Drawing
import Formats
import Model

/// A stack of layers: what a unit sees in the maps before it, and what it reaches in those after.
struct FieldScene: SceneWithCursor, SceneWithPointer {
  let kind = SceneKind.field
  /// The step is the map in which the unit is picked; 0 is the image.
  var timeline: Timeline
  private(set) var stack: SpatialGraph
  /// What each layer is called.
  let names: [String]
  /// The unit picked in each map.
  private(set) var units: [Position]
  var undo = Undo<Settings>()

  /// - Parameter unit: The unit of the last layer to begin with; the middle one where it is nil.
  /// - Precondition: The unit lies in the last map.
  init(_ stack: SpatialGraph, unit: Position? = nil) {
    self.stack = stack
    names = FieldScene.names(of: stack.graph)
    units = stack.maps.map(\.middle)
    if let unit { units[units.count - 1] = unit }
    timeline = Timeline(length: stack.graph.nodes.count)
  }

  /// Each layer's kind, with a number where there are several of that kind.
  private static func names(of graph: Graph) -> [String] {
    let kinds = graph.nodes.map { node in
      String(GraphNotation.text(of: node.operator).prefix(while: \.isLetter))
    }
    let counts = Dictionary(kinds.map { ($0, 1) }, uniquingKeysWith: +)
    var used: [String: Int] = [:]
    return kinds.map { kind in
      used[kind, default: 0] += 1
      return counts[kind] == 1 ? kind : "\(kind)\(used[kind] ?? 1)"
    }
  }

  /// Why a stack cannot be drawn while the keys stay fast; nil where it can.
  static func complaint(about stack: SpatialGraph) -> Phrase? {
    let largest = 1 << 14
    let sizes = stack.maps.map { max($0.rows, $0.columns) }
    guard let size = sizes.max(), size > largest else { return nil }
    return { $0.mapTooLarge(size, limit: largest) }
  }

  var map: Int { timeline.step }
  var unit: Position { units[map] }
  var hasCursor: Bool { true }
  func positionText(_ words: Words) -> String {
    map == 0 ? words.image : words.layer(map, of: timeline.length)
  }

  func facts(_ words: Words) -> [String] {
    let most = 16
    let sizes =
      stack.maps.count > most
      ? [stack.maps[0], stack.maps[stack.maps.count - 1]] : stack.maps
    return [
      sizes.map { "\($0.rows)×\($0.columns)" }
        .joined(separator: stack.maps.count > most ? " → … → " : " → ")
    ]
  }

  func legend(_ words: Words) -> Legend {
    Legend(name: words.paths, scale: scale(pathsToImage), isResult: true)
  }

  mutating func perform(_ action: Action, _ words: Words) -> Response {
    switch action {
    case .move(let direction):
      pick(direction.moved(unit), in: map)
    case .nextPanel: timeline.go(toStep: (map + 1) % stack.maps.count)
    case .previousPanel:
      timeline.go(toStep: (map + stack.maps.count - 1) % stack.maps.count)
    default: break
    }
    return .done
  }

  /// Shows other maps, at the same layer as far as that is still there.
  mutating func show(_ stack: SpatialGraph) {
    let (undo, map) = (undo, map)
    self = FieldScene(stack)
    self.undo = undo
    timeline.go(toStep: map)
  }

  mutating func click(_ point: Point, in rect: Rect, _ look: Look) {
    guard let hit = placed(in: rect, look).hit(point) else { return }
    timeline.stop()
    let map = shownMaps(in: rect)[hit.pane]
    timeline.go(toStep: map)
    pick(hit.at, in: map)
  }

  mutating func pick(_ unit: Position, in map: Int) {
    let size = stack.maps[map]
    units[map] = Block(rows: 0..<size.rows, columns: 0..<size.columns).clamp(unit)
  }
}
