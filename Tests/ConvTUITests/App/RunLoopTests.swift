import Glibc
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
