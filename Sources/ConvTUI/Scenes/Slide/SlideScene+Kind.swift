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
      .cursor,
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
      ], .kernels, .undoable,
      [
        Binding([.tab], .nextPanel, footer: true),
        Binding([.backTab], .previousPanel),
      ], editor)

  /// What can be done with K; no key does it, the list of commands does.
  private static let editor: [Binding] =
    [
      Binding([], .paint, atKernel: true),
      Binding([], .pen, atKernel: true),
    ]
    + [
      KernelEdit.negate, .transpose, .turn, .rotate(clockwise: true), .rotate(clockwise: false),
      .normalize, .clear, .rings(1), .rings(-1), .columns(1), .columns(-1), .rows(1), .rows(-1),
    ].map { Binding([], .change($0)) }
}
