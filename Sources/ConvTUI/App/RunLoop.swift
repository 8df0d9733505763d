/// Waits for events, lets the state handle them, and shows what comes of it.
///
/// While nothing plays it sleeps until a key comes: an idle screen sends no byte.
@MainActor
struct RunLoop {
  private let screen: Screen
  private let clock = ContinuousClock()

  init(_ screen: Screen) { self.screen = screen }

  /// Runs until the state asks to quit.
  func run(_ state: inout State) {
    var last = clock.now
    screen.show(state.frame())
    while true {
      let event = screen.nextEvent(within: state.nextTick)
      let now = clock.now
      let request = state.handle(.tick(now - last)) ?? event.flatMap { state.handle($0) }
      last = now
      if request == .quit { return }
      screen.show(state.frame())
    }
  }
}
