/// Finishes all that scenes have begun, where no screen shows how far it is.
struct Rehearsal {
  private var laboratory: Laboratory?

  mutating func finish(_ state: inout State) {
    if laboratory == nil { laboratory = state.training.map { Laboratory($0.plan) } }
    while state.scene.isBusy {
      _ = state.handle(.tick(.zero))
      guard let order = state.training?.order else { continue }
      laboratory?.take(order)
      while laboratory?.isIdle == false { laboratory?.advance(measures: false) }
      if let exhibit = laboratory?.exhibit() { _ = state.handle(.exhibit(exhibit)) }
    }
  }
}
