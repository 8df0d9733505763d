import Model

extension MatrixView {
  /// Draws a picture that fills its place at any scale, four pixels to a character.
  func drawPicture(into frame: inout Frame, _ look: Look) {
    let (width, height) = (2 * rect.width, 2 * rect.height)
    let vertical = Resampling(visible.rows.count, to: height)
    let horizontal = Resampling(visible.columns.count, to: width)
    // Of many numbers the strongest is seen: the mean of a line and of what is beside it is pale.
    let isStrongest =
      pane.color == nil && !pane.scale.isGrey && 2 * visible.rows.count >= 3 * height
    var pixels =
      isStrongest
      ? strongestColors(vertical, horizontal, look)
      : Resampling.image(
        colors(look), columns: visible.columns.count, vertical, horizontal)
    if let outline = pane.outline?.clamped(to: visible) {
      for index in ring(around: outline, width, height) { pixels[index] = look.theme.accent.levels }
    }
    for row in 0..<rect.height {
      for column in 0..<rect.width {
        let point = Point(row: rect.row + row, column: rect.column + column)
        guard frame.contains(point.row, point.column) else { continue }
        let first = 2 * row * width + 2 * column
        frame[point.row, point.column] = Cell(
          quarters: (
            pixels[first], pixels[first + 1], pixels[first + width], pixels[first + width + 1]
          ))
      }
    }
    if let cursor = pane.cursor, visible.contains(cursor.row, cursor.column) {
      drawCross(over: rect(of: Block(cursor)), into: &frame, look)
    }
  }

  private func strongestColors(
    _ vertical: Resampling, _ horizontal: Resampling, _ look: Look
  ) -> [SIMD4<Float>] {
    let theme = look.theme
    var (numbers, hasGaps) = ([Float](), false)
    numbers.reserveCapacity(visible.rows.count * visible.columns.count)
    for row in visible.rows {
      for column in visible.columns {
        switch pane.value(row, column) {
        case .number(let number), .padding(let number): numbers.append(number)
        case .empty, .hidden:
          numbers.append(0)
          hasGaps = true
        }
      }
    }
    return Resampling.strengthWeighted(
      numbers, columns: visible.columns.count, vertical, horizontal
    )
    .map { (hasGaps && $0 == 0 ? theme.empty : pane.scale.color($0, theme)).levels }
  }

  /// The pixels around a block: outside of it, or at the ends of the picture its own.
  private func ring(around block: Block, _ width: Int, _ height: Int) -> [Int] {
    func ends(_ range: Range<Int>, _ whole: Range<Int>, _ length: Int) -> ClosedRange<Int> {
      let (first, last) = (range.lowerBound - whole.lowerBound, range.upperBound - whole.lowerBound)
      let end = (last * length + whole.count - 1) / whole.count
      return max(0, first * length / whole.count - 1)...min(length - 1, end)
    }
    let rows = ends(block.rows, visible.rows, height)
    let columns = ends(block.columns, visible.columns, width)
    let sides = rows.flatMap { [$0 * width + columns.lowerBound, $0 * width + columns.upperBound] }
    return sides + columns.flatMap { [rows.lowerBound * width + $0, rows.upperBound * width + $0] }
  }

  /// The colours of the elements in sight, row after row.
  private func colors(_ look: Look) -> [SIMD4<Float>] {
    let theme = look.theme
    var colors: [SIMD4<Float>] = []
    colors.reserveCapacity(visible.rows.count * visible.columns.count)
    for row in visible.rows {
      for column in visible.columns {
        let value = pane.value(row, column, look)
        if case .number(let number) = value {
          colors.append((pane.color?(row, column) ?? pane.scale.color(number, theme)).levels)
        } else {
          colors.append((filled(value, row, column, true, look).background ?? theme.empty).levels)
        }
      }
    }
    return colors
  }

  /// Marks an element on a ground of its own, which is seen on any picture.
  private func drawCross(over rect: Rect, into frame: inout Frame, _ look: Look) {
    let place = Point(row: rect.row + rect.height / 2, column: rect.column + rect.width / 2)
    frame.write(
      "╋", at: place,
      Style(
        foreground: cursorColor(look.theme), background: look.theme.background, attributes: .bold))
  }
}
