import Testing

@testable import ConvTUI

/// A teacher in one terminal and a follower in another.
@Suite(
  .enabled(if: BuiltBinary.path != nil, "the program is not built"),
  .enabled(if: Tmux.path != nil, "tmux is not installed"))
struct FollowTmuxTests {
  private let directory: Directory

  init() throws { directory = try Directory() }

  private var path: String { directory.path + "/class.json" }

  private func opened(_ arguments: String...) throws -> Tmux {
    try Tmux(
      [BuiltBinary.path!] + arguments, width: 80, height: 24,
      environment: ["XDG_STATE_HOME": directory.path, "XDG_RUNTIME_DIR": directory.path])
  }

  private func quit(_ terminals: Tmux...) throws {
    for tmux in terminals {
      try tmux.send("C-c")
      #expect(tmux.ends())
    }
  }

  @Test func aSceneIsFollowed() throws {
    let follower = try opened("follow", path)
    #expect(try follower.shows("Waiting for"))
    let teacher = try opened("slide", "--share", path)
    #expect(try follower.shows("following"))
    try teacher.send("Right", "Right")
    #expect(try follower.shows("window 2 of 4"))
    try follower.send("Left")
    #expect(try follower.shows("You are looking around"))
    try teacher.send("3", "Right")
    #expect(try teacher.shows("step 1 of 10"))
    #expect(try follower.shows("window 1 of 4"))
    try follower.send("Enter")
    #expect(try follower.shows("step 1 of 10"))
    // A file that is spoilt, half or gone changes nothing.
    try directory.file("class.json", "{\"convtui\":1}\n")
    #expect(try follower.shows("is missing"))
    #expect(try follower.shows("3 Learn"))
    try teacher.send("Right")
    #expect(try follower.shows("step 2 of 10"))
    try quit(teacher, follower)
  }

  @Test func aLessonIsFollowedAndHiddenResultsStayHidden() throws {
    let teacher = try opened("lesson", "layer", "--share", path, "--from", "2")
    let follower = try opened("follow", path)
    #expect(try follower.shows("What is Y[0,0]?"))
    try follower.send("h")
    #expect(try follower.shows("The teacher has hidden"))
    try teacher.send("Space")
    #expect(try follower.shows("step 3 of"))
    try quit(teacher, follower)
  }

  @Test func aCopyThatIsAppendedToIsFollowed() throws {
    let lines = try [State.opened().shared, State.opened(.edges).shared]
    try directory.file("copy.json", lines[0] + "\n")
    let follower = try opened("follow", directory.path + "/copy.json")
    #expect(try follower.shows("following"))
    try directory.file("copy.json", lines.map { $0 + "\n" }.joined())
    #expect(try follower.shows("2 Edges"))
    try quit(follower)
  }
}
