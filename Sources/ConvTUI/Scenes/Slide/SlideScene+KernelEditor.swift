import Model

/// The keys that change K while the cursor stands in it.
extension SlideScene {
  var isAtKernel: Bool { cursor?.panel == .kernel }

  /// Does what the keys ask of K; nil where the action is another.
  mutating func performOnEditor(_ action: Action) -> Response? {
    guard let cursor, isAtKernel else { return nil }
    switch action {
    case .paint:
      guard let brush else { return .refused(Text.nothingToPaint) }
      put(brush, at: cursor)
    case .pen:
      guard brush != nil else { return .refused(Text.nothingToPaint) }
      isPenDown.toggle()
      paintUnderPen()
    case .change(let edit): return change(edit, at: cursor.at)
    default: return nil
    }
    return .done
  }

  /// Leaves the last number where the pen goes.
  mutating func paintUnderPen() {
    guard isPenDown, isAtKernel, let cursor, let brush else { return }
    put(brush, at: cursor)
  }

  /// Changes K as a whole, the cursor staying on its weight where rings come or go; a normalization
  /// says what it divided by.
  private mutating func change(_ edit: KernelEdit, at place: Position) -> Response {
    do {
      let divisor = edit == .normalize ? try KernelEdit.Divisor(of: kernel) : nil
      let size = kernel.shape
      try setKernel(try edit.applied(to: kernel))
      if case .rings = edit {
        let rings = Position(
          row: (kernel.shape.rows - size.rows) / 2,
          column: (kernel.shape.columns - size.columns) / 2)
        moveCursor { _ in place + rings }
      }
      return divisor.map { .tells(Text.normalized(by: $0)) } ?? .done
    } catch {
      return .refused(Text.sentence(error))
    }
  }
}
