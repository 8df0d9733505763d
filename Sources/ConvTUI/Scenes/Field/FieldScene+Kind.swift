import Formats
import Model

extension SceneKind {
  static let field = SceneKind(
    name: "field", title: "Field", purpose: "what a unit of a network sees",
    bindings: .all(
      .cursor, .play,
      [
        Binding([","], .previous, footer: true),
        Binding(["."], .next, footer: true),
      ], .ends,
      [
        Binding(["a"], .layers, footer: true),
        Binding(["i"], .inputSize, footer: true),
        Binding([.tab], .nextPanel, footer: true),
        Binding([.backTab], .previousPanel),
      ]),
    words: words, command: FieldCommand.self,
    example: {
      FieldScene(
        try SpatialGraph(try GraphNotation.graph("conv2,conv2"), input: PlaneSize(3)))
    },
    restore: { fields, _ in try FieldScene(fields) })

  @Sendable private static func words(_ action: Action) -> ActionWords? {
    switch action {
    case .next, .previous: ActionWords(label: "layer", help: "one layer on or back")
    case .nextPanel, .previousPanel: ActionWords(label: "layer", help: "next layer, or back")
    case .move: ActionWords(help: "choose the unit")
    default: nil
    }
  }
}
