extension Convolution {
  /// A part of the output, computed from no more of the input than it needs; the very numbers that
  /// the whole would have there, but for rounding.
  ///
  /// - Parameters:
  ///   - rows: Rows of the output.
  ///   - columns: Columns of the output.
  ///   - input: The whole input's shape C×H×W.
  ///   - pixels: Gives the part C×h×w of the input at the given rows and columns, which lie in it.
  /// - Returns: A tensor of shape K×rows×columns.
  /// - Throws: `GeometryError` where the kernels do not fit the whole input.
  /// - Precondition: At least one row and one column, all in the output.
  public func part(
    rows: Range<Int>, columns: Range<Int>, of input: Shape,
    pixels: (_ rows: Range<Int>, _ columns: Range<Int>) -> Tensor
  ) throws(GeometryError) -> Tensor {
    let whole = try geometry(for: input)
    precondition((0..<whole.rows.output).contains(rows.lowerBound) && !columns.isEmpty)
    precondition(rows.upperBound <= whole.rows.output && columns.upperBound <= whole.columns.output)
    let (rowRuns, height) = whole.rows.runs(outputs: rows)
    let (columnRuns, width) = whole.columns.runs(outputs: columns)
    var window = Tensor(Shape([input.channels, height, width]))
    for rowRun in rowRuns {
      for columnRun in columnRuns {
        window.copy(
          pixels(rowRun.source, columnRun.source), toRow: rowRun.place, column: columnRun.place)
      }
    }
    var plain = options
    plain.padding = PerAxis(0)
    plain.mode = .zeros
    let geometry = try Geometry(input: window.shape, kernel: weight.shape, options: plain)
    let output = Correlation.fast(window, weight, bias: bias, geometry: geometry)
    return output.reshaped(Shape([weight.shape.batch, rows.count, columns.count]))
  }
}

extension Axis {
  /// The inputs that some outputs meet, in runs that lie side by side in the input and in the window
  /// around these outputs; zeros of the padding are left out. The window's length comes with them.
  fileprivate func runs(
    outputs: Range<Int>
  ) -> (runs: [(place: Int, source: Range<Int>)], length: Int) {
    let first = place(output: outputs.lowerBound, tap: 0)
    let length = (outputs.count - 1) * stride + span
    var runs: [(place: Int, source: Range<Int>)] = []
    for offset in 0..<length {
      guard let source = source(first + offset) else { continue }
      if let last = runs.last, last.source.upperBound == source,
        last.place + last.source.count == offset
      {
        runs[runs.count - 1].source = last.source.lowerBound..<source + 1
      } else {
        runs.append((offset, source..<source + 1))
      }
    }
    return (runs, length)
  }
}

extension Tensor {
  /// Copies an image C×h×w into this one.
  fileprivate mutating func copy(_ part: Tensor, toRow row: Int, column: Int) {
    let shape = part.shape
    for c in 0..<shape.channels {
      for r in 0..<shape.rows {
        let from = part.index(0, c, r, 0)
        let to = index(0, c, row + r, column)
        elements.replaceSubrange(
          to..<to + shape.columns, with: part.elements[from..<from + shape.columns])
      }
    }
  }
}
