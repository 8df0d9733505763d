import Glibc
import TestSupport
import Testing

@testable import ConvTUI

@Suite(.serialized) @MainActor struct RunLoopTests {
  @Test func quittingEndsWithNoSignal() throws {
    let sitting = try Sitting(notesEndings: true)
    var state = try State.opened()
    sitting.type("q")
    var loop = RunLoop(sitting.screen)
    #expect(loop.run(&state) == nil)
    sitting.close()
  }

  @Test func keysThatAreWaitingAreHandledBeforeTheNextFrame() throws {
    func sent(_ keys: String) throws -> (bytes: String, state: State) {
      let sitting = try Sitting()
      defer { sitting.close() }
      var state = try State.opened()
      sitting.type(keys)
      var loop = RunLoop(sitting.screen, patience: .seconds(60))
      #expect(loop.run(&state) == nil)
      return (sitting.seen(), state)
    }
    let (bytes, state) = try sent("2345t4q")
    #expect(state.scene.kind == .flip && state.look.isLight)
    // The first frame alone: the last of the keys leaves.
    #expect(try bytes == sent("q").bytes)
  }

  @Test func framesAreShownAlsoWhileKeysKeepComing() throws {
    let sitting = try Sitting()
    defer { sitting.close() }
    var state = try State.opened()
    // The terminal has drawn the first frame when the first key comes.
    sitting.type("\u{1B}[0n\u{1B}[0n2345q")
    var loop = RunLoop(sitting.screen, patience: .zero)
    #expect(loop.run(&state) == nil)
    #expect(sitting.seen().contains("Edg"))
  }

  @Test func frameWaitsUntilTheLastOneIsDrawn() throws {
    let sitting = try Sitting()
    defer { sitting.close() }
    var state = try State.opened()
    sitting.type("\u{1B}[0n2345q")
    var loop = RunLoop(sitting.screen, patience: .zero)
    #expect(loop.run(&state) == nil)
    #expect(!sitting.seen().contains("Edg"))
  }

  @Test(arguments: [SIGINT, SIGTERM]) func signalEndsItAndIsTold(number: Int32) throws {
    let sitting = try Sitting(notesEndings: true)
    var state = try State.opened()
    kill(getpid(), number)
    var loop = RunLoop(sitting.screen)
    #expect(loop.run(&state) == number)
    sitting.close()
  }

  @Test func goneTerminalEndsIt() throws {
    let sitting = try Sitting(notesEndings: true)
    var state = try State.opened()
    Glibc.close(sitting.person)
    var loop = RunLoop(sitting.screen)
    #expect(loop.run(&state) == SIGHUP)
    sitting.screen.close()
  }
}
