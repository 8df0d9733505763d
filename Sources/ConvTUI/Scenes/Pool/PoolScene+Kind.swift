import Model

extension SceneKind {
  static let pool = SceneKind(
    name: "pool", title: \.poolTitle, purpose: \.poolPurpose,
    bindings: .all(
      .play, .rows, .ends, .undoable, [Binding(["e"], .setting("size"), footer: true)]),
    words: Words.poolAction, command: PoolCommand.self,
    example: { try PoolScene(.example) },
    restore: { fields, _ in try PoolScene(fields) })
}

extension PoolScene.Settings {
  /// The chapter's bar under the window that is usual.
  static let example = PoolScene.Settings(
    input: CourseExample.bar, window: PoolingWindow(size: PlaneSize(2)))
}
