import Model

extension SceneKind {
  static let pool = SceneKind(
    name: "pool", title: \.poolTitle, purpose: \.poolPurpose,
    bindings: .all(
      .wholeSteps, .rows, .ends, .undoable,
      [Binding(["e"], .setting("size"), footer: true)]),
    words: Words.poolAction, command: PoolCommand.self,
    example: { try PoolScene(.example) },
    restore: { fields, _ in try PoolScene(fields) })
}

extension PoolScene.Settings {
  /// Windows whose maxima and means are whole numbers and differ; moved to the right, all maxima stay,
  /// and one of the means.
  static let example = PoolScene.Settings(
    input: Tensor(rows: [
      [8, 0, 4, 2, 6, 0], [2, 2, 0, 2, 4, 2], [1, 3, 2, 0, 9, 1], [5, 3, 8, 2, 1, 1],
    ]),
    window: PoolingWindow(size: PlaneSize(2)))
}
