import Drawing

/// What of an answer is seen before its question is answered.
extension LessonRun.Stage {
  /// What a question asks for and the scene shows; nil where it shows nothing of that.
  func leak(of question: Question) -> LessonError.Reason? {
    let scene = scenes[current]
    guard question.with.isEmpty else { return nil }
    switch question.kind {
    case .size(let name): return .sizeShown(of: name)
    case .field: return scene is FieldScene && !hidesResults ? .answerShown : nil
    case .cell(let cell): return !hidesResults && scene.hasShown(cell) ? .answerShown : nil
    case .quantity(let name):
      return !hidesResults && scene is LearnScene && name == "loss" ? .answerShown : nil
    case .row: return (scene as? SlideScene)?.view == .matrix ? .answerShown : nil
    case .kernel(let properties):
      guard let kernel = (scene as? SlideScene)?.settings.kernel else { return nil }
      return properties.allSatisfy { $0.fault(of: kernel) == nil } ? .answerShown : nil
    default: return nil
    }
  }

  /// Whether a step that leaves the numbers as they are asks for one that this stage, of the step before it,
  /// has shown: at once, or when its own question had been answered.
  func leaks(into next: Lesson.Step, after step: Lesson.Step) -> Bool {
    guard case .cell(let cell) = next.question?.kind, next.question?.with.isEmpty == true,
      next.scene == nil
    else { return false }
    let isUncovered = !hidesResults || step.question?.uncovers == true
    let changes = Set(next.settings.map { [$0.name, $0.value] })
    let given = Set((step.question?.with ?? []).map { [$0.name, $0.value] })
    guard isUncovered, changes == given else { return false }
    return (asked ?? scenes[current]).hasShown(cell)
  }
}

extension Question {
  /// Whether all results are shown once it is answered, not only the one that was asked for.
  fileprivate var uncovers: Bool {
    guard with.isEmpty, solvedAt == nil, case .cell = kind else { return true }
    return false
  }
}

extension Scene {
  /// Whether a number stands in the scene where nothing is hidden: one whose turn has come.
  fileprivate func hasShown(_ cell: CellName) -> Bool {
    guard let way = self as? any SceneWithWay else { return self is LearnScene }
    return way.step(of: cell).map { $0 <= timeline.step } ?? false
  }
}
