import Drawing
import Model

extension LearnScene {
  /// The run up to the step that is looked at, in at most 512 states and the present one.
  private var runSoFar: [Trainer] {
    stride(from: 0, to: now.step, by: now.step / 512 + 1).map(history.state) + [now]
  }

  /// A branch up to its furthest step, in at most 512 states that are there already and the last.
  private static func states(of history: History<Trainer>) -> [Trainer] {
    let every = (history.end / 512 / history.spacing + 1) * history.spacing
    return stride(from: 0, to: history.end, by: every).map(history.state) + [history.last]
  }

  func surfaceDrawing(_ words: Words) -> SurfaceDrawing {
    let others = others.map { (number: $0.number, run: LearnScene.states(of: $0.branch.history)) }
    return SurfaceDrawing(
      run: RunOnPlane(task, runSoFar, others: others, reduction: settings.reduction), lens: lens,
      step: now.step, start: history.log.series.value(of: .loss, upTo: 0) ?? now.loss,
      loss: now.loss,
      branch: others.isEmpty ? [] : words.branch(current + 1, name(of: branch, words)),
      words: words)
  }

  func surfaceLegend(_ words: Words) -> Legend {
    let drawing = surfaceDrawing(words)
    let least = SurfaceDrawing.rounded(drawing.run.least)
    let greatest = least + drawing.scale.upper * drawing.scale.upper
    // A run that diverged has no numbers to state.
    return Legend(
      name: words.loss, scale: drawing.scale,
      stated: least <= greatest ? least...greatest : nil)
  }

  mutating func performOnSurface(_ action: Action, _ words: Words) -> Response? {
    switch action {
    case .zoomIn: lens.enlarge(by: 1)
    case .zoomOut: lens.enlarge(by: -1)
    case .pan(let direction): lens.pan(direction)
    case .zoomReset: lens.reset()
    case .nextPanel: lens.cursor = lens.cursor == nil ? .zero : nil
    case .leave: lens.cursor = nil
    case .move(let direction): lens.moveCursor(direction)
    case .pick:
      guard let cursor = lens.cursor else { return .done }
      return train(from: surfaceDrawing(words).point(ofCursor: cursor), words)
    default: return nil
    }
    return .done
  }

  mutating func clickOnSurface(_ point: Point, in rect: Rect, _ words: Words) {
    let drawing = surfaceDrawing(words)
    let window = drawing.window(in: rect)
    guard window.rect.contains(point) else { return }
    _ = train(from: window.point(at: point), words)
  }

  /// The training goes on from a point of the surface.
  private mutating func train(from point: LossPlane.Point, _ words: Words) -> Response {
    let weight = surfaceDrawing(words).run.plane.weight(point).map { Float($0) }
    guard weight.allSatisfy(\.isFinite) else { return .done }
    return change(.weights(weight), words)
  }
}
