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
      node, known: ["say", "notes", "scene", "set", "step", "part", "play", "hide", "ask"])
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
    if let ask = fields["ask"] { step.question = try question(ask) }
    return step
  }

  private static func changes(_ node: YAMLNode) throws(LessonError) -> [Lesson.Change] {
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

  private static let kinds = ["value", "quantity", "size", "number", "choice"]

  private static func question(_ node: YAMLNode) throws(LessonError) -> Question {
    let fields = try Fields(node, known: kinds + ["text", "hint", "answer", "right", "with"])
    let asked = kinds.filter { fields[$0] != nil }
    guard asked.count == 1, let field = fields[asked[0]] else {
      throw node.error(
        asked.isEmpty ? .missing(kinds.joined(separator: " / ")) : .severalKinds(asked))
    }
    let kind: Question.Kind
    switch asked[0] {
    case "value":
      let text = try field.checkedText
      guard let cell = CellName(text) else { throw field.error(.notACell(text)) }
      kind = .cell(cell)
    case "quantity": kind = .quantity(try field.checkedText)
    case "size": kind = .size(of: try field.checkedText)
    case "number": kind = .number(try field.checkedText)
    default:
      var answers: [LocalText] = []
      for answer in try field.checkedList { answers.append(try answer.localText()) }
      guard (2...9).contains(answers.count) else { throw field.error(.choiceNeedsAnswers) }
      let right = try fields.needed("right").wholeNumber()
      guard (1...answers.count).contains(right) else {
        throw field.error(.rightOutside(right, count: answers.count))
      }
      kind = .choice(answers, right: right - 1)
    }
    if asked[0] == "number" || asked[0] == "choice", fields["text"] == nil {
      throw node.error(.missing("text"))
    }
    var question = Question(place: field.place, kind: kind)
    question.text = try fields["text"]?.localText()
    question.hint = try fields["hint"]?.localText()
    question.given = try fields["answer"]?.checkedText
    if let with = fields["with"] { question.with = try changes(with) }
    return question
  }
}

/// A cell of a matrix as it is written: `Y[0,1]`.
struct CellName: Hashable, Sendable {
  let matrix: String
  let at: Position

  init(matrix: String, at: Position) { (self.matrix, self.at) = (matrix, at) }

  init?(_ text: String) {
    guard text.hasSuffix("]"), let open = text.firstIndex(of: "[") else { return nil }
    let numbers = text[text.index(after: open)...].dropLast().split(separator: ",").map {
      Int($0.drop { $0 == " " })
    }
    guard numbers.count == 2, let row = numbers[0], let column = numbers[1], row >= 0, column >= 0
    else { return nil }
    matrix = String(text[..<open])
    at = Position(row: row, column: column)
  }
}
