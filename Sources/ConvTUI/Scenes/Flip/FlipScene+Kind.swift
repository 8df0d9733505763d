import Model

extension SceneKind {
  static let flip = SceneKind(
    name: "flip", title: \.flipTitle, purpose: \.flipPurpose,
    bindings: .all(.play, .rows, .ends, .kernels, .undoable),
    command: FlipCommand.self,
    example: {
      try FlipScene(SlidingSettings(input: CourseExample.input, kernel: CourseExample.kernel))
    },
    restore: { fields, _ in try FlipScene(try SlidingSettings(fields)) })
}

extension FlipScene: SceneWithSession {}
