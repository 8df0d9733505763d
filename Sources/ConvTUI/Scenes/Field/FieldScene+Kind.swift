import Formats
import Model

extension SceneKind {
  static let field = SceneKind(
    name: "field", title: \.fieldTitle, purpose: \.fieldPurpose,
    bindings: .all(
      .cursor, [Binding([.escape], .leave, withCursor: true)], .wholeSteps, .ends, .undoable,
      [
        Binding(["e"], .setting("layers"), footer: true),
        Binding([.tab], .nextPanel, footer: true),
        Binding([.backTab], .previousPanel),
      ]),
    words: Words.fieldAction, command: FieldCommand.self,
    example: {
      FieldScene(
        try SpatialGraph(try GraphNotation.graph("conv2,conv2"), input: PlaneSize(3)))
    },
    restore: { fields, _ in try FieldScene(fields) })
}
