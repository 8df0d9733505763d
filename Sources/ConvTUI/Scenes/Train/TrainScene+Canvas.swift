import Drawing
import Model

extension TrainScene: SceneWithCursor, SceneWithPointer {
  var hasCursor: Bool { canvas?.pen != nil }

  /// Does what a key asks of the pen.
  mutating func performOnCanvas(_ action: Action) -> Response {
    switch action {
    case .edit:
      if ![.run, .maps].contains(view) { view = .run }
      let middle = Position(row: network.input.rows / 2, column: network.input.columns / 2)
      draw { $0.pen = middle }
    case .move(let direction): draw { $0.move(direction) }
    case .pick: draw { $0.turnPen() }
    case .erase: draw { $0.clear() }
    case .enlarge: isEnlarged.toggle()
    case .zoomIn: isEnlarged = true
    case .zoomOut, .zoomReset: isEnlarged = false
    case .leave:
      draw {
        $0.pen = nil
        $0.isDown = false
      }
    default: break
    }
    return .done
  }

  mutating func click(_ point: Point, in rect: Rect, _ look: Look) {
    if let position = pixel(at: point, in: rect, look) {
      draw { $0.press(at: position) }
    } else if let (layer, unit) = map(at: point, in: rect, look) {
      // The first click on a map chooses it, the second has it by itself.
      let isChosen = (layer, unit) == (self.layer, self.unit)
      choose(layer: layer)
      choose(unit: unit)
      if isChosen { (view, isEnlarged) = (.maps, !isEnlarged) }
    }
  }

  mutating func drag(_ point: Point, in rect: Rect, _ look: Look) {
    guard canvas != nil, let position = pixel(at: point, in: rect, look) else { return }
    draw { $0.drag(to: position) }
  }
}
