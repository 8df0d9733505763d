import Drawing
import Glibc
import Terminal

/// Waits for keys, lessons and the clock, and shows the result.
@MainActor struct NotesLoop {
  private let screen: Screen
  private let guest: LessonGuest

  init(_ screen: Screen, _ guest: LessonGuest) { (self.screen, self.guest) = (screen, guest) }

  /// Lessons are looked for, and the clock is read, at such intervals.
  private static let pause = Duration.seconds(1)

  /// - Returns: The signal that it ended with; nil where a person quit.
  func run(_ state: inout NotesState) -> Int32? {
    var lastLook = ContinuousClock.now - NotesLoop.pause
    while true {
      if ContinuousClock.now - lastLook >= NotesLoop.pause {
        guest.look()
        lastLook = .now
      }
      guest.listen()
      if guest.isSettled { _ = state.handle(.lessons(guest.lessons)) }
      _ = state.handle(.time(.now))
      let owesFrame = screen.hold != nil
      if !owesFrame { screen.show(state.frame()) }
      let input = screen.nextInput(
        within: NotesLoop.pause, owesFrame: owesFrame, others: guest.descriptors)
      switch input.flatMap({ state.handle(.input($0)) }) {
      case .quit: return nil
      case .end(let number): return number
      case .send(let wish, let process): guest.send(wish, to: process)
      case nil: break
      }
    }
  }

  /// Meets the lessons that there are, and waits a moment for what they tell.
  static func settle(_ state: inout NotesState, _ guest: LessonGuest) {
    guest.look()
    while !guest.isSettled {
      var sources = guest.descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      poll(&sources, nfds_t(sources.count), 50)
      guest.listen()
    }
    _ = state.handle(.lessons(guest.lessons))
  }
}

extension ScreenOptions {
  func notes(_ minutes: Int?, depth: ColorDepth, size: Size) -> NotesState {
    NotesState(minutes: minutes, clock: .now, look: look(depth), size: size)
  }
}
