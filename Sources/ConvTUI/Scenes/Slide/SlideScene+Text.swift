import Drawing
import Model

extension SlideScene {
  /// The arithmetic of the current output, the size formula, how K comes apart and the settings; the
  /// first lines matter most, and the last ones are left out where there is no room.
  func text(width: Int, height: Int, _ words: Words) -> [Line] {
    let last = [
      words.separation(planes.separation, settings.kernel.shape, width: width)
    ]
    let rest = (view == .matrix ? [unrolledLine(width, words)] : sizeLines(width, words)) + last
    var lines = traced.sumLines(
      width: width, height: max(2, height - rest.count - 1), words)
    let indices = traced.indexLines(width: width)
    if lines.count + indices.count + rest.count + 2 <= height { lines += indices }
    let gap: [Line] = height > lines.count + rest.count + 1 ? [[]] : []
    for (number, line) in rest.enumerated() where lines.count < height {
      lines += (number == 0 || number == rest.count - last.count ? gap : []) + [line]
    }
    return Array(lines.prefix(height))
  }

  /// The size formula for both axes, on one line where it fits.
  private func sizeLines(_ width: Int, _ words: Words) -> [Line] {
    let rows = Formula.outputSize(geometry.rows) + " " + words.rows(geometry.rows.output)
    let columns =
      Formula.outputSize(geometry.columns) + " " + words.columns(geometry.columns.output)
    let line = [Span(words.size + "   " + rows + "   " + columns, .secondary)]
    guard line.cellWidth > width else { return [line] }
    let isNarrow = max(rows.cellWidth, columns.cellWidth) > width
    return [rows, columns].map { [Span(isNarrow ? Formula.tight($0) : $0, .secondary)] }
  }

  /// The number of elements of the matrix, compared with those of X.
  private func unrolledLine(_ width: Int, _ words: Words) -> Line {
    words.unrolling(
      windows: geometry.windowCount, taps: geometry.productsPerWindow,
      inputs: geometry.input.area, sliding
    ).inOneLine(within: width)
  }
}
