import Drawing
import Model

/// The arithmetic of a window in numbers and in indices.
extension TracedWindow {
  private var indent: Int { result.cellWidth + 3 }

  /// The largest number of products that is written out.
  private static let longest = 512

  /// A product in numbers, in the colour of its own sign; one to come in grey.
  func factors(_ n: Int) -> Span {
    let product = trace.product(n, of: window)
    let text = "\(NumberText.short(product.inputValue))×\(NumberText.short(product.weight))"
    return Span(text, n < done ? Role(signOf: product.value) : .secondary)
  }

  /// Each product in indices, folded below the sum.
  func indexLines(width: Int) -> [Line] {
    guard arithmetic == .whole else { return [] }
    let spans = (0..<min(total, TracedWindow.longest)).map { n in
      let product = trace.product(n, of: window)
      let isCurrent = n == done - 1 && done < total
      return Span(
        "\(Formula.cell(input, product.place))·\(Formula.cell(kernel, tap(of: product)))",
        isCurrent ? .accent : .secondary)
    }
    let start = Span(String(repeating: " ", count: indent))
    let bias = trace.bias == nil ? [] : [Span(Formula.bias, .secondary)]
    return ([start] + TracedWindow.joined(spans + bias)).folded(to: width, indent: indent)
  }

  static func joined(_ spans: [Span]) -> [Span] {
    Array(spans.map { [$0] }.joined(separator: [Span(" + ", .secondary)]))
  }

  /// Numbers as a sum, each in the colour of its sign: "1 − 2 + 0". What falls below 0 is
  /// subtracted, also a 0 with a minus.
  static func sum(_ values: [Float], _ numbers: WrittenNumbers = .short) -> [Span] {
    values.enumerated().flatMap { index, value in
      let role = Role(signOf: value)
      if index == 0 { return [Span(numbers.text(value), role)] }
      let isMinus = value.sign == .minus
      return [
        Span(isMinus ? " − " : " + ", .secondary),
        Span(numbers.text(isMinus ? -value : value), role),
      ]
    }
  }

  // MARK: The sum

  /// How much of the sum is written between "=" and "=".
  private enum Terms: CaseIterable { case products, rows, none }

  /// "Y[0,0] = 0×0 + … + b = 0 + … + b = 19", folded, and the products to come after it.
  ///
  /// Where the lines do not suffice, the products are added up for each row of the kernel, then not
  /// written; after that those far from the current one give way to "…". The sum stays.
  ///
  /// - Parameter remark: What is said of the sum, where it fits behind it.
  func sumLines(width: Int, height: Int, _ words: Words, remark: Line = []) -> [Line] {
    switch arithmetic {
    case .whole: break
    case .asked:
      return [[Span(result, .accent), Span(" = ", .secondary), Span("?", .strong)] + remark]
    case .none: return []
    }
    let written = writtenProducts
    var count = min(total, TracedWindow.longest)
    if count == total {
      for terms in Terms.allCases {
        for remark in remark.isEmpty ? [[]] : [remark, []] {
          let lines = sumLines(count, terms, width, written, words) { $0 + remark }
          if lines.count <= height { return lines }
        }
      }
    }
    // Of many products a few stand for all; their rows still add up to the sum.
    for terms in [Terms.rows, .none] {
      count = min(total, TracedWindow.longest)
      while count > 1, sumLines(count, terms, width, written, words).count > height {
        count -= max(1, count / 16)
      }
      if count > 1, terms == .none || done == total && height > 2 { break }
    }
    return sumLines(
      count, count > 1 && done == total && height > 2 ? .rows : .none, width, written, words)
  }

  /// What the products done come to with the bias, their factors as they are written.
  var writtenProducts: Double {
    let numbers = WrittenNumbers.short
    let bias = trace.bias.map { numbers.read($0[window.kernel]) } ?? 0
    return (0..<done).reduce(bias) { sum, n in
      let product = trace.product(n, of: window)
      return sum + numbers.read(product.inputValue) * numbers.read(product.weight)
    }
  }

  private func sumLines(
    _ count: Int, _ terms: Terms, _ width: Int, _ written: Double, _ words: Words,
    _ finish: (Line) -> Line = { $0 }
  ) -> [Line] {
    let first = max(0, min(total - count, done == total ? 0 : done - (count + 1) / 2))
    let split = done == 0 ? first + count : min(first + count, done)
    let ellipsis = Span("…", .secondary)
    var before = (first..<split).map(factors)
    var after = (split..<first + count).map(factors)
    if first > 0 { before.insert(ellipsis, at: 0) }
    if first + count < total {
      if after.isEmpty { before.append(ellipsis) } else { after.append(ellipsis) }
    }
    let bias = trace.bias?[window.kernel]
    if let bias { before.append(Span(NumberText.short(bias))) }
    let start = [Span(result, .accent), Span(" = ", .secondary)]
    var line = TracedWindow.joined(before)
    let middle = done == 0 ? [] : values(terms) + (bias.map { [$0] } ?? [])
    var folded: [Line] = []
    var last = written
    if middle.count > 1, terms != .none {
      last = WrittenNumbers.short.sum(middle)
      let equals = WrittenNumbers.equals(written, last) + " "
      // Once all products are done, their values lead to the result.
      func leading(_ line: Line) -> Line { done == total ? line.leadingToResult : line }
      let sum = leading(TracedWindow.sum(middle))
      if (start + line + [Span(" " + equals)] + sum + end(last, after, words)).cellWidth > width {
        folded = (start + line).folded(to: width, indent: indent)
        let equals = Span(String(repeating: " ", count: max(0, indent - 2)) + equals, .secondary)
        line = leading([equals]) + sum
      } else {
        line = start + line + leading([Span(" " + equals, .secondary)]) + sum
      }
    } else {
      line = start + line
    }
    return folded + finish(line + end(last, after, words)).folded(to: width, indent: indent)
  }

  /// The sum itself, and what is not in it yet.
  ///
  /// - Parameter left: What stands before it comes to, as it is written.
  private func end(_ left: Double, _ after: [Span], _ words: Words) -> Line {
    let value = trace.sum(of: window, products: done)
    let sum = done == 0 ? "?" : isSigned ? Formula.signed(value) : NumberText.short(value)
    let result = Span(" " + sum, .strong)
    let equals = done == 0 ? "=" : WrittenNumbers.short.equals(left, value)
    var line = [Span(" " + equals), done == total ? result.asResult : result]
    if !after.isEmpty { line += [Span("   " + words.then + " ")] + TracedWindow.joined(after) }
    if done < total { line.append(Span(words.productsDone(done, total), .secondary)) }
    return line
  }

  /// The products done, or their sums for each row of the kernel.
  private func values(_ terms: Terms) -> [Float] {
    let products = (0..<done).map { trace.product($0, of: window).value }
    guard terms == .rows else { return terms == .products ? products : [] }
    let columns = geometry.kernel.columns
    return stride(from: 0, to: done, by: columns).map { start in
      products[start..<min(done, start + columns)].reduce(0, +)
    }
  }
}
