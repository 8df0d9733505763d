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
      let needed = words.lineCount(of: step, width: size.width - 8)
      if needed > limit {
        faults.add(LessonError(.tooLong(lines: needed, limit: limit), at: step.place))
      }
    }
    return faults.all.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }
}
