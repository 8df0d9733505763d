import Glibc
import Testing

@testable import ConvTUI
@testable import Formats

/// Lessons and second terminals in one process, each in a folder of its own.
@Suite(.serialized) @MainActor struct LessonHostTests {
  private let directory = try! Directory()

  private func folder() throws -> MeetingFolder {
    try MeetingFolder(["XDG_RUNTIME_DIR": directory.path])
  }

  private func lesson() throws -> State {
    var state = try State.opened()
    state.begin(
      try LessonRun(
        LessonReader.lesson(BuiltInLesson.layer.bytes), scenes: SceneKind.examples(), words))
    return state
  }

  private func exchange(_ host: LessonHost, _ state: inout State) {
    host.tell(&state)
    host.passOn(state)
  }

  @Test func theFolderIsTheUsersAlone() throws {
    let path = try folder().path
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o700)
    // One that others can enter is not used, nor is a link or a file.
    for spoil in [
      { chmod(path, 0o755) }, { rmdir(path) + symlink("/tmp", path) },
      { unlink(path) + close(open(path, O_CREAT | O_WRONLY, 0o600)) },
    ] as [() -> Int32] {
      #expect(spoil() == 0)
      let other = try? folder().path
      #expect(other != path)
    }
  }

  @Test func aLongOrMissingRuntimeFolderIsNoHindrance() throws {
    for runtime in ["relative", "/missing/" + String(repeating: "x", count: 200)] {
      #expect(try MeetingFolder(["XDG_RUNTIME_DIR": runtime]).path == "/tmp/convtui-\(getuid())")
    }
  }

  @Test func aSecondTerminalSeesAndTurnsTheSteps() throws {
    var state = try lesson()
    let host = try #require(try LessonHost(in: folder(), process: 1))
    let (first, second) = (LessonGuest(try folder()), LessonGuest(try folder()))
    for guest in [first, second] { guest.look() }
    exchange(host, &state)
    for guest in [first, second] {
      guest.listen()
      #expect(guest.lessons.map(\.notes.step) == [0] && guest.lessons[0].id == 1)
    }
    first.send(.next, to: 1)
    second.send(.next, to: 1)
    exchange(host, &state)
    #expect(state.lesson?.index == 2)
    second.send(.back, to: 1)
    exchange(host, &state)
    for guest in [first, second] {
      guest.listen()
      #expect(guest.lessons[0].notes.step == 1)
    }
  }

  @Test func aLessonThatEndsIsGoneAndItsSocketToo() throws {
    var state = try lesson()
    var host: LessonHost? = try LessonHost(in: folder(), process: 1)
    let guest = LessonGuest(try folder())
    guest.look()
    exchange(try #require(host), &state)
    guest.listen()
    #expect(guest.lessons.count == 1)
    host = nil
    guest.listen()
    #expect(try guest.lessons.isEmpty && folder().processes.isEmpty)
  }

  @Test func socketsOfKilledProgramsAreRemovedAndOtherFilesStay() throws {
    let folder = try folder()
    let descriptor = try #require(LineSocket.unconnected())
    #expect(LineSocket.withAddress(folder.socket(of: 77)) { bind(descriptor, $0, $1) } == 0)
    close(descriptor)
    try FileWriter.write([], to: folder.path + "/notes.txt")
    #expect(folder.processes == [77])
    // A new lesson takes the place of a dead one of the same number.
    let host = LessonHost(in: folder, process: 77)
    #expect(host != nil)
    let other = try #require(LineSocket.unconnected())
    #expect(LineSocket.withAddress(folder.socket(of: 78)) { bind(other, $0, $1) } == 0)
    close(other)
    let guest = LessonGuest(folder)
    guest.look()
    #expect(folder.processes == [77] && guest.descriptors.count == 1)
    #expect(access(folder.path + "/notes.txt", F_OK) == 0)
  }

  @Test func whoSendsAnythingElseDoesNoHarm() throws {
    var state = try lesson()
    let folder = try folder()
    let host = try #require(LessonHost(in: folder, process: 1))
    func connected() throws -> LineSocket {
      try #require(LineSocket.connected(to: folder.socket(of: 1), longest: 1 << 17).socket)
    }
    let strangers = try (0..<3).map { _ in try connected() }
    strangers[0].send("quit")
    strangers[1].send(String(repeating: "x", count: 100_000))
    strangers[2].send("next\nnext\u{0}\nback")
    for _ in 0..<20 { exchange(host, &state) }
    #expect(state.lesson?.index == 0)
    // The second, whose line has no end, has been left.
    #expect(host.descriptors.count == 3)
    let many = try (0..<8).map { _ in try connected() }
    exchange(host, &state)
    #expect(host.descriptors.count == 9)
    _ = many
  }

  /// A second terminal that stopped, as by Ctrl-Z, gets the newest step when it goes on.
  @Test func whoDoesNotReadKeepsNobodyWaiting() throws {
    var state = try lesson()
    let folder = try folder()
    let host = try #require(LessonHost(in: folder, process: 1))
    let guest = LessonGuest(folder)
    guest.look()
    for step in 0..<4000 {
      _ = state.handle(.remote(step.isMultiple(of: 2) ? .lessonNext : .lessonBack))
      exchange(host, &state)
    }
    _ = state.handle(.remote(.lessonNext))
    _ = state.handle(.remote(.lessonNext))
    for _ in 0..<4000 {
      exchange(host, &state)
      guest.listen()
    }
    #expect(guest.lessons.first?.notes.step == 2)
  }
}
