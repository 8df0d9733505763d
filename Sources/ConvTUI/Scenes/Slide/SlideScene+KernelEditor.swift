import Model

/// The keys that change K while the cursor stands in it.
extension SlideScene {
  var isAtKernel: Bool { cursor?.panel == .kernel }
  var isOnNumber: Bool { cursor != nil && cursor?.panel != .output }

  /// Does what the keys ask of K; nil where the action is another.
  mutating func performOnEditor(_ action: Action, _ words: Words) -> Response? {
    switch action {
    case .paint:
      guard let cursor, isAtKernel, let brush else { return .refused(words.nothingToPaint) }
      put(brush, at: cursor)
    case .pen:
      guard isAtKernel, brush != nil else { return .refused(words.nothingToPaint) }
      isPenDown.toggle()
      paintUnderPen()
    case .change(let edit): return change(edit, words)
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
  private mutating func change(_ edit: KernelEdit, _ words: Words) -> Response {
    let place = isAtKernel ? cursor?.at : nil
    do {
      let divisor = edit == .normalize ? try KernelEdit.Divisor(of: kernel) : nil
      let size = kernel.shape
      try setKernel(try edit.applied(to: kernel))
      if case .rings = edit, let place {
        let rings = Position(
          row: (kernel.shape.rows - size.rows) / 2,
          column: (kernel.shape.columns - size.columns) / 2)
        moveCursor { _ in place + rings }
      }
      return divisor.map { .tells(words.normalized(by: $0)) } ?? .done
    } catch {
      return .refused(words.sentence(error))
    }
  }
}
