import Drawing
import Model
import Terminal

/// Results that are hidden and asked for, without a lesson.
extension State {
  /// Whether there is a place for what is asked.
  func hasQuiz(in scene: any Scene) -> Bool {
    lesson == nil && look.hidesResults && scene is any SceneWithRiddles
  }

  /// What is asked now; nil where all of the step is found.
  var riddle: Attempt? {
    guard hasQuiz(in: scene), let scene = scene as? any SceneWithRiddles else { return nil }
    for kind in scene.riddles {
      let question = Question(riddle: kind)
      guard let expected = question.answer(in: scene),
        !quiz.hasFound(kind, expected, in: scene.kind)
      else { continue }
      if let begun = quiz.attempt, begun.scene.kind == scene.kind, begun.question == question,
        begun.expected == expected
      {
        return begun
      }
      var attempt = Attempt(question, expected: expected, about: scene)
      attempt.isRiddle = true
      return attempt
    }
    return nil
  }

  /// Whether digits change a number of the scene, and so are no answer.
  var isEditing: Bool { (scene as? any SceneWithCursor)?.isOnNumber ?? false }

  /// Takes a key that answers what is hidden; what is found is shown, and the scene goes on.
  ///
  /// - Returns: False where the key is none.
  mutating func solve(_ key: Key) -> Bool {
    guard !isEditing, var attempt = riddle, attempt.take(key) else { return false }
    quiz.attempt = attempt
    guard attempt.outcome != nil else { return true }
    quiz.note(attempt)
    if riddle == nil, (scene as? any SceneWithRiddles)?.goesOnWhenFound == true {
      _ = perform(.next)
    }
    return true
  }

  /// Pastes a text into the answer that is waited for.
  ///
  /// - Returns: False where none is.
  mutating func pasteAnswer(_ text: String) -> Bool {
    guard overlay == nil else { return false }
    if lesson != nil { return lesson?.attempt?.paste(text) ?? false }
    guard !isEditing, var attempt = riddle, attempt.paste(text) else { return false }
    quiz.attempt = attempt
    return true
  }

  /// The scene's look: what was found is not hidden, and in a lesson nothing is said before its time.
  var sceneLook: Look {
    var look = look
    // The panel says what the settings come to; the scene need not say it too.
    if case .settings = overlay { look.showsFormulas = false }
    if let step = following?.newest?.lesson {
      look.showsFormulas = step.showsFormulas
      look.withholdsFormulas = !step.showsFormulas
      look.guessed = step.found.byMatrix
      // What a lesson asks is not told to those who follow it either.
      if look.hidesSums { look.arithmetic = scene.timeline.position == 0 ? .none : .asked }
    }
    if let lesson {
      look.spacePlays = false
      look.showsFormulas = lesson.showsFormulas
      look.withholdsFormulas = !lesson.showsFormulas
      if lesson.stage.current == current {
        look.guessed = lesson.foundCells.byMatrix
      }
      if let cell = lesson.solvedCell, lesson.stage.current == current {
        let steps = [
          lesson.stage.scenes[current].timeline.step, (scene as? any SceneWithWay)?.step(of: cell),
        ]
        look.showsSum = steps.contains(scene.timeline.step)
      }
      look.arithmetic = lesson.arithmetic(of: scene, hidesSums: look.hidesSums)
    } else if hasQuiz(in: scene), quiz.count(in: scene.kind) > 0 {
      look.guessed = quiz.cells(in: scene)
      look.showsSum = (scene as? any SceneWithRiddles)?.riddles.isEmpty == false && riddle == nil
    }
    return look
  }
}

extension Look {
  /// Whether a lesson is in front, which asks by itself.
  var isInLesson: Bool { !spacePlays }
}

extension LessonRun {
  /// How much of the arithmetic is written: what goes into a hidden result comes with the hint, and what
  /// is not begun, or not what the step points at, says nothing.
  fileprivate func arithmetic(of scene: any Scene, hidesSums: Bool) -> Look.Arithmetic {
    guard isShown(scene) else { return .whole }
    let outputs = (step?.points ?? []).filter {
      $0.cells.matrix == "Y" && $0.cells.positions.count > 1
    }
    if !outputs.isEmpty || scene.timeline.position == 0 { return .none }
    return hidesSums && attempt?.isHinted != true ? .asked : .whole
  }

  /// Whether it is the scene that the step shows.
  private func isShown(_ scene: any Scene) -> Bool {
    stage.scenes[stage.current].kind == scene.kind
  }

  /// The hidden number that was asked for, once it is known; the others stay hidden, as they may be
  /// asked next.
  var solvedCell: CellName? {
    stage.hidesResults ? attempt?.foundCell : nil
  }

  /// Whether the size formula and the like are shown now.
  var showsFormulas: Bool { stage.showsFormulas && !asksForAFormula }

  /// Whether what a formula gives is asked for and not yet answered: a size, or what comes of a step.
  var asksForAFormula: Bool {
    guard isOpen else { return false }
    if case .size = stage.expected { return true }
    if case .quantity(let name) = question?.kind { return name.hasPrefix("next-") }
    return false
  }
}

extension [Binding] {
  /// Answering what is hidden; the keys of a question come before all others.
  static var quiz: [Binding] {
    [
      Binding("0123456789".map { .character($0) }, .answer),
      Binding(["h"], .showAll, footer: true),
    ]
  }
}
