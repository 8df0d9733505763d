import Drawing

/// Goes through a lesson without a screen.
enum LessonCheck {
  /// The screen that every step has to fit.
  static let size = Size(width: 80, height: 24)

  /// All that keeps a lesson from being shown whole, from its first line to its last.
  static func faults(_ bytes: [UInt8], _ words: Words) throws -> [LessonError] {
    let scenes = try SceneKind.examples()
    var faults = LessonFaults()
    let lesson: Lesson
    do throws(LessonError) {
      lesson = try LessonReader.lesson(bytes, &faults)
    } catch {
      return faults.all + [error]
    }
    var stage = LessonRun.Stage(scenes: scenes, current: 0, hidesResults: false)
    let limit = size.height / 2 - 3
    for step in lesson.steps {
      stage.apply(step, words, &faults)
      if let question = step.question, stage.shows(question) {
        faults.add(LessonError(.answerShown, at: question.place))
      }
      let needed = words.lineCount(of: step, width: size.width - 8)
      if needed > limit {
        faults.add(LessonError(.tooLong(lines: needed, limit: limit), at: step.place))
      }
    }
    return faults.all.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }
}

extension LessonRun.Stage {
  /// Whether what a question asks for stands in the scene: a number whose turn has come, or what a layer
  /// sees.
  fileprivate func shows(_ question: Question) -> Bool {
    let scene = scenes[current]
    guard !hidesResults, question.with.isEmpty else { return false }
    switch question.kind {
    case .field: return scene is FieldScene
    case .cell(let cell):
      guard let step = (scene as? any SceneWithWay)?.step(of: cell) else { return false }
      return step <= scene.timeline.step
    default: return false
    }
  }
}
