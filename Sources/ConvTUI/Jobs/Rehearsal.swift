/// Finishes all that scenes have begun, where no screen shows how far it is.
struct Rehearsal {
  private var laboratory: Laboratory?

  /// - Parameter progress: Called with the share of the work that is done, in 0...1, after each part.
  mutating func finish(_ state: inout State, progress: (Double) -> Void = { _ in }) {
    if laboratory == nil { laboratory = state.training.map { Laboratory($0.plan) } }
    while let scene = state.scene as? any SceneWithWork, scene.isBusy {
      _ = state.handle(.tick(.zero))
      progress((state.scene as? any SceneWithWork)?.shareDone ?? 1)
      guard let order = state.training?.order else { continue }
      laboratory?.take(order)
      while laboratory?.isIdle == false {
        laboratory?.advance(measures: false)
        progress(laboratory?.shareDone ?? 1)
      }
      if let exhibit = laboratory?.exhibit() { _ = state.handle(.exhibit(exhibit)) }
    }
  }
}
