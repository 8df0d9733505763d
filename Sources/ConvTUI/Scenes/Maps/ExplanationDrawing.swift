import Drawing
import Model

/// The explanation of one number of a stack.
///
/// A sum over several channels has a row of panes for each channel: the input under the window, the
/// kernel, and their result.
struct ExplanationDrawing {
  /// The number's place, and the number.
  var cell: String
  let value: Float
  let origin: Origin
  /// The same in words.
  let sentence: String
  /// The map before, what it is called, and the channel that the number's own is.
  var beforeName: String
  let before: Region
  let channel: Int
  /// Its colours, where they are not those of the numbers alone.
  var beforeScale: ColorScale?
  /// What the kernel is called, where it has a name.
  var kernelName: String?
  /// The part of the map before that the number is made from.
  let window: Block
  let scroll: Scroll
  let words: Words

  /// What is in sight where not all has room.
  struct Scroll: Hashable, Sendable {
    /// The first of the channels.
    var channel = 0
    /// A tap of the window, counted from its first.
    var tap = Position.zero

    mutating func moveTap(_ direction: Direction, in window: Shape) {
      tap = Block(window).clamp(direction.moved(tap))
    }

    mutating func moveChannel(by step: Int, of count: Int) {
      channel = max(0, min(count - 1, channel + step))
    }
  }

  /// The channels that the number is a sum over; 1 where it is none.
  var channels: Int {
    guard case .sum(let trace, _) = origin else { return 1 }
    return trace.geometry.channelsPerGroup
  }

  /// The rows and columns that can be gone over.
  var extent: Shape {
    guard case .sum(let trace, _) = origin else {
      return Shape(window.rows.count, window.columns.count)
    }
    return Shape(trace.geometry.kernel.rows, trace.geometry.kernel.columns)
  }

  /// The colours of what each channel gives, or of the map before.
  var legend: Legend {
    guard case .sum(let trace, let at) = origin else {
      return Legend(name: beforeName, scale: ColorScale(windowPlane.finiteRange))
    }
    return Legend(name: words.part, scale: partScale(trace.parts(of: at)))
  }

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    switch origin {
    case .sum(let trace, let at): draw(trace, at, into: &frame, in: rect, look)
    default:
      Board(PaneGrid([[windowPane]]), lines(width: Board.textWidth(rect)))
        .draw(into: &frame, in: rect, look)
    }
  }

  /// The number's own channel of the map before.
  private var windowPlane: Tensor {
    before.numbers.plane(channel: min(channel, before.numbers.shape.channels - 1))
  }

  /// The numbers of the input inside the window.
  private var windowPane: Pane {
    let plane = windowPlane
    let window = window.moved(by: .zero - before.origin)
    var pane = Pane([Span(beforeName, .strong)], Plane(plane, scale: beforeScale))
    let around = Block(
      rows: max(
        0, window.rows.lowerBound - 1)..<min(
          plane.shape.rows, window.rows.upperBound + 1),
      columns: max(
        0, window.columns.lowerBound - 1)..<min(
          plane.shape.columns, window.columns.upperBound + 1))
    pane.extent = around
    pane.isLit = { window.contains($0, $1) }
    pane.outline = window
    if case .winner(let at) = origin { pane.cursor = at - before.origin }
    pane.focus = window.first + scroll.tap
    return pane
  }

  private func lines(width: Int) -> [Line] {
    [
      [
        Span(cell, .accent), Span(" = ", .secondary),
        Span(NumberText.short(value), .strong).asResult, Span("   " + sentence),
      ].prefix(within: width)
    ]
  }

  // MARK: A sum over channels

  private func draw(
    _ trace: Trace, _ at: Trace.Window, into frame: inout Frame, in rect: Rect, _ look: Look
  ) {
    let parts = trace.parts(of: at)
    let count = parts.channels.count
    let height = trace.geometry.kernel.rows + 1
    let fitting = max(1, (rect.height - 4) / max(1, height))
    let first = max(0, min(scroll.channel, count - fitting))
    let shown = Array(first..<min(count, first + fitting))
    let grid = PaneGrid(
      shown.map { c in [inputPane(trace, at, c), kernelPane(trace, at, c), sumPane(parts, c)] },
      operators: ["⋆", "="])
    let width = Board.textWidth(rect)
    let lines =
      count == 1
      ? TracedWindow(
        trace: trace, window: at, done: trace.geometry.productsPerWindow, result: cell
      ).sumLines(width: width, height: max(2, rect.height / 4), words)
      : sumLines(parts, shown, width: width)
    Board(grid, lines)
      .draw(into: &frame, in: rect, look)
  }

  private func inputPane(_ trace: Trace, _ at: Trace.Window, _ c: Int) -> Pane {
    let geometry = trace.geometry
    let area = geometry.kernel.area
    let products = (0..<area).map { trace.product(c * area + $0, of: at) }
    let values = Tensor(
      Shape(geometry.kernel.rows, geometry.kernel.columns), products.map(\.inputValue))
    let channel = geometry.inputChannel(kernel: at.kernel, channel: c)
    var pane = Pane(
      [Span(beforeName, .strong)]
        + (trace.geometry.channelsPerGroup > 1
          ? [Span("  " + words.channel(channel), .secondary)] : []),
      Plane(values, scale: beforeScale ?? ColorScale(trace.input.finiteRange)))
    pane.focus = scroll.tap
    pane.value = { row, column in
      let product = products[row * geometry.kernel.columns + column]
      let isInside = product.source.map { $0 == product.place } ?? false
      return isInside ? .number(product.inputValue) : .padding(product.inputValue)
    }
    return pane
  }

  private func kernelPane(_ trace: Trace, _ at: Trace.Window, _ c: Int) -> Pane {
    var pane = Pane(
      [
        Span("K", .strong),
        Span("  " + (kernelName?.printable ?? "[\(at.kernel), \(c)]"), .secondary),
      ],
      Plane(trace.kernel.plane(batch: at.kernel, channel: c)))
    pane.focus = scroll.tap
    return pane
  }

  private func sumPane(_ parts: (bias: Float, channels: [Float]), _ c: Int) -> Pane {
    let isWhole = parts.channels.count == 1 && parts.bias == 0
    var pane = Pane(
      [Span(isWhole ? cell : words.part, .strong)],
      Plane(
        Tensor(Shape(1, 1), [parts.channels[c]]), scale: partScale(parts)))
    pane.isResult = true
    return pane
  }

  private func partScale(_ parts: (bias: Float, channels: [Float])) -> ColorScale {
    ColorScale(Tensor(Shape(1, parts.channels.count), parts.channels).finiteRange)
  }

  /// The parts added up, and the bias.
  private func sumLines(
    _ parts: (bias: Float, channels: [Float]), _ shown: [Int], width: Int
  ) -> [Line] {
    let terms = parts.channels.map { part in
      Span(NumberText.short(part), Role(signOf: part)).asResult
    }
    var line: Line = [Span(cell, .accent), Span(" = ", .secondary)]
    line += Array(terms.map { [$0] }.joined(separator: [Span(" + ", .secondary)]))
    if parts.bias != 0 {
      line += [
        Span(" + ", .secondary), Span(NumberText.short(parts.bias)),
        Span(" " + words.bias, .secondary),
      ]
    }
    if parts.channels.count > 1 || parts.bias != 0 {
      line += [Span(" = "), Span(NumberText.short(value), .strong).asResult]
    }
    let folded = Array(line.folded(to: width, indent: 2).prefix(2))
    guard shown.count < parts.channels.count else { return folded }
    return folded + [
      [Span(words.channels(shown, of: parts.channels.count), .secondary)]
    ]
  }
}

extension ExplanationDrawing {
  /// Under short names, for a place of little width, in which no number loses more than its third decimal.
  func narrowStrip(before: String) -> NumberPanes? {
    var named = self
    (named.cell, named.beforeName) = (words.mapNoun, before)
    var panes = named.strip
    panes?.leastColumns = 4
    return panes
  }

  /// The numbers that the number is made of, side by side: of several channels the first ones; nil
  /// where it is made of none.
  var strip: NumberPanes? {
    switch origin {
    case .pixel: return nil
    case .sum(let trace, let at):
      let parts = trace.parts(of: at)
      return NumberPanes(
        [inputPane(trace, at, 0), kernelPane(trace, at, 0), sumPane(parts, 0)],
        operators: ["⋆", "="])
    default:
      var seen = windowPane
      let window = window.moved(by: .zero - before.origin)
      seen.extent = window.clamped(to: Block(before.numbers.shape))
      guard !seen.extent.rows.isEmpty, !seen.extent.columns.isEmpty else { return nil }
      (seen.outline, seen.isLit) = (nil, nil)
      var result = Pane([Span(cell, .strong)], Plane(Tensor(Shape(1, 1), [value])))
      result.isResult = true
      return NumberPanes([seen, result], operators: ["→"])
    }
  }
}
