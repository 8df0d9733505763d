import Model

extension SceneKind {
  static let slide = SceneKind(
    name: "slide", title: \.slideTitle, purpose: \.slidePurpose,
    views: [.run, .matrix], bindings: keys,
    words: Words.slideAction,
    command: SlideCommand.self,
    example: {
      try SlideScene(SlideScene.Settings(input: CourseExample.input, kernel: CourseExample.kernel))
    },
    restore: { fields, _ in try SlideScene(fields) })

  private static let keys: [Binding] =
    .all(
      editor, .cursor,
      [
        Binding([.enter], .pick, withCursor: true),
        Binding([.escape], .leave, withCursor: true),
      ], .play,
      [
        Binding([","], .previousPart, footer: true),
        Binding(["."], .nextPart, footer: true),
        Binding(["v"], .view, footer: true),
      ], .rows, .ends,
      [
        Binding(["e"], .edit, footer: true)
      ], .kernels, .undoable, .sliding,
      [
        Binding(["b"], .bias),
        Binding(["*"], .operation),
        Binding([.tab], .nextPanel, footer: true),
        Binding([.backTab], .previousPanel),
      ])

  /// While the cursor stands in K.
  private static let editor: [Binding] = [
    Binding(["x"], .paint, atKernel: true, footer: true),
    Binding(["X"], .pen, atKernel: true, footer: true),
    Binding(["i"], .change(.negate), atKernel: true, footer: true),
    Binding(["T"], .change(.transpose), atKernel: true, footer: true),
    Binding(["F"], .change(.turn), atKernel: true, footer: true),
    Binding(["r"], .change(.rotate(clockwise: true)), atKernel: true, footer: true),
    Binding(["R"], .change(.rotate(clockwise: false)), atKernel: true),
    Binding(["%"], .change(.normalize), atKernel: true, footer: true),
    Binding(["c"], .change(.clear), atKernel: true, footer: true),
    Binding([">"], .change(.rings(1)), atKernel: true, footer: true),
    Binding(["<"], .change(.rings(-1)), atKernel: true, footer: true),
    Binding(["]"], .change(.columns(1)), atKernel: true),
    Binding(["["], .change(.columns(-1)), atKernel: true),
    Binding(["}"], .change(.rows(1)), atKernel: true),
    Binding(["{"], .change(.rows(-1)), atKernel: true),
  ]
}
