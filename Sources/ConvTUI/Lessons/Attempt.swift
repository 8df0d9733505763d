import Model

/// A question and the answers to it so far.
struct Attempt: Sendable {
  let question: Question
  /// What is right.
  let expected: Expected
  /// What it is about: the scene, or how it would be.
  let scene: any Scene
  var answer = LineEditor()
  /// Whether a scene asks, not a lesson.
  var isRiddle = false
  /// The cells that are marked, where some are asked for.
  var marking: Marking?
  /// Whether the answer was left: letters are commands then.
  var isLeft = false
  /// Whether something was typed: then a Backspace too many erases nothing, and does not go back.
  var isBegun = false
  /// What came of the last answer.
  private(set) var verdict: Verdict?
  /// How it was answered in the end; nil while an answer is waited for.
  private(set) var outcome: Outcome?
  /// The answer that the verdict is about.
  private var checked: String?
  private var tries = 0

  /// What came of an answer.
  enum Verdict: Sendable {
    case right
    /// The mistake, where it is known, and from the second try on the hint, where there is one.
    case wrong(Mistake?, tries: Int, hint: LocalText?)
    /// It is no answer of this kind.
    case unread(Expected)
    case shown
  }

  /// How a question was answered in the end.
  enum Outcome: Hashable, Sendable, CaseIterable { case atOnce, later, shown }

  init(_ question: Question, expected: Expected, about scene: any Scene) {
    (self.question, self.expected, self.scene) = (question, expected, scene)
    if case .cells(_, let matrix, let size) = expected { marking = Marking(matrix, size) }
  }

  /// Whether two wrong answers were given: then there is help.
  var isHinted: Bool { tries > 1 }

  var isOpen: Bool { outcome == nil }
  /// What is right, once it has been answered or shown.
  var solution: Expected? { isOpen ? nil : expected }
  /// The number of the scene that was asked for, once it is known.
  var foundCell: CellName? {
    guard !isOpen, question.with.isEmpty, question.solvedAt == nil,
      case .cell(let cell) = question.kind
    else { return nil }
    return cell
  }
  /// What is answered now.
  var text: String { marking?.text ?? answer.text }

  /// Checks the answer.
  mutating func check() {
    let text = text
    guard isOpen else { return }
    guard marking != nil || !text.isEmpty else {
      verdict = .unread(expected)
      return
    }
    guard text != checked else {
      if marking == nil { answer = LineEditor(text, isSelected: true) }
      return
    }
    guard let isRight = expected.agrees(with: text) else {
      verdict = .unread(expected)
      return
    }
    let mistake =
      isRight
      ? nil : question.trap(text) ?? Mistake.found(in: text, to: question.kind, expected, scene)
    // A single number may stand for a square; where it says nothing, a size has to be typed.
    if !isRight, mistake == nil, case .size = expected, text.allSatisfy(\.isNumber) {
      verdict = .unread(expected)
      answer = LineEditor(text, isSelected: true)
      return
    }
    (tries, checked) = (tries + 1, text)
    if isRight {
      (outcome, verdict) = (tries == 1 ? .atOnce : .later, .right)
    } else {
      verdict = .wrong(mistake, tries: tries, hint: tries > 1 ? question.hint : nil)
      if marking == nil { answer = LineEditor(text, isSelected: true) }
    }
  }

  /// Gives the answer away.
  mutating func show() {
    guard isOpen else { return }
    (outcome, verdict) = (.shown, .shown)
    if case .cells(let cells, _, _) = expected { marking?.cells = cells }
  }

  /// Takes over how it was answered before.
  mutating func takeUp(_ outcome: Outcome) {
    self.outcome = outcome
    if case .cells(let cells, _, _) = expected { marking?.cells = cells }
  }

  /// Takes over what was answered to the same question in an earlier state of its lesson.
  mutating func takeUp(_ earlier: Attempt) {
    (tries, answer) = (earlier.tries, earlier.answer)
    if let outcome = earlier.outcome { takeUp(outcome) }
    if case .right = earlier.verdict, earlier.expected == expected { verdict = .right }
  }

  /// Leaves the question for a while: what was typed is gone, what came of it stays.
  mutating func leave() {
    (answer, isLeft, isBegun, verdict, checked) = (LineEditor(), false, false, nil, nil)
  }
}
