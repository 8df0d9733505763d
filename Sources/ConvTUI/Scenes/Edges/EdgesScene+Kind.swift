import Model

extension SceneKind {
  static let edges = SceneKind(
    name: "edges", title: \.edgesTitle, purpose: \.edgesPurpose,
    bindings: .all(
      .play, .rows, .ends, .kernels, .sliding,
      [
        Binding(["b"], .bias, footer: true),
        Binding(["*"], .operation, footer: true),
      ]),
    command: EdgesCommand.self,
    example: { try EdgesScene(image: CourseExample.bar, kernel: CourseExample.edge) },
    restore: { fields, _ in try EdgesScene(fields) })
}
