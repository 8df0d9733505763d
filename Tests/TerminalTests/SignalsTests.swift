import Glibc
import TestSupport
import Testing

@testable import Drawing
@testable import Terminal

/// Signals that ask for an end, on a screen that notes them.
@Suite(.serialized) @MainActor struct SignalsTests {
  private nonisolated static let endings = [SIGHUP, SIGINT, SIGTERM]

  /// Sends this process a signal, and returns what the screen makes of it.
  private func event(of number: Int32, _ sitting: Sitting) -> Input? {
    kill(getpid(), number)
    return sitting.screen.nextInput(within: .seconds(5))
  }

  @Test(arguments: endings) func endingIsAnEvent(number: Int32) throws {
    let sitting = try Sitting(notesEndings: true)
    sitting.screen.show(Frame(sitting.screen.size))
    _ = sitting.seen()
    #expect(event(of: number, sitting) == .end(number))
    #expect(sitting.screen.nextInput(within: .zero) == nil)
    #expect(sitting.seen().isEmpty)
    sitting.close()
  }

  @Test(arguments: [SIGHUP, SIGTERM])
  func whatComesTwiceByItselfIsNotedTwice(number: Int32) throws {
    let sitting = try Sitting(notesEndings: true)
    #expect(event(of: number, sitting) == .end(number))
    #expect(event(of: number, sitting) == .end(number))
    sitting.close()
  }

  @Test(arguments: endings) func interruptAfterAnEndingIsDeadly(first: Int32) throws {
    let before = signal(SIGINT) { _ in _ = write(deaths.write, "x", 1) }
    defer { signal(SIGINT, before) }
    let sitting = try Sitting(notesEndings: true)
    #expect(event(of: first, sitting) == .end(first))
    _ = sitting.seen()
    // What would have happened without us happens last.
    var death = pollfd(fd: deaths.read, events: Int16(POLLIN), revents: 0)
    kill(getpid(), SIGINT)
    try #require(poll(&death, 1, 5000) == 1)
    var byte: UInt8 = 0
    _ = read(deaths.read, &byte, 1)
    let seen = sitting.seen()
    #expect(seen.contains("\u{1B}[?1049l") && seen.contains("\u{1B}[?1000;1002;1006l"))
    #expect(sitting.screen.nextInput(within: .zero) == nil)
    sitting.close()
  }

  @Test func ignoredSignalStaysIgnored() throws {
    let before = signal(SIGHUP, SIG_IGN)
    defer { signal(SIGHUP, before) }
    let sitting = try Sitting(notesEndings: true)
    kill(getpid(), SIGHUP)
    #expect(event(of: SIGTERM, sitting) == .end(SIGTERM))
    sitting.close()
  }

  @Test func goneTerminalIsAnEndingAndCanStillBeDrawnTo() throws {
    let sitting = try Sitting(notesEndings: true)
    sitting.screen.show(Frame(sitting.screen.size))
    Glibc.close(sitting.person)
    for _ in 0..<2 { #expect(sitting.screen.nextInput(within: .seconds(5)) == .end(SIGHUP)) }
    var frame = Frame(sitting.screen.size)
    frame.write("gone", at: Point(row: 0, column: 0), Style())
    sitting.screen.show(frame)
    sitting.screen.close()
  }
}

/// Where the action that SIGINT had before us tells that it was taken.
private let deaths: (read: Int32, write: Int32) = {
  var ends: [Int32] = [-1, -1]
  pipe(&ends)
  return (ends[0], ends[1])
}()
