import Model

/// The hidden results that are found without a lesson.
struct Quiz: Sendable {
  /// The last question that was begun.
  var attempt: Attempt?
  /// What was found, in each scene.
  private(set) var found: [SceneKind: [Question.Kind: Expected]] = [:]

  mutating func note(_ attempt: Attempt) {
    found[attempt.scene.kind, default: [:]][attempt.question.kind] = attempt.expected
  }

  func count(in kind: SceneKind) -> Int { found[kind]?.count ?? 0 }

  /// Whether it was found, and is the same still.
  func hasFound(_ kind: Question.Kind, _ expected: Expected, in scene: SceneKind) -> Bool {
    found[scene]?[kind] == expected
  }

  /// Those cells that were found and still hold the same numbers, by their matrix. A layer whose
  /// receptive field was found is known from its first cell on.
  func cells(in scene: any Scene) -> [String: Set<Position>] {
    (found[scene.kind] ?? [:]).reduce(into: [:]) { cells, found in
      guard Question(riddle: found.key).answer(in: scene) == found.value else { return }
      switch found.key {
      case .cell(let cell): cells[cell.matrix, default: []].insert(cell.at)
      case .field(let layer):
        cells[FieldScene.matrix(ofMap: layer), default: []].insert(.zero)
      default: return
      }
    }
  }
}

extension Question {
  /// A question that no lesson asks.
  init(riddle kind: Kind) { self.init(place: LessonPlace(line: 1, column: 1), kind: kind) }

  /// What is right where that is known: no number that is none.
  func answer(in scene: any Scene) -> Expected? {
    guard let expected = try? expected(in: scene) else { return nil }
    if case .number(let number) = expected, !number.isFinite { return nil }
    return expected
  }
}
