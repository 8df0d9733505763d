import Model

extension SlideScene {
  /// The arithmetic of the current output, the size formula and the settings; the first lines
  /// matter most, and the last ones are left out where there is no room.
  func text(width: Int, height: Int) -> [Line] {
    let rest = sizeLines(width) + [settingsLine]
    var lines = sumLines(width: width, height: max(2, height - rest.count - 1))
    let indices = ([Span(indent)] + indexSpans).folded(to: width, indent: indent.count)
    if lines.count + indices.count + rest.count + 2 <= height { lines += indices }
    let gap: [Line] = height > lines.count + rest.count + 1 ? [[]] : []
    for (number, line) in rest.enumerated() where lines.count < height {
      lines += (number == 0 || number == rest.count - 1 ? gap : []) + [line]
    }
    return Array(lines.prefix(height))
  }

  private var start: String { Text.cell("Y", current.window.at) }
  private var indent: String { String(repeating: " ", count: start.count + 3) }

  /// The largest number of products that is written out.
  private static let longest = 512

  /// A product in numbers, in the colour of its weight's sign; one to come in grey.
  private func numberSpan(_ n: Int) -> Span {
    let (window, done) = current
    let product = trace.product(n, of: window)
    let text = "\(NumberText.short(product.inputValue))×\(NumberText.short(product.weight))"
    guard n < done else { return Span(text, .secondary) }
    if n == done - 1, done < timeline.parts { return Span(text, .accent) }
    return Span(text, product.weight > 0 ? .positive : product.weight < 0 ? .negative : .text)
  }

  /// Each product in indices.
  private var indexSpans: [Span] {
    let (window, done) = current
    let count = min(timeline.parts, SlideScene.longest)
    let spans = (0..<count).map { n in
      let product = trace.product(n, of: window)
      let isCurrent = n == done - 1 && done < timeline.parts
      return Span(
        "\(Text.cell("X", product.place))·\(Text.cell("K", product.tap))",
        isCurrent ? .accent : .secondary)
    }
    return SlideScene.joined(spans)
  }

  private static func joined(_ spans: [Span]) -> [Span] {
    Array(spans.map { [$0] }.joined(separator: [Span(" + ", .secondary)]))
  }

  /// "Y[0,0] = 0×0 + … = 19", folded, and the products to come after it.
  ///
  /// Where the lines do not suffice, the products far from the current one give way to "…"; the sum
  /// stays.
  private func sumLines(width: Int, height: Int) -> [Line] {
    let (window, done) = current
    let total = timeline.parts
    let sum = done == 0 ? "?" : NumberText.short(trace.sum(of: window, products: done))
    func lines(_ count: Int) -> [Line] {
      let first = max(0, min(total - count, done == total ? 0 : done - (count + 1) / 2))
      let split = done == 0 ? first + count : min(first + count, done)
      let ellipsis = Span("…", .secondary)
      var before = (first..<split).map(numberSpan)
      var after = (split..<first + count).map(numberSpan)
      if first > 0 { before.insert(ellipsis, at: 0) }
      if first + count < total {
        if after.isEmpty { before.append(ellipsis) } else { after.append(ellipsis) }
      }
      var line = [Span(start, .accent), Span(" = ", .secondary)] + SlideScene.joined(before)
      line += [Span(" ="), Span(" " + sum, .strong)]
      if !after.isEmpty { line += [Span("   " + Text.then + " ")] + SlideScene.joined(after) }
      if done < total { line.append(Span(Text.productsDone(done, total), .secondary)) }
      return line.folded(to: width, indent: indent.count)
    }
    var count = min(total, SlideScene.longest)
    while count > 1, lines(count).count > height { count -= max(1, count / 16) }
    return lines(count)
  }

  /// The size formula for both axes, on one line where it fits.
  private func sizeLines(_ width: Int) -> [Line] {
    let rows = Text.sizeFormula(geometry.rows) + " " + Text.rows(geometry.rows.output)
    let columns = Text.sizeFormula(geometry.columns) + " " + Text.columns(geometry.columns.output)
    let line = [Span(Text.size + "   " + rows + "   " + columns, .secondary)]
    guard line.cellWidth > width else { return [line] }
    return [rows, columns].map { [Span($0, .secondary)] }
  }

  private var settingsLine: Line {
    let options = settings.options
    return [
      Span(Text.stride + " ", .secondary), Span(Text.perAxis(options.stride), .strong),
      Span("   " + Text.padding + " ", .secondary),
      Span(Text.perAxis(options.padding) + " " + options.mode.rawValue, .strong),
      Span("   " + Text.dilation + " ", .secondary),
      Span(Text.perAxis(options.dilation), .strong),
    ]
  }
}
