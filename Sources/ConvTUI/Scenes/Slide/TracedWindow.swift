import Drawing
import Model

/// A window of a trace with some of its products done: its place over the input, and its arithmetic.
struct TracedWindow {
  let trace: Trace
  let window: Trace.Window
  /// The products done.
  var done: Int
  /// The letters of input and kernel, and the cell that the sum gives: "Y[0,0]".
  var input = "X"
  var kernel = "K"
  let result: String
  /// Whether the kernel of the trace is K turned by 180°; then taps are named by their places in K.
  var isTurned = false
  /// How much of the sum is written.
  var arithmetic = Look.Arithmetic.whole
  /// Whether a sum above 0 has a plus.
  var isSigned = false

  var geometry: Geometry { trace.geometry }
  var total: Int { geometry.productsPerWindow }

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
}
