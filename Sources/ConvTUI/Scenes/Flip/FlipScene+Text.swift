import Drawing
import Model

extension FlipScene {
  /// What happens to K, then both sums side by side, and at the end what they come to; as many lines
  /// at every step, so that nothing moves.
  func text(_ size: Size, _ look: Look) -> [Line] {
    let words = look.words
    let verdict = words.symmetry(
      isSymmetric: kernel == kernel.flipped, difference: largestDifference,
      isEverywhere: Set(difference.matrix.elements).count == 1
    ).flatMap { $0.leadingToResult.folded(to: size.width) }
    let formulas = [formula(isTurned: false, size.width), formula(isTurned: true, size.width)]
    // The formulas come before the products in indices.
    let others = max(1, verdict.count)
    let rest = size.height - others - formulas.count
    let whole = sums(
      Size(width: size.width, height: max(2, rest >= 2 ? rest : size.height - others)), words)
    let sums = look.arithmetic == .whole ? whole : asked(look).padded(to: whole.count)
    let question = words.flipStep(
      timeline.step, rowSwaps: rowSwaps, turns: turns, asks: !look.isInLesson
    ).folded(to: size.width, height: size.height)
    let rows = max(sums.count, question.count)
    let now = (windowsDone > 0 ? sums : question).padded(to: rows)
    let isEnd = timeline.step == timeline.length
    let conclusion = isEnd ? verdict : verdict.map { _ in [] }
    let hasFormulas = rows + verdict.count + formulas.count <= size.height
    let hasGap = rows + verdict.count + formulas.count + 1 <= size.height
    guard rows + verdict.count <= size.height else {
      return Array((isEnd ? verdict + now : now).padded(to: size.height).prefix(size.height))
    }
    return (hasFormulas ? formulas : []) + (hasGap ? [[]] : []) + now + conclusion
  }

  /// The sums of the window that is reached: product by product beside each other, or where that has
  /// no room one below the other.
  private func sums(_ size: Size, _ words: Words) -> [Line] {
    let (one, other) = (traced(isTurned: false), traced(isTurned: true))
    if one.total + 1 <= size.height {
      for withIndices in [true, false] {
        let (left, right) = (
          one.table(withIndices: withIndices), other.table(withIndices: withIndices)
        )
        let column = left.map(\.cellWidth).max().map { $0 + 6 } ?? 0
        guard column + (right.map(\.cellWidth).max() ?? 0) <= size.width else { continue }
        return zip(left, right).map { left, right in
          left + [Span("".padded(to: column - left.cellWidth))] + right
        }
      }
    }
    return one.sumLines(width: size.width, height: size.height / 2, words)
      + other.sumLines(width: size.width, height: size.height / 2, words)
  }

  /// The results alone, where a lesson asks for one: what goes into them comes with the hint.
  private func asked(_ look: Look) -> [Line] {
    [false, true].flatMap { isTurned in
      var traced = traced(isTurned: isTurned)
      traced.arithmetic = look.arithmetic
      return traced.sumLines(width: .max, height: 1, look.words)
    }
  }

  /// "X ⋆ K  [i,j] = Σ X[i+u, j+v]·K[u, v]", and which functions compute it.
  private func formula(isTurned: Bool, _ width: Int) -> Line {
    let (rows, columns) = (geometry.rows, geometry.columns)
    let place =
      Formula.tap("i", "u", rows) + ", " + Formula.tap("j", "v", columns)
    let weight =
      isTurned ? "\(rows.kernel - 1)−u, \(columns.kernel - 1)−v" : "u, v"
    let options = sliding.options
    let isPlain = options == CorrelationOptions()
    let arguments = isPlain ? "(X, K, mode=\"valid\")" : ""
    let functions =
      isTurned
      ? ["   scipy.signal.convolve2d", arguments]
      : ["   torch.conv2d", ", scipy.signal.correlate2d", arguments]
    let start = [
      Span(isTurned ? "X ∗ K" : "X ⋆ K", .strong), Span(" [i, j] = Σ X[\(place)]·"),
      Span("K[\(weight)]".padded(to: 10 + 2), isTurned ? .accent : .text),
      Span(Formula.addend(of: sliding)),
    ]
    return (start + functions.filter { !$0.isEmpty }.map { Span($0, .secondary) })
      .shortened(to: width)
  }

  private var largestDifference: Float {
    difference.matrix.finiteRange.map { max(abs($0.lowerBound), abs($0.upperBound)) } ?? .nan
  }
}

extension TracedWindow {
  /// A line for each product, and one for their sum.
  fileprivate func table(withIndices: Bool) -> [Line] {
    let products = (0..<total).map { trace.product($0, of: window) }
    let texts = products.map { product in
      (
        "\(Formula.cell(input, product.place))·\(Formula.cell(kernel, tap(of: product)))",
        "\(NumberText.short(product.inputValue))×\(NumberText.short(product.weight))",
        NumberText.short(product.value)
      )
    }
    let bias = trace.bias.map { NumberText.short($0[window.kernel]) }
    let sum = NumberText.short(trace.value(of: window))
    let widths = (
      texts.map(\.0.cellWidth).max() ?? 0, texts.map(\.1.cellWidth).max() ?? 0,
      max(sum.cellWidth, texts.map(\.2.cellWidth).max() ?? 0)
    )
    let start = result.cellWidth + 2
    let lines = zip(products, texts).map { product, text -> Line in
      let indices = withIndices ? text.0.leading(to: widths.0) + " = " : ""
      return [
        Span(String(repeating: " ", count: start) + indices, .secondary),
        Span(text.1.leading(to: widths.1)),
      ]
        + [
          Span(" = ", .secondary), Span(text.2.leading(to: widths.2), Role(signOf: product.value)),
        ].leadingToResult
    }
    let before = (withIndices ? widths.0 + 3 : 0) + widths.1 + 3
    let end = bias.map { "+ \($0) = " } ?? "= "
    let place = result + "".padded(to: max(0, start - result.cellWidth + before - end.cellWidth))
    return lines + [
      [
        Span(place, .accent), Span(end, .secondary),
        Span(sum.leading(to: widths.2), .strong).asResult,
      ]
    ]
  }
}

extension String {
  /// With spaces before it.
  fileprivate func leading(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - cellWidth)) + self
  }
}
