import Formats
import Model

/// Makes a lesson of a YAML document: what every field means, and what is wrong with it.
enum LessonReader {
  /// - Throws: `LessonError` with the place of the first fault.
  static func lesson(_ bytes: [UInt8]) throws(LessonError) -> Lesson {
    var faults = LessonFaults()
    let lesson = try lesson(bytes, &faults)
    try faults.check()
    return lesson
  }

  /// A lesson as far as it can be shown, up to a step whose scene nobody knows; what else has a fault
  /// is left out.
  ///
  /// - Throws: What keeps all of it from being read.
  static func lesson(
    _ bytes: [UInt8], _ faults: inout LessonFaults
  ) throws(LessonError) -> Lesson {
    let node: YAMLNode
    do {
      node = try YAMLDecoder.decode(bytes)
    } catch {
      let place = error.place
      throw LessonError(.yaml(error), line: place.line, column: place.column)
    }
    let fields = try Fields(node)
    fields.check(known: ["title", "steps"], &faults)
    let title = faults.keep(try fields.needed("title").localText())
    let nodes = try fields.needed("steps").checkedList
    guard !nodes.isEmpty else { throw fields.error(.noSteps) }
    let steps = nodes.map { step($0, &faults) }.prefix { $0 != nil }
    return Lesson(title: title ?? LocalText(""), steps: steps.compactMap(\.self))
  }

  /// - Returns: Nil where it is not known which scene is meant.
  private static func step(_ node: YAMLNode, _ faults: inout LessonFaults) -> Lesson.Step? {
    let known = [
      "say", "notes", "scene", "set", "step", "part", "play", "hide", "formulas", "tells",
      "point", "ask",
    ]
    guard let fields = faults.keep(try Fields(node)) else { return nil }
    fields.check(known: known, &faults)
    var step = Lesson.Step(place: node.place)
    step.say = faults.keep(try fields.needed("say").localText()) ?? LocalText("")
    step.notes = faults.keep(try fields["notes"]?.localText()) ?? nil
    let scene = faults.keep(try fields["scene"]?.scene())
    step.scene = scene ?? nil
    if let set = fields["set"] { step.settings = changes(set, &faults) }
    step.step = faults.keep(try fields["step"]?.wholeNumber()) ?? nil
    step.part = faults.keep(try fields["part"]?.wholeNumber() ?? 0) ?? 0
    step.plays = faults.keep(try fields["play"]?.flag() ?? false) ?? false
    step.hides = faults.keep(try fields["hide"]?.flag()) ?? nil
    step.showsFormulas = faults.keep(try fields["formulas"]?.flag()) ?? nil
    step.tells = faults.keep(try fields["tells"]?.flag() ?? false) ?? false
    for item in fields["point"].map({ $0.list ?? [$0] }) ?? [] {
      step.points += faults.keep(try item.points()) ?? []
    }
    if let ask = fields["ask"] { step.question = question(ask, &faults) }
    return scene == nil ? nil : step
  }

  static func changes(_ node: YAMLNode, _ faults: inout LessonFaults) -> [Lesson.Change] {
    guard let fields = node.fields else {
      faults.add(node.error(.notAMap))
      return []
    }
    var changes: [Lesson.Change] = []
    for field in fields {
      guard let value = faults.keep(try field.value.checkedText) else { continue }
      changes.append(Lesson.Change(place: field.place, name: field.key, value: value))
    }
    return changes
  }
}

extension YAMLNode {
  fileprivate func scene() throws(LessonError) -> SceneKind {
    let name = try checkedText
    guard let kind = SceneKind.allCases.first(where: { $0.name == name }) else {
      throw error(.unknown(name, among: SceneKind.allCases.map(\.name)))
    }
    return kind
  }

  /// Cells of a matrix, or of several.
  fileprivate func points() throws(LessonError) -> [Lesson.Point] {
    let text = try checkedText
    guard let cells = CellRange.list(text), !cells.isEmpty else { throw error(.notCells(text)) }
    return cells.map { Lesson.Point(place: place, cells: $0) }
  }
}
