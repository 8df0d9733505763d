import ArgumentParser
import Model

/// What a drill asks for.
enum DrillKind: String, CaseIterable, ExpressibleByArgument, Sendable {
  /// The size of an output, and one of its numbers.
  case size, value
  /// The weights and biases of some layers, and what one of their units sees.
  case parameters, field
  /// A part of the gradient, or the weight after a step.
  case gradient
  /// A convolution, and a pooling.
  case flip, pool

  /// A question that every level makes harder.
  func step(level: Int, _ dice: inout SeededGenerator) -> Lesson.Step {
    switch self {
    case .size: Self.size(level, &dice)
    case .value: Self.value(level, &dice)
    case .parameters: Self.parameters(level, &dice)
    case .field: Self.field(level, &dice)
    case .gradient: Self.gradient(level, &dice)
    case .flip: Self.flip(level, &dice)
    case .pool: Self.pool(level, &dice)
    }
  }
}

extension Lesson.Step {
  /// A question about a scene whose results are hidden.
  ///
  /// - Parameter settings: All that the question needs, in an order in which each fits.
  static func drill(
    _ scene: SceneKind, _ settings: [Lesson.Change], step: Int = 0,
    say: @escaping Phrase, _ question: Question
  ) -> Lesson.Step {
    var drill = Lesson.Step(place: .ofDrills)
    drill.say = LocalText(say)
    (drill.scene, drill.settings, drill.step, drill.hides) = (scene, settings, step, true)
    drill.question = question
    return drill
  }
}

extension Question {
  static func drill(
    _ kind: Kind, _ text: Phrase? = nil, with changes: [Lesson.Change] = [], traps: [Trap] = [],
    solvedAt step: Int? = nil, way: @escaping Phrase
  ) -> Question {
    var question = Question(place: .ofDrills, kind: kind)
    question.text = text.map { LocalText($0) }
    (question.with, question.traps, question.way) = (changes, traps, LocalText(way))
    question.solvedAt = step
    return question
  }
}

extension Question.Trap {
  init(_ answer: Float, _ why: @escaping Phrase) {
    self.init(answer: SettingValue.number(answer).typed, why: LocalText(why))
  }

  /// Those of some wrong answers that differ from what is right.
  static func all(_ wrong: [(Float, Phrase)], besides right: Float) -> [Question.Trap] {
    wrong.filter { abs($0.0 - right) > 1e-4 }.map { Question.Trap($0.0, $0.1) }
  }
}

extension Lesson.Change {
  init(_ name: String, _ value: String) { self.init(place: .ofDrills, name: name, value: value) }
}

extension LessonPlace {
  /// That of what stands in no file.
  static let ofDrills = LessonPlace(line: 1, column: 1)
}

extension SeededGenerator {
  mutating func whole(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func one<Element>(of elements: [Element]) -> Element {
    elements[whole(0...elements.count - 1)]
  }

  /// Whole numbers, each times a unit.
  mutating func matrix(
    _ rows: Int, _ columns: Int, _ range: ClosedRange<Int>, times unit: Float = 1
  ) -> Tensor {
    Tensor(Shape(rows, columns), (0..<rows * columns).map { _ in unit * Float(whole(range)) })
  }
}
