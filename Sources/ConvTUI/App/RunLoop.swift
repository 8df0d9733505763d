import Formats
import Terminal

/// Waits for events, lets the state handle them, and shows the result.
///
/// While nothing plays it sleeps until a key comes: an idle screen sends no byte. A line that is slow
/// drops frames, never keys: a frame waits until the terminal has drawn the one before, and what the
/// state came to meanwhile is shown then.
@MainActor
struct RunLoop {
  /// The work that goes on beside the screen.
  private(set) var workers = Workers()
  /// Those outside whom the program keeps in touch with.
  private let companions: [any Companion]
  private let screen: Screen
  private let clock = ContinuousClock()
  /// For so long events that are waiting already are handled before the next frame is shown.
  private let patience: Duration

  init(
    _ screen: Screen, _ companions: [any Companion] = [], patience: Duration = .milliseconds(50)
  ) {
    self.screen = screen
    self.companions = companions
    self.patience = patience
  }

  /// Runs until the state asks to quit.
  ///
  /// - Returns: The signal that it ended with; nil where a person quit.
  @discardableResult
  mutating func run(_ state: inout State) -> Int32? {
    var last = clock.now
    var owesFrame = false
    var shown = state.changes
    exchange(with: &state)
    screen.show(state.frame())
    while true {
      var input = screen.nextInput(
        within: state.nextTick, owesFrame: owesFrame, others: companions.flatMap(\.descriptors))
      let deadline = clock.now + patience
      repeat {
        let now = clock.now
        let request = state.handle(.tick(now - last)) ?? input.flatMap { state.handle($0) }
        last = now
        switch request {
        case .quit: return nil
        case .end(let number): return number
        case let request?: perform(request, &state)
        case nil: break
        }
        exchange(with: &state)
        input = clock.now < deadline ? screen.nextInput(within: .zero) : nil
      } while input != nil
      screen.reportsMovement = state.look.isLarge
      guard state.changes != shown else { continue }
      owesFrame = screen.hold != nil
      guard !owesFrame else { continue }
      shown = state.changes
      screen.show(state.frame())
    }
  }

  private mutating func exchange(with state: inout State) {
    workers.exchange(with: &state)
    for companion in companions { companion.tell(&state) }
    for companion in companions { companion.passOn(state) }
  }

  /// Ends all work, with everything written.
  ///
  /// - Returns: The first that could not be written, if any.
  func end() async -> FileError? {
    var first = await workers.end()
    for companion in companions {
      let error = await companion.end()
      first = first ?? error
    }
    return first
  }

  /// Carries out a request; a long recording takes some seconds, and the screen says so meanwhile.
  private func perform(_ request: State.Request, _ state: inout State) {
    let shown = state
    if case .write(.recording, let path) = request {
      _ = state.handle(.answer(state.words.writing(path), isGood: true))
      screen.show(state.frame())
    }
    if let answer = request.perform(for: shown) { _ = state.handle(answer) }
  }
}
