import Model

extension SceneKind {
  static let edges = SceneKind(
    name: "edges", title: \.edgesTitle, purpose: \.edgesPurpose,
    bindings: .all(.windows, .rows, .ends, .editing, .kernels, .undoable),
    command: EdgesCommand.self,
    example: {
      try EdgesScene(SlidingSettings(input: CourseExample.bar, kernel: CourseExample.edge))
    },
    restore: { fields, _ in try EdgesScene(try SlidingSettings(fields)) })
}

extension EdgesScene: SceneWithSession {}
