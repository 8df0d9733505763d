import Model

extension SceneKind {
  static let slide = SceneKind(
    name: "slide", title: \.slideTitle, purpose: \.slidePurpose,
    views: [.run, .matrix],
    bindings: .all(
      .windows, [Binding(["v"], .view, footer: true)], .rows, .ends, .editing, .kernels, .undoable),
    words: Words.slideAction,
    command: SlideCommand.self,
    example: {
      try SlideScene(SlideScene.Settings(input: CourseExample.input, kernel: CourseExample.kernel))
    },
    restore: { fields, _ in try SlideScene(fields) })
}
