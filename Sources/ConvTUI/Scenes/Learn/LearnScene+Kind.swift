import Model

extension SceneKind {
  static let learn = SceneKind(
    name: "learn", title: \.learnTitle, purpose: \.learnPurpose,
    views: [.run, .surface, .backward],
    bindings: .all(
      .cursor,
      [
        Binding([.enter], .pick, withCursor: true, footer: true),
        Binding([.escape], .leave, withCursor: true, footer: true),
      ], .play,
      [
        Binding(["v"], .view, footer: true),
        Binding([","], .backward(-1), views: [.backward], footer: true),
        Binding(["."], .backward(1), views: [.backward], footer: true),
        Binding([.pageUp], .previousStage, views: [.backward]),
        Binding([.pageDown], .nextStage, views: [.backward], footer: true),
      ], .zoom(in: [.surface]), .ends,
      [
        Binding(["e"], .edit, footer: true),
        Binding([.tab], .nextPanel, footer: true),
      ], .items,
      [
        Binding([], .restart)
      ]),
    words: Words.learnAction, command: LearnCommand.self,
    example: {
      LearnScene(
        try LearnScene.Task(image: CourseExample.bar, targetKernel: CourseExample.edge),
        LearnScene.Settings(initialWeight: CourseExample.initialWeight))
    },
    restore: { fields, _ in try LearnScene(fields) })
}
