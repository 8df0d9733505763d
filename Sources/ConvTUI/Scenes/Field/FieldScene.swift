import Drawing
import Formats
import Model

/// A stack of layers: what a unit sees in the maps before it, and what it reaches in those after.
struct FieldScene: SceneWithCursor, SceneWithPointer {
  let kind = SceneKind.field
  /// The step is the map in which the unit is picked; 0 is the image.
  var timeline: Timeline
  private(set) var stack: SpatialGraph
  /// The unit picked in each map.
  private(set) var units: [Position]
  /// The last map that was looked at: what is seen from it need not be guessed any more.
  private(set) var reached = 0
  var undo = Undo<Settings>()
  /// Whether the arrows move the unit: until then they are steps.
  private(set) var hasCursor = false

  /// - Parameter unit: The unit of the last layer to begin with; the middle one where it is nil.
  /// - Precondition: The unit lies in the last map.
  init(_ stack: SpatialGraph, unit: Position? = nil) {
    self.stack = stack
    units = stack.maps.map { size in
      Position(row: (size.rows - 1) / 2, column: (size.columns - 1) / 2)
    }
    if let unit { units[units.count - 1] = unit }
    timeline = Timeline(length: stack.graph.nodes.count)
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
    Legend(
      name: words.paths, scale: scale, isResult: true,
      isKnown: reached >= stack.maps.count - 1)
  }

  mutating func perform(_ action: Action, _ words: Words) -> Response {
    switch action {
    case .move(let direction):
      pick(direction.moved(unit), in: map)
    case .nextPanel: takeUpUnit(1)
    case .previousPanel: takeUpUnit(-1)
    case .leave: hasCursor = false
    default: break
    }
    return .done
  }

  /// Takes up the unit of this map, or of a map after or before it.
  private mutating func takeUpUnit(_ step: Int) {
    let count = stack.maps.count
    if hasCursor { timeline.go(toStep: (map + step + count) % count) }
    hasCursor = true
  }

  /// Shows other maps, at the same layer as far as that is still there.
  mutating func show(_ stack: SpatialGraph) {
    let (undo, hasCursor, map, reached) = (undo, hasCursor, map, reached)
    self = FieldScene(stack)
    (self.undo, self.hasCursor) = (undo, hasCursor)
    timeline.go(toStep: map)
    self.reached = min(reached, timeline.length)
  }

  mutating func follow() { reached = max(reached, map) }

  /// Whether it is still to be guessed what the unit sees that is looked at.
  func isAsked(_ look: Look) -> Bool {
    look.hidesResults ? !isFound(target.map, look) : reached == 0
  }

  /// The unit that is asked about: of the first layer before any was looked at.
  func asked(_ look: Look) -> (map: Int, at: Position) {
    map == 0 && !look.hidesResults ? (1, units[1]) : target
  }

  /// Whether it was found out what the units of a map see, where that is hidden.
  func isFound(_ map: Int, _ look: Look) -> Bool {
    look.guessed[FieldScene.matrix(ofMap: map)] != nil
  }

  /// What a map is called where its cells are looked for.
  static func matrix(ofMap map: Int) -> String { map == 0 ? "image" : "layer\(map)" }

  mutating func click(_ point: Point, in rect: Rect, _ look: Look) {
    guard let hit = placed(in: rect, look).hit(point) else { return }
    timeline.stop()
    let map = shownMaps(in: rect, look)[hit.pane]
    timeline.go(toStep: map)
    hasCursor = true
    pick(hit.at, in: map)
  }

  mutating func pick(_ unit: Position, in map: Int) {
    let size = stack.maps[map]
    units[map] = Block(rows: 0..<size.rows, columns: 0..<size.columns).clamp(unit)
  }
}
