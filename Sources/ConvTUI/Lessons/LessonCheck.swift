import Drawing

/// Goes through a lesson without a screen.
enum LessonCheck {
  /// The screen that every step has to fit.
  static let size = Size(width: 80, height: 24)

  /// What keeps a lesson from being shown whole: its first fault, and every step that is too long.
  static func faults(_ bytes: [UInt8], _ words: Words) throws -> [LessonError] {
    let scenes = try SceneKind.examples()
    do throws(LessonError) {
      let lesson = try LessonReader.lesson(bytes)
      let run = try LessonRun(lesson, scenes: scenes, words)
      let limit = size.height / 2 - 3
      return lesson.steps.compactMap { step in
        let needed = LessonBox(run: run, words: words).lineCount(of: step, width: size.width - 8)
        return needed > limit
          ? LessonError(.tooLong(lines: needed, limit: limit), at: step.place) : nil
      }
    } catch {
      return [error]
    }
  }
}
