import Drawing

/// A scene whose matrices stand in panes.
protocol SceneWithPanes: Scene {
  /// The panes at their places; those with a name are looked for by it.
  func views(in rect: Rect, _ look: Look) -> [MatrixView]
}

extension SlideScene: SceneWithPanes {
  func views(in rect: Rect, _ look: Look) -> [MatrixView] { placed(in: rect, look).views }
}

extension EdgesScene: SceneWithPanes {
  func views(in rect: Rect, _ look: Look) -> [MatrixView] { placed(in: rect, look).views }
}

extension FlipScene: SceneWithPanes {
  func views(in rect: Rect, _ look: Look) -> [MatrixView] { placed(in: rect, look).views }
}

extension FieldScene: SceneWithPanes {
  func views(in rect: Rect, _ look: Look) -> [MatrixView] { placed(in: rect, look).views }
}

extension PoolScene: SceneWithPanes {
  func views(in rect: Rect, _ look: Look) -> [MatrixView] { placed(in: rect, look).views }
}

extension LearnScene: SceneWithPanes {
  /// Those of the view of planes.
  func views(in rect: Rect, _ look: Look) -> [MatrixView] {
    guard view == .run else { return [] }
    let areas = areas(in: rect, look)
    let weights = areas.weights.map { weightsBoard(in: $0, look).placed(in: $0, look).views }
    return areas.planes.views + (weights ?? [])
  }
}
