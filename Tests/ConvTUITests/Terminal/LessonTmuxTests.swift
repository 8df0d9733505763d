import Testing

/// Lessons in a terminal, with a state folder of their own.
@Suite(
  .enabled(if: BuiltBinary.path != nil, "the program is not built"),
  .enabled(if: Tmux.path != nil, "tmux is not installed"))
struct LessonTmuxTests {
  private func opened(_ arguments: [String], state: Directory) throws -> Tmux {
    try Tmux(
      [BuiltBinary.path!, "lesson"] + arguments, width: 80, height: 24,
      environment: ["XDG_STATE_HOME": state.path, "XDG_RUNTIME_DIR": state.path])
  }

  @Test func aLessonIsTakenUpAndStartedOver() throws {
    let state = try Directory()
    let first = try opened(["layer"], state: state)
    #expect(try first.shows("1 of"))
    try first.send("Space", "Space")
    #expect(try first.shows("3 of"))
    try first.send("C-c")
    #expect(first.ends())
    let second = try opened(["layer"], state: state)
    #expect(try second.shows("You were at step 3 of"))
    try second.send("Home")
    #expect(try second.shows("1 of"))
    try second.send("C-c")
    #expect(second.ends())
    let third = try opened(["layer", "--from", "4"], state: state)
    #expect(try third.shows("4 of"))
    try third.send("C-c")
    #expect(third.ends())
    let fourth = try opened(["layer", "--restart"], state: state)
    #expect(try fourth.shows("1 of"))
    try fourth.send("C-c")
    #expect(fourth.ends())
  }

  @Test func aFolderThatIsNoneIsNoHindrance() throws {
    let state = try Directory()
    let file = try state.file("file", "x")
    let tmux = try Tmux(
      [BuiltBinary.path!, "lesson", "layer"], width: 80, height: 24,
      environment: ["XDG_STATE_HOME": file, "XDG_RUNTIME_DIR": file])
    #expect(try tmux.shows("1 of"))
    try tmux.send("Space")
    #expect(try tmux.shows("2 of"))
    try tmux.send("C-c")
    #expect(tmux.ends())
    #expect(try state.text("file") == "x")
  }

  @Test func aFileIsReadAgainWhenItChanges() throws {
    let directory = try Directory()
    func steps(_ second: String) -> String {
      "title: T\nsteps:\n  - say: One.\n    scene: slide\n  - say: \(second)\n"
    }
    let path = try directory.file("mine.yaml", steps("Before."))
    let tmux = try opened([path], state: directory)
    try tmux.send("Space")
    #expect(try tmux.shows("Before."))
    try directory.file("mine.yaml", steps("After."))
    #expect(try tmux.shows("After."))
    try directory.file("mine.yaml", "title: T\nsteps: 3\n")
    #expect(try tmux.shows("A list is needed"))
    #expect(try tmux.shows("After."))
    try tmux.send("C-c")
    #expect(tmux.ends())
  }
}
