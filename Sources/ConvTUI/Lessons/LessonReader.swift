import Formats
import Model

/// Makes a lesson of a YAML document: what every field means, and what is wrong with it.
enum LessonReader {
  /// - Throws: `LessonError` with the place of the first fault.
  static func lesson(_ bytes: [UInt8]) throws(LessonError) -> Lesson {
    let node: YAMLNode
    do {
      node = try YAMLDecoder.decode(bytes)
    } catch {
      let place = error.place
      throw LessonError(.yaml(error), line: place.line, column: place.column)
    }
    let fields = try Fields(node, known: ["title", "steps"])
    let steps = try fields.needed("steps").checkedList
    guard !steps.isEmpty else { throw fields.error(.noSteps) }
    var read: [Lesson.Step] = []
    for step in steps { read.append(try self.step(step)) }
    return Lesson(title: try fields.needed("title").localText(), steps: read)
  }

  private static func step(_ node: YAMLNode) throws(LessonError) -> Lesson.Step {
    let fields = try Fields(
      node,
      known: [
        "say", "notes", "scene", "set", "step", "part", "play", "hide", "formulas", "point", "ask",
      ])
    var step = Lesson.Step(place: node.place)
    step.say = try fields.needed("say").localText()
    step.notes = try fields["notes"]?.localText()
    if let scene = fields["scene"] {
      let name = try scene.checkedText
      guard let kind = SceneKind.allCases.first(where: { $0.name == name }) else {
        throw scene.error(.unknown(name, among: SceneKind.allCases.map(\.name)))
      }
      step.scene = kind
    }
    if let set = fields["set"] { step.settings = try changes(set) }
    step.step = try fields["step"]?.wholeNumber()
    step.part = try fields["part"]?.wholeNumber() ?? 0
    step.plays = try fields["play"]?.flag() ?? false
    step.hides = try fields["hide"]?.flag()
    step.showsFormulas = try fields["formulas"]?.flag()
    if let point = fields["point"] { step.points = try points(point) }
    if let ask = fields["ask"] { step.question = try question(ask) }
    return step
  }

  /// Cells, one text or a list of them.
  private static func points(_ node: YAMLNode) throws(LessonError) -> [Lesson.Point] {
    var points: [Lesson.Point] = []
    for item in node.list ?? [node] {
      let text = try item.checkedText
      guard let cells = CellRange.list(text), !cells.isEmpty else {
        throw item.error(.notCells(text))
      }
      points += cells.map { Lesson.Point(place: item.place, cells: $0) }
    }
    return points
  }

  static func changes(_ node: YAMLNode) throws(LessonError) -> [Lesson.Change] {
    guard let fields = node.fields else { throw node.error(.notAMap) }
    var changes: [Lesson.Change] = []
    for field in fields {
      changes.append(
        Lesson.Change(
          place: LessonPlace(line: field.line, column: field.column), name: field.key,
          value: try field.value.checkedText))
    }
    return changes
  }
}
