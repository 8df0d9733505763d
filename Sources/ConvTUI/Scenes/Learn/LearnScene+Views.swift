import Drawing
import Model

/// The scene's views: which one is drawn, and which one a key or a click goes to.
extension LearnScene: SceneWithCursor, SceneWithPointer {
  var hasCursor: Bool {
    switch view {
    case .surface: lens.cursor != nil
    case .backward: backward.cursor != nil
    default: cursor != nil
    }
  }

  var isOnNumber: Bool { view == .run && cursor != nil }

  func legend(_ words: Words) -> Legend {
    switch view {
    case .surface: surfaceLegend(words)
    case .backward: backwardDrawing.legend
    default: Legend(name: "Ŷ", scale: outputScale, isResult: true)
    }
  }

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    switch view {
    case .surface: surfaceDrawing(look.words).draw(into: &frame, in: rect, look)
    case .backward: backwardDrawing.draw(into: &frame, in: rect, look)
    default: drawRun(into: &frame, in: rect, look)
    }
  }

  mutating func click(_ point: Point, in rect: Rect, _ look: Look) {
    switch view {
    case .surface: clickOnSurface(point, in: rect, look.words)
    case .backward: clickOnBackward(point, in: rect, look)
    default: clickOnRun(point, in: rect, look)
    }
  }

  /// Does what a key asks of the views; nil where the action is another.
  mutating func performOnView(_ action: Action, _ words: Words) -> Response? {
    if action == .view {
      view = kind.view(after: view)
      return .done
    }
    switch view {
    case .surface: return performOnSurface(action, words)
    case .backward: return performOnBackward(action)
    default: return nil
    }
  }
}

extension LearnScene: SceneWithCells {
  func views(in rect: Rect, _ look: Look) -> [MatrixView] {
    switch view {
    case .surface: return []
    case .backward: return backwardDrawing.placed(in: rect, look).views
    default:
      let areas = areas(in: rect, look)
      return areas.planes.views + (placedWeights(in: areas, look)?.views ?? [])
    }
  }
}
