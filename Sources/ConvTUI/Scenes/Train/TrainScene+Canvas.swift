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
    guard let position = pixel(at: point, in: rect, look) else { return }
    draw { $0.press(at: position) }
  }

  mutating func drag(_ point: Point, in rect: Rect, _ look: Look) {
    guard canvas != nil, let position = pixel(at: point, in: rect, look) else { return }
    draw { $0.drag(to: position) }
  }
}
