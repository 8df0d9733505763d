import Loops

/// Means of an image in a given number of rows and columns, of whatever size it is; one mean of every
/// channel is global average pooling.
///
///     y[i, j] = mean of x[⌊i·H/rows⌋ ..< ⌈(i + 1)·H/rows⌉, ⌊j·W/columns⌋ ..< ⌈(j + 1)·W/columns⌉]
///
/// Source: Lin, Chen and Yan, *Network in network* (2013), arXiv:1312.4400; the windows are those of
/// `torch.nn.AdaptiveAvgPool2d`.
public struct AdaptiveAveragePooling: Operator {
  /// Of the output.
  public let size: PlaneSize

  public init(_ size: PlaneSize = PlaneSize(1)) { self.size = size }

  public func windows(over input: PlaneSize) throws(OperatorError) -> PerAxisWindows {
    try check(input)
    return (
      SharedAxis(input: input.rows, output: size.rows),
      SharedAxis(input: input.columns, output: size.columns)
    )
  }

  public func output(of inputs: [Shape]) throws(OperatorError) -> Shape {
    try check(PlaneSize(inputs[0]))
    return Shape([inputs[0].channels, size.rows, size.columns])
  }

  public func bound(to inputs: [Shape]) throws(OperatorError) -> any BoundOperator {
    SharedMeans(input: inputs[0], output: try output(of: inputs))
  }

  public func trained(on inputs: [Shape]) throws(OperatorError) -> any BatchLayer {
    SharedMeansLayer(means: SharedMeans(input: inputs[0], output: try output(of: inputs)))
  }

  private func check(_ input: PlaneSize) throws(OperatorError) {
    guard size.rows >= 1, size.columns >= 1 else { throw .noOutputs }
    for (size, name) in [(size.rows, AxisName.rows), (size.columns, .columns)]
    where size > Axis.longest {
      throw .geometry(.tooLarge(size, .output, limit: Axis.longest, name))
    }
    guard input.rows >= 1 else { throw .geometry(.emptyInput(.rows)) }
    guard input.columns >= 1 else { throw .geometry(.emptyInput(.columns)) }
  }
}

private struct SharedMeans: BoundOperator {
  let input, output: Shape

  var rows: SharedAxis { SharedAxis(input: input.rows, output: output.rows) }
  var columns: SharedAxis { SharedAxis(input: input.columns, output: output.columns) }
  var work: Int { max(1, input.area / output.area) }

  func numbers(_ area: Area, of inputs: [Region]) -> Tensor {
    var result = Tensor(Shape([output.channels, area.rows.count, area.columns.count]))
    var place = 0
    for c in 0..<output.channels {
      for i in area.rows {
        for j in area.columns {
          let unit = Position(row: i, column: j)
          result.elements[place] = sum(unit, channel: c, in: inputs[0]) / count(unit)
          place += 1
        }
      }
    }
    return result
  }

  func origin(of unit: Position, channel: Int, in inputs: [Region]) -> Origin {
    .mean(sum: sum(unit, channel: channel, in: inputs[0]), count: count(unit))
  }

  private func sum(_ unit: Position, channel: Int, in input: Region) -> Float {
    var sum: Float = 0
    for row in rows.range(of: unit.row) {
      for column in columns.range(of: unit.column) { sum += input[channel, row, column] }
    }
    return sum
  }

  fileprivate func count(_ unit: Position) -> Float {
    Float(rows.range(of: unit.row).count * columns.range(of: unit.column).count)
  }
}

private struct SharedMeansLayer: BatchLayer {
  let means: SharedMeans

  var inputs: [Shape] { [means.input] }
  var output: Shape { means.output }

  func forward(_ pass: ForwardPass) {
    let x = pass.input
    forEachWindow { window, weight, rows, columns, start in
      var sum = Sixteen.zero
      for row in rows {
        for column in columns { sum += x[start + row * means.input.columns + column] }
      }
      pass.output[window] = sum * weight
    }
  }

  func backward(_ pass: BackwardPass) {
    guard let inputGradient = pass.inputGradient else { return }
    inputGradient.update(repeating: .zero, count: means.input.count)
    forEachWindow { window, weight, rows, columns, start in
      let share = pass.outputGradient[window] * weight
      for row in rows {
        for column in columns { inputGradient[start + row * means.input.columns + column] += share }
      }
    }
  }

  /// Calls `body` with each output, one over the elements of its window, the window, and where its
  /// channel begins.
  private func forEachWindow(
    _ body: (
      _ window: Int, _ weight: Float, _ rows: Range<Int>, _ columns: Range<Int>, _ start: Int
    ) -> Void
  ) {
    var window = 0
    for c in 0..<output.channels {
      for i in 0..<output.rows {
        for j in 0..<output.columns {
          body(
            window, 1 / means.count(Position(row: i, column: j)), means.rows.range(of: i),
            means.columns.range(of: j), c * means.input.area)
          window += 1
        }
      }
    }
  }
}
