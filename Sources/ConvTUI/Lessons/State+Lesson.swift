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
  var lessonBindings: [Binding] {
    following?.bindings ?? lesson?.bindings ?? (riddle == nil ? [] : .quiz)
  }

  mutating func goInLesson(by steps: Int) {
    lesson?.go(by: steps)
    showLesson()
  }

  /// Gives the answer away.
  mutating func showAnswer() {
    lesson?.attempt?.show()
    showSolution()
    showWay()
  }

  /// Goes through the parts of the sum that was asked for, where the scene has such parts.
  private mutating func showWay() {
    guard let lesson, lesson.stage.current == current, let question = lesson.question,
      question.with.isEmpty, case .cell(let cell) = question.kind,
      let step = (scene as? any SceneWithWay)?.step(of: cell)
    else { return }
    scenes[current].timeline.playParts(of: step)
    scenes[current].follow()
  }

  /// Takes a key that writes or checks the answer.
  ///
  /// - Returns: False where the key is none of these.
  mutating func writeAnswer(_ key: Key) -> Bool {
    // Where a cursor stands on a number, Enter without an answer is the scene's.
    let cursor = scene as? any SceneWithCursor
    if key == .enter, lesson?.attempt?.text.isEmpty == true, cursor?.hasCursor == true {
      return false
    }
    let wasBegun = lesson?.attempt?.isBegun ?? false
    guard lesson?.attempt?.take(key) == true else { return false }
    if wasBegun, lesson?.attempt?.isBegun == false { notice = words.answerIsEmpty }
    showSolution()
    return true
  }

  /// Whether a key belongs to an answer now, and so is no command.
  func answerKeeps(_ key: Key) -> Bool {
    guard let attempt = lesson?.attempt, attempt.isOpen else { return false }
    if case .character(let character) = key { return attempt.keeps(character) }
    return attempt.isTyping && key != .enter && key != .escape
  }

  /// Answers a question by the answer under the pointer.
  ///
  /// - Returns: False where none is there.
  mutating func choose(at point: Point, in rect: Rect) -> Bool {
    guard let lesson, let choice = LessonBox(run: lesson, words: words).choice(at: point, in: rect)
    else { return false }
    return writeAnswer(.character(Character("\(choice + 1)")))
  }

  /// Puts the scenes to what the present step shows.
  private mutating func showLesson() {
    guard let run = lesson else { return }
    let stage = zip(run.stage.scenes, scenes).map { scene, live in
      (scene as? any JobOwner)?.takingJob(of: live) ?? scene
    }
    (scenes, overlay, prompt, visits) = (stage, nil, nil, [])
    fitScenes()
    show(scene: run.stage.current)
    if run.step?.plays == true { showMotion() }
    hideResults(run.stage.hidesResults)
    showSolution()
  }

  /// Plays, or where nothing may move shows at once what that comes to; a training stays then.
  private mutating func showMotion() {
    if look.isCalm {
      if !(scene is any JobOwner) { _ = perform(.last) }
    } else if !scene.timeline.isPlaying {
      _ = perform(.play)
    }
  }

  /// Uncovers results once the question is answered, and shows what it was about.
  private mutating func showSolution() {
    guard let run = lesson, run.solution != nil, run.solvedCell == nil else { return }
    hideResults(false)
    guard let question = run.question, !question.with.isEmpty || question.solvedAt != nil,
      let asked = run.stage.asked
    else { return }
    scenes[run.stage.current] = asked
    fitScenes()
  }
}

extension LessonRun {
  fileprivate var bindings: [Binding] {
    if attempt?.isOpen == true, attempt?.isTyping == true {
      return [
        Binding([.enter], .checkAnswer, footer: true),
        Binding([.escape], .leaveAnswer, footer: true),
      ]
    }
    let marks = [Binding(["x"], .mark, footer: true)] + .arrows
    let isWaiting = attempt?.canBeLeft ?? false
    return [
      Binding([" "], .lessonNext, footer: true),
      Binding([.backspace], .lessonBack, footer: true),
    ] + (isOpen && attempt?.marking != nil ? marks : [])
      + (isWaiting ? [Binding([.escape], .leaveAnswer, footer: true)] : [])
      + (isOpen ? [Binding(["h"], .lessonAnswer, footer: !isWaiting)] : [])
      + [Binding(isTakenUp || step == nil ? [.home] : [], .lessonRestart, footer: step == nil)]
  }
}

extension [Binding] {
  /// The arrows, which go from cell to cell.
  fileprivate static var arrows: [Binding] {
    [
      Binding([.left], .move(.left)), Binding([.right], .move(.right)), Binding([.up], .move(.up)),
      Binding([.down], .move(.down)),
    ]
  }
}
