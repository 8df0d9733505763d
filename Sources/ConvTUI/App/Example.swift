import Drawing
import Terminal

/// A scene on its built-in example in direct colour, for whoever measures it from outside.
public struct Example: Sendable {
  /// The scenes by name, in the order of their tabs.
  public static var scenes: [String] { SceneKind.allCases.map(\.name) }

  private var state: State

  /// - Precondition: One of `scenes`.
  public init(scene: String, size: Size) {
    guard let scenes = try? SceneKind.examples(),
      let current = SceneKind.allCases.firstIndex(where: { $0.name == scene })
    else { preconditionFailure("the examples fit together") }
    state = State(scenes: scenes, current: current, look: Look(), size: size)
    train()
  }

  public func frame() -> Frame { state.frame() }

  /// Takes the key that goes one step on.
  public mutating func step() {
    _ = state.handle(.key(.right))
    train()
  }

  /// Lets a training do what is asked of it.
  private mutating func train() {
    guard state.scene.kind == .train else { return }
    _ = state.handle(.tick(.zero))
    guard let (plan, order) = state.training else { return }
    var laboratory = Laboratory(plan)
    laboratory.take(order)
    while !laboratory.isIdle { laboratory.advance(measures: true) }
    _ = state.handle(.exhibit(laboratory.exhibit()))
  }
}
