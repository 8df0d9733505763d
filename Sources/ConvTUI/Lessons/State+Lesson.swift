import Drawing
import Terminal

/// Going through a lesson.
extension State {
  /// Begins a lesson at its present step.
  mutating func begin(_ run: LessonRun) {
    lesson = run
    showLesson()
  }

  /// Takes a key that belongs to the lesson.
  ///
  /// - Returns: False where the key is the scene's.
  mutating func pressInLesson(_ key: Key) -> Bool {
    guard var run = lesson else { return false }
    defer { lesson = run }
    switch key {
    case .character(" "): run.go(by: 1)
    case .backspace where run.answer.text.isEmpty: run.go(by: -1)
    case .character("h") where run.isOpen: run.show()
    case .enter where run.isOpen && !run.answer.text.isEmpty: run.check()
    case .character(let character) where run.isOpen && run.takes(character):
      run.answer.press(key)
      if case .choice = run.question?.kind { run.check() }
      lesson = run
      showSolution()
      return true
    case .backspace, .delete, .control("u"), .control("w"):
      guard run.isOpen, !run.answer.text.isEmpty else { return false }
      run.answer.press(key)
      return true
    case .escape where !run.answer.text.isEmpty:
      run.answer = LineEditor()
      return true
    default: return false
    }
    let hasMoved = run.index != lesson?.index
    lesson = run
    if hasMoved { showLesson() } else { showSolution() }
    return true
  }

  /// Puts the scenes to what the present step shows.
  private mutating func showLesson() {
    guard let run = lesson else { return }
    (scenes, overlay, prompt, visits) = (run.stage.scenes, nil, nil, [])
    fitScenes()
    show(scene: run.stage.current)
    if run.step?.plays == true, !scene.timeline.isPlaying { _ = perform(.play) }
    hideResults(run.stage.hidesResults && run.solution == nil)
  }

  /// Uncovers results once the question is answered.
  private mutating func showSolution() {
    if lesson?.solution != nil { hideResults(false) }
  }
}

extension LessonRun {
  /// Whether a character belongs to an answer to the present question.
  fileprivate func takes(_ character: Character) -> Bool {
    switch question?.kind {
    case .choice(let answers, _):
      return character.wholeNumberValue.map { (1...answers.count).contains($0) } ?? false
    case .size: return character.isASCII && character.isNumber || "x×,".contains(character)
    case nil: return false
    default: return character.isASCII && character.isNumber || "+-−*×/÷().".contains(character)
    }
  }
}
