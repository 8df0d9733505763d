/// Waits for events, lets the state handle them, and shows what comes of it.
///
/// While nothing plays it sleeps until a key comes: an idle screen sends no byte.
@MainActor
struct RunLoop {
  private let screen: Screen
  private let clock = ContinuousClock()

  init(_ screen: Screen) { self.screen = screen }

  /// Runs until the state asks to quit.
  ///
  /// - Returns: The training that goes on beside the screen, where one was begun.
  func run(_ state: inout State) -> TrainingSession? {
    var session: TrainingSession?
    var ordered: TrainingOrder?
    var last = clock.now
    screen.show(state.frame())
    while true {
      let event = screen.nextEvent(within: state.nextTick)
      let now = clock.now
      let request = state.handle(.tick(now - last)) ?? event.flatMap { state.handle($0) }
      last = now
      if request == .quit { return session }
      if let (plan, order) = state.training, order != ordered {
        if session == nil { session = TrainingSession(plan) }
        session?.send(order)
        ordered = order
      }
      if let exhibit = session?.takeExhibit() { _ = state.handle(.exhibit(exhibit)) }
      screen.show(state.frame())
    }
  }
}
