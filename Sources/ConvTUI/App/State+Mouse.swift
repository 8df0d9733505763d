import Drawing
import Terminal

/// The mouse: it reaches all that keys reach.
extension State {
  mutating func point(_ mouse: Mouse) -> Request? {
    if mouse.action == .move || look.isLarge { pointer = look.isLarge ? mouse.at : nil }
    guard prompt == nil, mouse.action != .move else { return nil }
    let footer = Footer(state: self)
    (notice, isNoticeGood) = (nil, false)
    if let overlay {
      return mouse.action == .press ? click(mouse.at, on: overlay) : nil
    }
    switch mouse.action {
    case .wheelUp: return turnWheel(at: mouse.at, by: 1)
    case .wheelDown: return turnWheel(at: mouse.at, by: -1)
    case .press: return press(at: mouse.at, footer)
    case .drag: drag(to: mouse.at)
    case .move: break
    }
    return nil
  }

  private var bar: TransportBar { TransportBar(scene, rect: layout.transport, look) }

  /// Changes the setting or the speed under the pointer; comes closer, or steps.
  private mutating func turnWheel(at point: Point, by step: Int) -> Request? {
    if change(at: point, by: step) { return nil }
    if layout.transport.contains(point), bar.action(at: point.column) == .faster {
      return perform(step > 0 ? .faster : .slower)
    }
    if layout.body.contains(point), Bindings.binding(for: "z", in: scene)?.action == .zoomIn {
      return perform(step > 0 ? .zoomIn : .zoomOut)
    }
    return perform(step > 0 ? .previous : .next)
  }

  private mutating func press(at point: Point, _ footer: Footer) -> Request? {
    let layout = self.layout
    if change(at: point, by: 1) { return nil }
    if layout.header.contains(point) {
      return Header(scenes: scenes, current: current, lesson: lesson)
        .tab(at: point, width: size.width, words)
        .flatMap { perform(.scene($0)) }
    }
    if !look.isLarge, layout.footer.contains(point) {
      return footer.action(at: point.column, in: layout.footer).flatMap { perform($0) }
    }
    if layout.lesson.contains(point), choose(at: point, in: layout.lesson) { return nil }
    if layout.transport.contains(point) {
      if let step = bar.step(at: point.column) {
        show(step: step)
      } else if let action = bar.action(at: point.column) {
        return perform(action)
      }
    } else if layout.body.contains(point), !mark(at: point, isDrawn: false) {
      self.point { [look] in $0.click(point, in: layout.body, look) }
    }
    return nil
  }

  /// Moves along the bar, or draws.
  private mutating func drag(to point: Point) {
    let body = layout.body
    if layout.transport.contains(point) {
      if let step = bar.step(at: point.column) { show(step: step) }
    } else if body.contains(point), !mark(at: point, isDrawn: true) {
      self.point { [look] in $0.drag(point, in: body, look) }
    }
  }
}
