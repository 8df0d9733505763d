import Glibc
import Testing

@testable import ConvTUI

/// A lesson in one terminal and its notes in another.
@Suite(
  .enabled(if: BuiltBinary.path != nil, "the program is not built"),
  .enabled(if: Tmux.path != nil, "tmux is not installed"))
struct NotesTmuxTests {
  private let directory: Directory

  init() throws { directory = try Directory() }

  private func opened(_ arguments: String...) throws -> Tmux {
    try Tmux(
      [BuiltBinary.path!] + arguments, width: 80, height: 24,
      environment: ["XDG_STATE_HOME": directory.path, "XDG_RUNTIME_DIR": directory.path])
  }

  @Test func notesFollowTheLessonAndTurnItsSteps() throws {
    let notes = try opened("notes", "--minutes", "45")
    #expect(try notes.shows("No lesson is open"))
    let lesson = try opened("lesson", "layer", "--from", "2")
    #expect(try notes.shows("Answer  19.5"))
    try notes.send("Space")
    #expect(try lesson.shows("3 of"))
    #expect(try notes.shows("25.5"))
    try lesson.send("Space")
    #expect(try notes.shows("step 4 of"))
    try lesson.send("C-c")
    #expect(lesson.ends())
    #expect(try notes.shows("That lesson was closed."))
    try notes.send("C-c")
    #expect(notes.ends())
  }

  @Test func aKilledLessonIsGoneAndTheNextOneIsFound() throws {
    let notes = try opened("notes")
    let lesson = try opened("lesson", "layer", "--from", "2")
    #expect(try notes.shows("19.5"))
    let folder = try MeetingFolder(["XDG_RUNTIME_DIR": directory.path])
    #expect(kill(try #require(folder.processes.first), SIGKILL) == 0)
    #expect(lesson.ends())
    #expect(try notes.shows("That lesson was closed."))
    // What it has left behind is removed.
    #expect(try notes.shows { _ in folder.processes.isEmpty })
    let next = try opened("lesson", "edges")
    #expect(try notes.shows("step 1 of"))
    for tmux in [next, notes] {
      try tmux.send("C-c")
      #expect(tmux.ends())
    }
  }

  @Test func severalLessonsAreToldApart() throws {
    let lessons = [try opened("lesson", "layer"), try opened("lesson", "edges")]
    for lesson in lessons { #expect(try lesson.shows("1 of")) }
    let notes = try opened("notes")
    // One alone is shown at once, if the other is late.
    try notes.send("l")
    #expect(try notes.shows("2  "))
    try notes.send("1", "Space")
    #expect(try notes.shows("step 2 of"))
    // Whichever has the first number.
    #expect(
      try lessons[0].shows { screen in
        screen.contains("2 of") || (try? lessons[1].screen().contains("2 of")) == true
      })
    for tmux in lessons + [notes] {
      try tmux.send("C-c")
      #expect(tmux.ends())
    }
  }
}
