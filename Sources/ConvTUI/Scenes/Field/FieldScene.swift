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
  var undo = Undo<Settings>()

  /// - Parameter unit: The unit of the last layer to begin with; the middle one where it is nil.
  /// - Precondition: The unit lies in the last map.
  init(_ stack: SpatialGraph, unit: Position? = nil) {
    self.stack = stack
    units = stack.maps.map(\.middle)
    if let unit { units[units.count - 1] = unit }
    timeline = Timeline(length: stack.graph.nodes.count)
    timeline.go(toStep: timeline.length)
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
    let other = map > 0 ? 0 : stack.maps.count - 1
    return Legend(name: words.paths, scale: scale(stack.paths(from: unit, of: map, to: other)))
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

  // MARK: Drawing

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    board(in: rect, look.words).draw(into: &frame, in: rect, look)
  }

  private func placed(in rect: Rect, _ look: Look) -> PaneGrid.Placed {
    board(in: rect, look.words).placed(in: rect, look)
  }

  private func board(in rect: Rect, _ words: Words) -> Board {
    let shown = shownMaps(in: rect)
    let paths = stack.paths(from: unit, of: map, to: shown)
    let gaps = zip(shown, shown.dropFirst()).map { $1 > $0 + 1 ? "…" : "" }
    return Board(
      PaneGrid([zip(shown, paths).map { pane(of: $0, $1, words) }], operators: gaps),
      text(width: Board.textWidth(rect), height: max(2, rect.height * 2 / 5), words))
  }

  /// The maps that have room beside each other: the image, and those around the one that is looked at.
  private func shownMaps(in rect: Rect) -> [Int] {
    // A name of five characters, and a gap of three.
    let room = max(2, (rect.width + 3) / 8)
    guard stack.maps.count > room else { return Array(stack.maps.indices) }
    let others = room - 1
    let first = max(1, min(stack.maps.count - others, map - others / 2))
    return [0] + Array(first..<first + others)
  }

  private func name(of map: Int, _ words: Words) -> String {
    map == 0 ? words.image : GraphNotation.text(of: stack.graph, layer: map - 1)
  }

  private func title(of map: Int, _ words: Words) -> Line {
    let size = stack.maps[map]
    let name = name(of: map, words)
    let kind = name.prefix { $0 != ":" }
    return [
      Span(String(kind), .strong), Span(String(name.dropFirst(kind.count)), .strong),
      Span(" \(size.rows)×\(size.columns)", .secondary),
    ]
  }

  /// A map with the number of paths between each of its cells and the unit.
  private func pane(of map: Int, _ paths: PathCounts, _ words: Words) -> Pane {
    func count(_ row: Int, _ column: Int) -> Float {
      Float(paths[row, column])
    }
    let size = stack.maps[map]
    let plane = Plane(
      Tensor(Shape(1, 1), [Float(paths.largest)]), scale: scale(paths))
    var pane = Pane(title(of: map, words), plane)
    pane.extent = Block(rows: 0..<size.rows, columns: 0..<size.columns)
    pane.value = { row, column in
      let count = count(row, column)
      return count > 0 ? .number(count) : .empty
    }
    pane.needsNumbers = false
    pane.outline = extent(paths)
    pane.focus = map == self.map ? unit : pane.outline.map(\.middle)
    if map == self.map { pane.cursor = unit }
    return pane
  }

  private func scale(_ paths: PathCounts) -> ColorScale {
    ColorScale(0...max(1, Float(paths.largest)))
  }

  private func extent(_ paths: PathCounts) -> Block? {
    paths.extent.map {
      Block(
        rows: $0.rows.lowerBound..<$0.rows.upperBound + 1,
        columns: $0.columns.lowerBound..<$0.columns.upperBound + 1)
    }
  }

  // MARK: Text

  /// What the unit sees and reaches, and the table of the layers, from the last one that fits.
  private func text(width: Int, height: Int, _ words: Words) -> [Line] {
    let sentences = [sees(words), reaches(words)].compactMap(\.self)
      .folded(to: Size(width: width, height: height))
    let room = height - sentences.count - 1
    guard room > 0 else { return sentences }
    let first = max(1, min(stack.maps.count - room, map))
    let rows = first..<min(stack.maps.count, first + room)
    return sentences
      + .table(
        [words.fieldTable] + rows.map { tableRow($0, words) }, width: width, gap: 3,
        role: { $0 == 0 ? .secondary : first + $0 - 1 == map ? .strong : .text })
  }

  private func tableRow(_ map: Int, _ words: Words) -> [String] {
    let field = stack.field(of: map)
    let size = stack.maps[map]
    let isLarger =
      field.size.rows > stack.maps[0].rows || field.size.columns > stack.maps[0].columns
    return [
      name(of: map, words), "\(size.rows)×\(size.columns)",
      "\(field.size.rows)×\(field.size.columns)" + (isLarger ? words.largerThanImage : ""),
      Formula.jump(field.jump), Formula.perAxis(field.start),
      NumberText.short(Float(stack.paths(from: units[map], of: map, to: 0).largest)),
    ]
  }

  func unitName(_ words: Words) -> String {
    name(of: map, words) + "[\(unit.row),\(unit.column)]"
  }

  private func sees(_ words: Words) -> Line? {
    guard map > 0 else { return nil }
    let paths = stack.paths(from: unit, of: map, to: 0)
    guard let extent = extent(paths) else {
      return [Span(words.seesNothing(unitName(words)), .accent)]
    }
    return [
      Span(
        words.sees(
          unitName(words), extent, count: paths.count,
          of: stack.maps[0].rows * stack.maps[0].columns),
        .accent)
    ]
  }

  private func reaches(_ words: Words) -> Line? {
    let last = stack.maps.count - 1
    guard map < last else { return nil }
    let paths = stack.paths(from: unit, of: map, to: last)
    return [
      Span(
        words.reaches(unitName(words), count: paths.count, of: name(of: last, words)), .accent)
    ]
  }
}
