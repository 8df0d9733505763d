import Drawing
import Model

/// A window of a trace with some of its products done: its place over the input, and its arithmetic.
struct TracedWindow {
  let trace: Trace
  let window: Trace.Window
  /// The products done.
  let done: Int
  /// The letters of input and kernel, and the cell that the sum gives: "Y[0,0]".
  var input = "X"
  var kernel = "K"
  let result: String
  /// Whether the kernel of the trace is K turned by 180°; then taps are named by their places in K.
  var isTurned = false

  private var geometry: Geometry { trace.geometry }
  private var total: Int { geometry.productsPerWindow }

  /// The last product done, while there are more to come.
  var currentProduct: Trace.Product? {
    done > 0 && done < total ? trace.product(done - 1, of: window) : nil
  }

  /// The place in K of the weight of a product.
  func tap(of product: Trace.Product) -> Position {
    guard isTurned else { return product.tap }
    return Position(
      row: geometry.kernel.rows - 1 - product.tap.row,
      column: geometry.kernel.columns - 1 - product.tap.column)
  }

  // MARK: Its place

  /// The part of the padded input that the window spans.
  var block: Block {
    let row = geometry.rows.place(output: window.at.row, tap: 0)
    let column = geometry.columns.place(output: window.at.column, tap: 0)
    return Block(
      rows: row..<row + geometry.rows.span, columns: column..<column + geometry.columns.span)
  }

  /// Whether a tap of the window stands on a place of the padded input.
  func meets(_ row: Int, _ column: Int) -> Bool {
    block.contains(row, column)
      && (row - block.rows.lowerBound) % geometry.rows.dilation == 0
      && (column - block.columns.lowerBound) % geometry.columns.dilation == 0
  }

  /// The input with its padding around it and the window on it.
  func inputPane(_ title: Line, _ plane: Plane) -> Pane {
    let (rows, columns) = (geometry.rows, geometry.columns)
    let input = trace.input
    var pane = Pane(title, plane)
    pane.extent = Block(
      rows: -rows.padding..<rows.input + rows.padding,
      columns: -columns.padding..<columns.input + columns.padding)
    pane.value = { row, column in
      guard let r = rows.source(row), let c = columns.source(column) else { return .padding(0) }
      return r == row && c == column ? .number(input[r, c]) : .padding(input[r, c])
    }
    pane.outline = block
    pane.focus = Position(
      row: (block.rows.lowerBound + block.rows.upperBound) / 2,
      column: (block.columns.lowerBound + block.columns.upperBound) / 2)
    pane.share = 2
    pane.isLit = meets
    pane.mark = currentProduct?.place
    return pane
  }

  // MARK: Its arithmetic

  var indent: Int { result.cellWidth + 3 }

  /// The largest number of products that is written out.
  private static let longest = 512

  /// A product in numbers, in the colour of its own sign; one to come in grey.
  private func numberSpan(_ n: Int) -> Span {
    let product = trace.product(n, of: window)
    let text = "\(NumberText.short(product.inputValue))×\(NumberText.short(product.weight))"
    guard n < done else { return Span(text, .secondary) }
    if n == done - 1, done < total { return Span(text, .accent) }
    return Span(text, Role(signOf: product.value))
  }

  /// Each product in indices, folded below the sum.
  func indexLines(width: Int) -> [Line] {
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

  private static func joined(_ spans: [Span]) -> [Span] {
    Array(spans.map { [$0] }.joined(separator: [Span(" + ", .secondary)]))
  }

  /// "Y[0,0] = 0×0 + … + b = 19", folded, and the products to come after it.
  ///
  /// Where the lines do not suffice, the products far from the current one give way to "…"; the sum
  /// stays.
  func sumLines(width: Int, height: Int, _ words: Words) -> [Line] {
    let bias = trace.bias.map { Span(NumberText.short($0[window.kernel])) }
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
      if let bias { before.append(bias) }
      var line =
        [Span(result, .accent), Span(" = ", .secondary)] + TracedWindow.joined(before)
      line += [Span(" ="), Span(" " + sum, .strong)]
      if !after.isEmpty {
        line += [Span("   " + words.then + " ")] + TracedWindow.joined(after)
      }
      if done < total { line.append(Span(words.productsDone(done, total), .secondary)) }
      return line.folded(to: width, indent: indent)
    }
    var count = min(total, TracedWindow.longest)
    while count > 1, lines(count).count > height { count -= max(1, count / 16) }
    return lines(count)
  }
}
