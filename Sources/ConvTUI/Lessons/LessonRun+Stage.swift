import Drawing

/// What a step makes of the scenes.
extension LessonRun.Stage {
  /// Changes the scenes as a step says; what has a fault is left out.
  mutating func apply(_ step: Lesson.Step, _ words: Words, _ faults: inout LessonFaults) {
    if let kind = step.scene {
      current = scenes.firstIndex { $0.kind == kind } ?? current
    }
    scenes[current] = LessonRun.Stage.changed(scenes[current], step.settings, words, &faults)
    scenes[current].timeline.stop()
    if let number = step.step {
      let timeline = scenes[current].timeline
      let last = timeline.end / timeline.parts
      if number <= last {
        scenes[current].timeline.go(to: number * timeline.parts + step.part)
      } else {
        faults.add(LessonError(.stepOutside(number, last: last), at: step.place))
      }
    }
    scenes[current].follow()
    hidesResults = step.hides ?? hidesResults
    showsFormulas = step.showsFormulas ?? showsFormulas
    for point in step.points { _ = faults.keep(try scenes[current].check(point)) }
    (asked, expected) = (nil, nil)
    if let question = step.question { ask(question, words, &faults) }
    if step.plays { _ = scenes[current].timeline.perform(.play) }
  }

  /// Computes what is right.
  private mutating func ask(
    _ question: Question, _ words: Words, _ faults: inout LessonFaults
  ) {
    var scene = LessonRun.Stage.changed(scenes[current], question.with, words, &faults)
    let right: Expected
    do throws(LessonError.Reason) {
      right = try question.expected(in: scene)
    } catch {
      return faults.add(LessonError(error, at: question.place))
    }
    if let step = question.solvedAt {
      let last = scene.timeline.end / scene.timeline.parts
      guard step <= last else {
        return faults.add(LessonError(.stepOutside(step, last: last), at: question.place))
      }
      scene.timeline.go(toStep: step)
      scene.follow()
    }
    (asked, expected) = (scene, right)
    for trap in question.traps {
      guard let isRight = right.agrees(with: trap.answer) else {
        faults.add(LessonError(.notAnAnswer(trap.answer), at: trap.place))
        continue
      }
      if isRight { faults.add(LessonError(.trapIsRight(trap.answer), at: trap.place)) }
    }
    if let given = question.given, right.agrees(with: given) != true {
      let mistake = Mistake.found(in: given, to: question.kind, right, scene)
      if case .kernelLacks(let property, let fault) = mistake {
        faults.add(LessonError(.kernelLacks(given, property, fault), at: question.place))
      } else {
        let computed = words.text(of: right)
        faults.add(
          LessonError(.wrongAnswer(given: given, computed: computed), at: question.place))
      }
    }
  }

  /// A scene with other settings.
  private static func changed(
    _ scene: any Scene, _ changes: [Lesson.Change], _ words: Words,
    _ faults: inout LessonFaults
  ) -> any Scene {
    guard !changes.isEmpty else { return scene }
    guard var changed = scene as? any SceneWithSettings else {
      faults.add(LessonError(.unknown(changes[0].name, among: []), at: changes[0].place))
      return scene
    }
    for change in changes {
      if let complaint = changed.set(change.name, typed: change.value, words) {
        faults.add(LessonError(.refused { _ in complaint }, at: change.place))
      }
    }
    return changed
  }
}
