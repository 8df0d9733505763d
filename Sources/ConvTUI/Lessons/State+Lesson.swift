import Drawing
import Terminal

/// Going through a lesson.
extension State {
  /// Begins a lesson at its present step.
  mutating func begin(_ run: LessonRun) {
    lesson = run
    showLesson()
    guard run.isTakenUp else { return }
    notice = words.lessonTakenUp(at: run.index + 1, of: run.lesson.steps.count)
    isNoticeGood = true
  }

  mutating func restartLesson() {
    lesson?.restart()
    showLesson()
  }

  /// Takes the lesson as its file has become, at the same step.
  mutating func reread(_ result: Result<LessonRun, LessonError>, of file: String) {
    switch result {
    case .success(var run):
      if let lesson { run.carryOn(from: lesson) }
      lesson = run
      showLesson()
      (notice, isNoticeGood) = (words.lessonReread(file), true)
    case .failure(let error):
      (notice, isNoticeGood) = (words.lessonStays(words.about(file, words.sentence(error))), false)
    }
  }

  /// The keys of the lesson.
  var lessonBindings: [Binding] { following?.bindings ?? lesson?.bindings ?? [] }

  mutating func goInLesson(by steps: Int) {
    lesson?.go(by: steps)
    showLesson()
  }

  /// Gives the answer away.
  mutating func showAnswer() {
    lesson?.show()
    showSolution()
  }

  /// Takes a key that writes or checks the answer.
  ///
  /// - Returns: False where the key is none of these.
  mutating func writeAnswer(_ key: Key) -> Bool {
    guard var run = lesson, run.isOpen else { return false }
    switch key {
    case .character(let character) where run.takes(character):
      run.answer.press(key)
      if case .choice = run.question?.kind { run.check() }
    case _ where run.answer.text.isEmpty: return false
    case .enter: run.check()
    case .backspace, .delete, .control("u"), .control("w"): run.answer.press(key)
    case .escape: run.answer = LineEditor()
    default: return false
    }
    lesson = run
    showSolution()
    return true
  }

  /// Puts the scenes to what the present step shows.
  private mutating func showLesson() {
    guard let run = lesson else { return }
    (scenes, overlay, prompt, visits) = (run.stage.scenes, nil, nil, [])
    fitScenes()
    show(scene: run.stage.current)
    if run.step?.plays == true { showMotion() }
    hideResults(run.stage.hidesResults && run.solution == nil)
  }

  /// Plays, or where nothing may move shows at once what that comes to; a training stays then.
  private mutating func showMotion() {
    if look.isCalm {
      if !(scene is any JobOwner) { _ = perform(.last) }
    } else if !scene.timeline.isPlaying {
      _ = perform(.play)
    }
  }

  /// Uncovers results once the question is answered.
  private mutating func showSolution() {
    if lesson?.solution != nil { hideResults(false) }
  }
}

extension LessonRun {
  fileprivate var bindings: [Binding] {
    [
      Binding([" "], .lessonNext, footer: true),
      Binding([.backspace], .lessonBack, footer: true),
    ] + (isOpen ? [Binding(["h"], .lessonAnswer, footer: true)] : [])
      + [Binding(isTakenUp ? [.home] : [], .lessonRestart)]
  }

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
