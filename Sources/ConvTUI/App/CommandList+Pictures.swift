import Drawing
import Model

extension CommandList.Entry {
  /// Draws a kernel in one line, its rows beside each other: each weight is a cell of its colour, or of
  /// its sign where colours are few.
  ///
  /// - Returns: The column after it; the start where the entry is no kernel, or has no room.
  func draw(pictureAt start: Point, until end: Int, into frame: inout Frame, _ look: Look) -> Int {
    guard let kernel = named?.kernel else { return start.column }
    let shape = kernel.shape
    let cell = shape.area <= 9 ? 2 : 1
    let width = shape.area * cell + shape.rows - 1
    guard start.column + width + 1 <= end else { return start.column }
    let scale = ColorScale(covering: [kernel])
    for row in 0..<shape.rows {
      for column in 0..<shape.columns {
        let value = kernel[row, column]
        let at = Point(
          row: start.row,
          column: start.column + row * (shape.columns * cell + 1) + column * cell)
        let sign = value > 0 ? "+" : value < 0 ? "-" : "·"
        let color = scale.color(value, look.theme)
        // The upper quarter stays free, so that the pictures of two lines stand apart.
        frame.write(
          look.fillsCells ? String(repeating: "▆", count: cell) : sign, at: at,
          look.fillsCells ? Style(foreground: color) : look.style(Role(signOf: value)))
      }
    }
    return start.column + width + 1
  }

  /// Draws the matrix that it is about, with its numbers.
  ///
  /// - Returns: Whether there is one.
  func draw(matrixIn rect: Rect, into frame: inout Frame, _ look: Look) -> Bool {
    let own: Tensor? =
      switch deed {
      case .input(let example): example.input
      case .set(let row): row.matrix
      default: nil
      }
    guard let matrix = named?.kernel ?? own else { return false }
    var pane = Pane([Span("\(matrix.shape)", .secondary)], Plane(matrix))
    pane.needsNumbers = false
    let height = min(rect.height, rect.width / 2 * matrix.shape.rows / matrix.shape.columns + 2)
    PaneGrid([[pane]], isCentered: false).placed(
      in: rect.inset(left: -1, bottom: rect.height - height), look
    ).draw(into: &frame, look)
    return true
  }

  /// What stands for its purpose where that has no room: the size of a kernel with long numbers.
  var shortPurpose: String? { named.map { "\($0.kernel.shape)" } }

  /// The kernel that it takes, here or elsewhere.
  private var named: NamedKernel? {
    switch deed {
    case .kernel(let name), .elsewhere(_, .kernel(let name)): NamedKernel.named(name)
    default: nil
    }
  }
}
