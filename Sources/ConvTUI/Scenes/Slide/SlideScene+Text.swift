import Drawing
import Model

extension SlideScene {
  /// The arithmetic of the current output, the size formula, how K comes apart and the settings; the
  /// first lines matter most, and the last ones are left out where there is no room.
  func text(width: Int, height: Int, _ look: Look) -> [Line] {
    let words = look.words
    let last = [
      words.separation(planes.separation, settings.kernel.shape, width: width)
    ].filter { !$0.isEmpty }
    let facts = (view == .matrix ? [unrolledLine(width, words)] : sizeLines(width, words)) + last
    // In the room that they will have: at first one looks at the sum.
    let isShown = isDone || view == .matrix || isChanged
    var rest = !look.showsFormulas ? [] : isShown ? facts : facts.map { _ in [] }
    let most = max(2, height - rest.count - 1)
    var traced = traced
    traced.arithmetic = look.arithmetic
    var lines = traced.sumLines(width: width, height: most, words)
      .padded(to: min(most, sumRows(width: width)))
    let indices = traced.indexLines(width: width)
    if lines.count + indices.count + rest.count + 2 <= height {
      lines += indices
    } else if view == .run, !isShown, !indices.isEmpty,
      lines.count + indices.count + last.count <= height
    {
      // Until the size is shown, the places of the numbers have its room.
      lines += indices
      rest = Array(rest.suffix(max(last.count, rest.count - indices.count)))
    }
    let sentence =
      view == .run && look.arithmetic == .whole
      ? words.whatSlides(geometry, sliding).folded(to: width) : []
    if lines.count + sentence.count + rest.count + 2 <= height { lines += [[]] + sentence }
    let gap: [Line] = height > lines.count + rest.count + 1 ? [[]] : []
    for (number, line) in rest.enumerated() where lines.count < height {
      lines += (number == 0 || number == rest.count - last.count ? gap : []) + [line]
    }
    return Array(lines.prefix(height))
  }

  /// Whether all windows are done.
  var isDone: Bool { timeline.step == timeline.length }

  /// Whether the window moves in another way than by single steps over X alone.
  private var isChanged: Bool {
    let options = sliding.options
    return options.stride != PerAxis(1) || options.padding != PerAxis(0)
      || options.dilation != PerAxis(1)
  }

  /// The lines that the longest sum may take, so that the panes keep their place from window to
  /// window.
  func sumRows(width: Int) -> Int {
    let (input, weight) = (planes.input.format.width, planes.kernel.format.width)
    let ends = [planes.input.scale.upper, planes.kernel.scale.upper, planes.output.scale.upper]
    let number = max(
      NumberText.short(ends[0] * ends[1]).cellWidth, NumberText.short(ends[2]).cellWidth)
    let (factors, products) = (
      geometry.productsPerWindow * (input + weight + 4), geometry.productsPerWindow * (number + 3)
    )
    let (start, end) = (12, number + 4)
    let whole = start + factors + products + end
    guard whole > width, width > start else { return 1 }
    let room = width - start
    return (factors + room - 1) / room + (products + end + room - 1) / room
  }

  /// The size formula for both axes, on one line where it fits.
  private func sizeLines(_ width: Int, _ words: Words) -> [Line] {
    let rows = Formula.outputSize(geometry.rows) + " " + words.rows(geometry.rows.output)
    let columns =
      Formula.outputSize(geometry.columns) + " " + words.columns(geometry.columns.output)
    let line = [Span(words.size + "   " + rows + "   " + columns, .secondary)]
    guard line.cellWidth > width else { return [line] }
    let name = words.size + "   "
    let isNarrow = name.cellWidth + max(rows.cellWidth, columns.cellWidth) > width
    return [rows, columns].enumerated().map { index, text in
      let start = index == 0 ? name : "".padded(to: name.cellWidth)
      return [Span(isNarrow ? Formula.tight(text) : start + text, .secondary)]
    }
  }

  /// The number of elements of the matrix, compared with those of X.
  private func unrolledLine(_ width: Int, _ words: Words) -> Line {
    words.unrolling(
      windows: geometry.windowCount, taps: geometry.productsPerWindow,
      inputs: geometry.input.area, sliding
    ).inOneLine(within: width)
  }
}
