import Model

extension LearnScene {
  /// The run up to the step that is looked at, in at most 512 states and the present one.
  private var runSoFar: [Trainer] {
    stride(from: 0, to: now.step, by: now.step / 512 + 1).map(run.state) + [now]
  }

  var surfaceDrawing: SurfaceDrawing {
    SurfaceDrawing(
      run: RunOnPlane(task, runSoFar, reduction: settings.reduction), lens: lens, step: now.step,
      loss: now.loss)
  }

  var surfaceLegend: Legend {
    Legend(name: Text.rootOfLoss, scale: surfaceDrawing.scale)
  }

  mutating func performOnSurface(_ action: Action) -> Response? {
    switch action {
    case .zoomIn: lens.enlarge(by: 1)
    case .zoomOut: lens.enlarge(by: -1)
    case .pan(let direction): lens.pan(direction)
    case .wholeSurface: lens.reset()
    case .nextPanel: lens.cursor = lens.cursor == nil ? .zero : nil
    case .leave: lens.cursor = nil
    case .move(let direction): lens.moveCursor(direction)
    case .pick:
      guard let cursor = lens.cursor else { return .done }
      return train(from: surfaceDrawing.point(ofCursor: cursor))
    default: return nil
    }
    return .done
  }

  mutating func clickOnSurface(_ point: Point, in rect: Rect) {
    let drawing = surfaceDrawing
    let window = drawing.window(in: rect)
    guard window.rect.contains(point) else { return }
    _ = train(from: window.point(at: point))
  }

  /// The training goes on from a point of the surface.
  private mutating func train(from point: LossPlane.Point) -> Response {
    let weight = surfaceDrawing.run.plane.weight(point).map { Float($0) }
    guard weight.allSatisfy(\.isFinite) else { return .done }
    return change(.weights(weight))
  }
}
