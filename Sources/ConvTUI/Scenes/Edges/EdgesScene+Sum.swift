import Drawing
import Model

extension EdgesScene {
  /// Writes the subtraction of the window in block digits where the cells are too small for them and
  /// there is room at the foot: `1 − 0 = +1`.
  func drawSum(
    below placed: Board.Placed, into frame: inout Frame, in rect: Rect, _ look: Look
  ) {
    let foot = rect.rows.upperBound
    guard look.hasBlocks, let slide = front, slide.timeline.position > 0,
      placed.rowsBelow(until: foot) >= BlockLine.height,
      !placed.views.contains(where: { $0.hasBlockDigits(look) }),
      let line = BlockLine(sum(of: slide, look)), line.width <= Board.textWidth(rect)
    else { return }
    line.draw(
      into: &frame, at: Point(row: foot - BlockLine.height, column: rect.column + 1), look)
  }

  /// The products of the window that are done, with their signs between them, and the sum.
  private func sum(of slide: SlideScene, _ look: Look) -> [Span] {
    let (window, done) = slide.current
    let products = (0..<done).map { slide.trace.product($0, of: window).value }
    var spans: [Span] = []
    for (index, product) in products.enumerated() {
      // A zero of a negative weight is taken away too.
      let isTaken = product.sign == .minus
      if index > 0 || product < 0 { spans.append(Span(isTaken ? "−" : "+", .secondary)) }
      spans.append(Span(NumberText.short(abs(product)), .text))
    }
    if sliding.bias != 0 {
      spans.append(Span(sliding.bias < 0 ? "−" : "+", .secondary))
      spans.append(Span(NumberText.short(abs(sliding.bias))))
    }
    guard done == slide.trace.geometry.productsPerWindow else { return spans }
    let sum = slide.output[window.at.row, window.at.column]
    let text = look.hidesSums ? "?" : (sum > 0 ? "+" : "") + NumberText.short(sum)
    return spans + [
      Span("=", .secondary), Span(text, sum < 0 ? .negative : sum > 0 ? .positive : .strong),
    ]
  }
}
