import Model

/// Questions without end, all of which follow from a seed.
struct Drill: Sequence, IteratorProtocol, Sendable {
  /// The kind of all questions; nil where all kinds take turns.
  let kind: DrillKind?
  let level: Int
  let seed: UInt64
  private var dice: SeededGenerator
  /// The kinds that are left of this round.
  private var deck: [DrillKind] = []
  private var last: Lesson.Step?

  static let levels = 1...5

  /// - Precondition: The level is one of `levels`.
  init(_ kind: DrillKind?, level: Int, seed: UInt64) {
    precondition(Drill.levels.contains(level))
    (self.kind, self.level, self.seed) = (kind, level, seed)
    dice = SeededGenerator(seed: seed)
  }

  /// The next question, other than the one before.
  mutating func next() -> Lesson.Step? {
    if deck.isEmpty { deck = kind.map { [$0] } ?? DrillKind.allCases.shuffled(using: &dice) }
    let kind = deck.removeLast()
    var step = kind.step(level: level, &dice)
    for _ in 0..<16 where step == last { step = kind.step(level: level, &dice) }
    last = step
    return step
  }

  var title: LocalText {
    LocalText { [kind, level, seed] in $0.drillTitle(kind, level: level, seed: seed) }
  }

  /// So many of the questions.
  func lesson(of count: Int) -> Lesson { Lesson(title: title, steps: Array(prefix(count))) }

  /// All of the questions, each made when one comes to it.
  func run(_ scenes: [any Scene], _ words: Words) throws(LessonError) -> LessonRun {
    var rest = self
    let first = [rest.next()].compactMap(\.self)
    return try LessonRun(Lesson(title: title, steps: first), then: rest, scenes: scenes, words)
  }
}
