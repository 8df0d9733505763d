import Model

extension MatrixView {
  /// Draws a picture that fills its place at any scale, four pixels to a character.
  func drawPicture(into frame: inout Frame, _ look: Look) {
    let (width, height) = (2 * rect.width, 2 * rect.height)
    let vertical = Resampling(visible.rows.count, to: height)
    let horizontal = Resampling(visible.columns.count, to: width)
    let columns = visible.columns.count
    var pixels = QuarterPixels(rect.size, ground: nil)
    if let numbers = numbers(look) {
      let share = Float(visible.rows.count * columns) / Float(width * height)
      pixels.put(
        numbers: Resampling.image(numbers, columns: columns, vertical, horizontal), columns: width,
        QuarterPixels.Coloring(
          pane.scale, numbersOfAPixel: pane.size == nil ? share : .infinity, look.theme))
    } else {
      pixels.put(
        Resampling.image(colors(look), columns: columns, vertical, horizontal), columns: width)
    }
    if let outline = pane.outline?.clamped(to: visible) {
      for index in ring(around: outline, width, height) {
        pixels.set(index % width, index / width, look.theme.accent.levels)
      }
    }
    pixels.draw(into: &frame, in: rect)
    if let cursor = pane.cursor, visible.contains(cursor.row, cursor.column) {
      drawCross(over: rect(of: Block(cursor)), into: &frame, look)
    }
  }

  /// What the elements in sight come to, row after row; nil where some have a colour of their own, or are no
  /// numbers.
  private func numbers(_ look: Look) -> [SIMD2<Float>]? {
    guard pane.color == nil else { return nil }
    var numbers: [SIMD2<Float>] = []
    numbers.reserveCapacity(visible.rows.count * visible.columns.count)
    for row in visible.rows {
      for column in visible.columns {
        guard case .number(let number) = pane.value(row, column, look) else { return nil }
        numbers.append(mixture(number, row, column).lanes)
      }
    }
    return numbers
  }

  /// What a place comes to, whose number is given.
  func mixture(_ number: Float, _ row: Int, _ column: Int) -> Mixture {
    guard let size = pane.size else { return Mixture(number) }
    return Mixture(mean: number, size: size(row, column))
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
