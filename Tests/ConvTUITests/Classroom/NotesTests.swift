import Glibc
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing
@testable import Model
@testable import Terminal

struct NotesTests {
  private static func notes(_ step: Int, of lesson: BuiltInLesson = .layer) throws -> LessonNotes {
    let run = try LessonRun(
      LessonReader.lesson(lesson.bytes), scenes: SceneKind.examples(), from: step, words)
    return LessonNotes(run, words)
  }

  private static func lesson(_ id: Int, _ step: Int) throws -> NotesState.Lesson {
    NotesState.Lesson(id: id, notes: try notes(step))
  }

  private func opened(_ lessons: [NotesState.Lesson], minutes: Int? = 45) -> NotesState {
    var state = NotesState(
      minutes: minutes, clock: NotesClock(seconds: 0, hour: 9, minute: 5), look: Look(),
      size: .standard)
    _ = state.handle(.lessons(lessons))
    return state
  }

  private func text(_ state: NotesState) -> String { state.frame().text }

  @Test func theOnlyLessonIsShownWithItsAnswerAndTheNextStep() throws {
    let state = opened([try Self.lesson(7, 1)])
    for part in [
      "The convolutional layer", "step 2 of", "What is Y[0,0]?", "Answer  19.5",
      "Hint    Add the bias", "Next",
      "The next window has the sum 25", "What is Y[0,1]?", "9:05", "45 min left",
    ] { #expect(text(state).contains(part), "\(part)\n\(text(state))") }
  }

  @Test func itIsSaidWhetherTheClassSeesTheAnswer() throws {
    var run = try LessonRun(
      LessonReader.lesson(BuiltInLesson.layer.bytes), scenes: SceneKind.examples(), from: 1, words)
    for said in ["hidden from the class", "the class sees it"] {
      let sent = try #require(LessonNotes(line: LessonNotes(run, words).line))
      let state = opened([NotesState.Lesson(id: 7, notes: sent)])
      #expect(text(state).contains("Answer  19.5   " + said))
      run.attempt?.show()
    }
  }

  @Test func notesAndChoicesAreShown() throws {
    #expect(text(opened([try Self.lesson(7, 0)])).contains("The kernel and the bias are"))
    let step = try #require(
      LessonReader.lesson(BuiltInLesson.layer.bytes).steps.firstIndex {
        if case .choice = $0.question?.kind { true } else { false }
      })
    #expect(text(opened([try Self.lesson(7, step)])).contains("Answer  1 Only the numbers of Y"))
  }

  @Test func keysAreSentToTheLesson() throws {
    var state = opened([try Self.lesson(7, 1)])
    #expect(state.handle(.input(.key(" "))) == .send(.next, to: 7))
    #expect(state.handle(.input(.key(.backspace))) == .send(.back, to: 7))
    #expect(state.handle(.input(.key("h"))) == .send(.answer, to: 7))
    #expect(text(state).contains("h answer"))
    #expect(state.handle(.input(.key("q"))) == .quit)
  }

  /// Another one that goes on is somebody else's; one that begins later is taken.
  @Test func theEndOfALessonIsSaidAndNoOtherTakesItsPlace() throws {
    var state = opened([try Self.lesson(7, 1), try Self.lesson(9, 2)])
    _ = state.handle(.input(.key("1")))
    for _ in 0..<2 {
      _ = state.handle(.lessons([try Self.lesson(9, 2)]))
      #expect(state.lesson == nil && text(state).contains("That lesson was closed."))
    }
    _ = state.handle(.lessons([]))
    #expect(text(state).contains("That lesson was closed."))
    _ = state.handle(.lessons([try Self.lesson(11, 0)]))
    #expect(state.lesson?.id == 11)
  }

  @Test func severalLessonsAreListedAndChosen() throws {
    var state = opened([try Self.lesson(7, 1), try Self.lesson(9, 2)])
    #expect(text(state).contains("process 7") && text(state).contains("process 9"))
    #expect(state.handle(.input(.key(" "))) == nil)
    _ = state.handle(.input(.key("2")))
    #expect(state.lesson?.id == 9 && text(state).contains("step 3 of"))
    _ = state.handle(.input(.key("l")))
    #expect(text(state).contains("process 7"))
    _ = state.handle(.input(.key("1")))
    #expect(state.lesson?.id == 7)
    _ = state.handle(.lessons([]))
    #expect(text(state).contains("That lesson was closed.") && state.lesson == nil)
  }

  @Test func timeIsMeasuredAndBeginsAnew() throws {
    var state = opened([try Self.lesson(7, 1)], minutes: 2)
    for (seconds, part) in [(30, "1 min left"), (90, "30 s left"), (121, "time is over")] {
      _ = state.handle(.time(NotesClock(seconds: seconds, hour: 9, minute: 7)))
      #expect(text(state).contains(part))
    }
    _ = state.handle(.time(NotesClock(seconds: 300, hour: 9, minute: 10)))
    #expect(text(state).contains("3 min over") && text(state).contains("9:10"))
    _ = state.handle(.input(.key("r")))
    #expect(text(state).contains("2 min left"))
  }

  @Test(arguments: BuiltInLesson.allCases) func everyStepFitsAndComesBack(
    _ lesson: BuiltInLesson
  ) throws {
    let count = try LessonReader.lesson(lesson.bytes).steps.count
    for step in 0..<count {
      let notes = try Self.notes(step, of: lesson)
      #expect(LessonNotes(line: notes.line) == notes && !notes.line.contains("\n"))
      for size in [Size(width: 1, height: 1), Size(width: 40, height: 12), .standard] {
        var state = opened([NotesState.Lesson(id: 1, notes: notes)])
        _ = state.handle(.input(.resize(size)))
        #expect(state.frame().size == size)
      }
    }
  }

  @Test func brokenLinesAreNone() throws {
    let line = try Self.notes(1).line
    let bytes = Array(line.utf8)
    for count in bytes.indices {
      #expect(LessonNotes(line: String(decoding: bytes[..<count], as: UTF8.self)) == nil)
    }
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<3000 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        changed[Int.random(in: changed.indices, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      guard let notes = LessonNotes(line: String(decoding: changed, as: UTF8.self)) else {
        continue
      }
      #expect(opened([NotesState.Lesson(id: 1, notes: notes)]).frame().size == .standard)
    }
  }
}
