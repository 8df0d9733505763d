import Model

extension SceneKind {
  static let pool = SceneKind(
    name: "pool", title: \.poolTitle, purpose: \.poolPurpose,
    views: [.run, .maps],
    bindings: .all(
      [
        Binding(["z"], .zoomIn, views: [.maps], footer: true),
        Binding(["Z"], .zoomOut, views: [.maps], footer: true),
        Binding([.escape], .zoomReset, views: [.maps]),
      ], .wholeSteps, .rows, .ends, .undoable,
      [Binding(["e"], .setting("size"), footer: true)]),
    words: Words.poolAction, command: PoolCommand.self,
    example: { try PoolScene(.example) },
    restore: { fields, _ in try PoolScene(fields) })
}

extension PoolScene.Settings {
  /// Windows whose maxima and means are whole numbers and differ; moved to the right, all maxima stay,
  /// and one of the means, and they are whole numbers again.
  static let example = PoolScene.Settings(
    input: Tensor(rows: [
      [8, 1, 4, 2, 6, 0], [0, 3, 0, 2, 2, 0], [5, 1, 0, 0, 9, 2], [3, 3, 8, 0, 3, 2],
    ]),
    window: PoolingWindow(size: PlaneSize(2)))
}
