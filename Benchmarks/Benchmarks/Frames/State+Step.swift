extension State {
  /// A scene on its built-in example, two steps in, in direct colour.
  static func inTheMiddle(of name: SceneName, _ size: Size) -> State {
    guard let scenes = try? BuiltIn.scenes(),
      let current = scenes.firstIndex(where: { $0.name == name })
    else { preconditionFailure("the examples fit together") }
    var state = State(scenes: scenes, current: current, look: Look(), size: size)
    state.trained()
    for _ in 0..<2 { state = state.afterAStep }
    precondition(state.scene.timeline.step == 2 && state.afterAStep.frame() != state.frame())
    return state
  }

  var afterAStep: State {
    var state = self
    _ = state.handle(.key(.right))
    state.trained()
    return state
  }

  /// Lets a training do what is asked of it.
  private mutating func trained() {
    guard scene.name == .train else { return }
    _ = handle(.tick(.zero))
    guard let (plan, order) = training else { return }
    var laboratory = Laboratory(plan)
    laboratory.take(order)
    while !laboratory.isIdle { laboratory.advance(measures: true) }
    _ = handle(.exhibit(laboratory.exhibit()))
  }
}

extension Size {
  var label: String { "\(width)×\(height)" }
}
