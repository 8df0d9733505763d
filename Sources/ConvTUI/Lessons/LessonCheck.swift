import Drawing
import Foundation

/// Goes through a lesson without a screen.
enum LessonCheck {
  /// The screen that every step has to fit.
  static let size = Size(width: 80, height: 24)

  /// All that keeps a lesson from being shown whole, from its first line to its last, and all that gives an
  /// answer away.
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
    var leaks: [LessonError] = []
    let limit = size.height / 2 - 3
    var before: (step: Lesson.Step, stage: LessonRun.Stage)?
    for step in lesson.steps {
      let known = faults.all.count
      stage.apply(step, words, &faults)
      // Where the step itself has a fault, that is mended first.
      if let question = step.question, faults.all.count == known {
        let leak =
          stage.leak(of: question)
          ?? before.flatMap {
            $0.stage.leaks(into: step, after: $0.step) ? .answerShownBefore : nil
          }
        leaks += leak.map { [LessonError($0, at: question.place)] } ?? []
      }
      before = (step, stage)
      let needed = words.lineCount(of: step, width: size.width - 8)
      if needed > limit {
        faults.add(LessonError(.tooLong(lines: needed, limit: limit), at: step.place))
      }
    }
    if faults.all.isEmpty, leaks.isEmpty {
      leaks = try drawnLeaks(LessonRun(lesson, scenes: scenes, words), scenes)
    }
    return (faults.all + leaks).sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  /// The questions beside which what they ask for stands worked out in the picture, as a class would see it:
  /// whatever a scene writes, it is found.
  private static func drawnLeaks(_ run: LessonRun, _ scenes: [any Scene]) -> [LessonError] {
    var look = Look(depth: .none)
    look.hasBlocks = false
    var state = State(scenes: scenes, look: look, size: Size(width: 110, height: 34))
    state.begin(run)
    var leaks: [LessonError] = []
    for step in run.lesson.steps {
      if let question = step.question, question.isWorkedOut(in: Export.text(state.frame())) {
        leaks.append(LessonError(.productsShown, at: question.place))
      }
      state.goInLesson(by: 1)
    }
    return leaks
  }
}

extension Question {
  /// Whether a text has more of what is asked than a question mark: "Y[0,1] = 1×0 + 2×1 …".
  fileprivate func isWorkedOut(in text: String) -> Bool {
    names.contains { name in
      text.components(separatedBy: name + " = ").dropFirst().contains { rest in
        !rest.drop { $0 == " " }.hasPrefix("?")
      }
    }
  }

  /// What a picture calls that which is asked for.
  private var names: [String] {
    switch kind {
    case .cell(let cell):
      return [cell.matrix, "(\(cell.matrix))"].map { Formula.cell($0, cell.at) }
    case .quantity(let name) where name.hasPrefix("next-"):
      // Rows of a kernel are counted on, as in w₂.
      return (0..<4).map { "next " + LearnScene.name(ofWeight: $0) }
    default: return []
    }
  }
}
