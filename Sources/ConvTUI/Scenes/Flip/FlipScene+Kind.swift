import Model

extension SceneKind {
  static let flip = SceneKind(
    name: "flip", title: \.flipTitle, purpose: \.flipPurpose,
    bindings: .all(
      .wholeSteps, .rows, .ends, .kernels, .undoable, [Binding(["e"], .setting("kernel"))]),
    words: Words.flipAction,
    command: FlipCommand.self,
    example: {
      try FlipScene(SlidingSettings(input: CourseExample.input, kernel: CourseExample.kernel))
    },
    restore: { fields, _ in try FlipScene(try SlidingSettings(fields)) })
}

extension FlipScene: SceneWithSession {}
