import Loops

/// The maximum or the mean of each window of each channel.
public struct Pooling: Operator {
  public enum Kind: Hashable, Sendable {
    /// Of equal maxima the first, row by row, gets the gradient; padding never wins.
    case max
    /// Padding counts as zeros, as in PyTorch.
    case average
    /// Which of them is left open: enough for what it sees.
    case open
  }

  public let kind: Kind
  public var window: PoolingWindow

  public init(_ kind: Kind, _ window: PoolingWindow) {
    self.kind = kind
    self.window = window
  }

  public func windows(over input: PlaneSize) throws(OperatorError) -> PerAxisWindows {
    let (rows, columns) = try axes(over: input)
    return (rows, columns)
  }

  public func output(of inputs: [Shape]) throws(OperatorError) -> Shape {
    let (rows, columns) = try axes(over: PlaneSize(inputs[0]))
    return Shape([inputs[0].channels, rows.output, columns.output])
  }

  public func bound(to inputs: [Shape]) throws(OperatorError) -> any BoundOperator {
    let (rows, columns) = try axes(over: PlaneSize(inputs[0]))
    guard kind != .open else { throw .openPooling }
    return BoundPooling(
      isMaximum: kind == .max, output: try output(of: inputs), rows: rows, columns: columns)
  }

  public func trained(on inputs: [Shape]) throws(OperatorError) -> any BatchLayer {
    let (rows, columns) = try axes(over: PlaneSize(inputs[0]))
    guard kind != .open else { throw .openPooling }
    return PoolingLayer(
      isMaximum: kind == .max, input: inputs[0], output: try output(of: inputs),
      windows: PooledWindows(rows: rows, columns: columns))
  }

  private func axes(
    over input: PlaneSize
  ) throws(OperatorError) -> (rows: Axis, columns: Axis) {
    guard kind != .average || window.dilation == PerAxis(1) else { throw .dilatedMean }
    return try OperatorError.wrapped { () throws(GeometryError) in try window.axes(over: input) }
  }
}

private struct BoundPooling: BoundOperator {
  let isMaximum: Bool
  let output: Shape
  let rows, columns: Axis

  var work: Int { rows.kernel * columns.kernel }

  func numbers(_ area: Area, of inputs: [Region]) -> Tensor {
    if isMaximum {
      return windows(area, of: inputs[0], from: -.infinity) { $1 > $0 || $1.isNaN ? $1 : $0 }
    }
    var means = windows(area, of: inputs[0], from: 0, +)
    let columnCounts = area.columns.map { Float(columns.counted(of: $0)) }
    let rowCounts = area.rows.map { Float(rows.counted(of: $0)) }
    for line in 0..<output.channels * rowCounts.count {
      let start = line * columnCounts.count
      for (j, count) in columnCounts.enumerated() {
        means.elements[start + j] /= rowCounts[line % rowCounts.count] * count
      }
    }
    return means
  }

  /// What the inputs of each window come to, one after the other.
  @inline(__always)
  private func windows(
    _ area: Area, of input: Region, from start: Float, _ next: (Float, Float) -> Float
  ) -> Tensor {
    let shape = Shape([output.channels, area.rows.count, area.columns.count])
    let (origin, size) = (input.origin, input.numbers.shape)
    let rowTaps = area.rows.map { rows.taps(of: $0, from: origin.row) }
    let columnTaps = area.columns.map { columns.taps(of: $0, from: origin.column) }
    return input.numbers.elements.withUnsafeBufferPointer { x in
      Tensor(
        shape,
        [Float](unsafeUninitializedCapacity: shape.count) { results, written in
          for c in 0..<shape.channels {
            let plane = c * size.area
            for (firstRow, endRow) in rowTaps {
              for (firstColumn, endColumn) in columnTaps {
                var result = start
                var row = firstRow
                while row < endRow {
                  let line = plane + row * size.columns
                  var e = line + firstColumn
                  while e < line + endColumn {
                    result = next(result, x[e])
                    e += columns.dilation
                  }
                  row += rows.dilation
                }
                results[written] = result
                written += 1
              }
            }
          }
        })
    }
  }

  func origin(of unit: Position, channel: Int, in inputs: [Region]) -> Origin {
    let (input, down, across) = (
      inputs[0], rows.taps(of: unit.row), columns.taps(of: unit.column)
    )
    var best: (at: Position, value: Float)?
    var sum: Float = 0
    for row in stride(from: down.first, to: down.end, by: rows.dilation) {
      for column in stride(from: across.first, to: across.end, by: columns.dilation) {
        let value = input[channel, row, column]
        sum += value
        if best.map({ value > $0.value || value.isNaN && !$0.value.isNaN }) ?? true {
          best = (Position(row: row, column: column), value)
        }
      }
    }
    if isMaximum, let best { return .winner(best.at) }
    let count = rows.counted(of: unit.row) * columns.counted(of: unit.column)
    return .mean(sum: sum, count: Float(count))
  }
}

extension Axis {
  /// The same, counted from an element of the input.
  fileprivate func taps(of output: Int, from origin: Int) -> (first: Int, end: Int) {
    let taps = taps(of: output)
    return (taps.first - origin, taps.end - origin)
  }
}

private struct PoolingLayer: BatchLayer {
  let isMaximum: Bool
  let input, output: Shape
  let windows: PooledWindows

  var inputs: [Shape] { [input] }

  func forward(_ pass: ForwardPass) {
    let x = pass.input
    windows.forEach(of: input) { window, weight, taps in
      if isMaximum {
        var best = Sixteen(repeating: -.infinity)
        for tap in taps {
          best.replace(with: x[tap], where: (x[tap] .> best) .| (x[tap] .!= x[tap]))
        }
        pass.output[window] = best
      } else {
        var sum = Sixteen.zero
        for tap in taps { sum += x[tap] }
        pass.output[window] = sum * weight
      }
    }
  }

  func backward(_ pass: BackwardPass) {
    guard let inputGradient = pass.inputGradient else { return }
    let x = pass.forward.input
    inputGradient.update(repeating: .zero, count: input.count)
    windows.forEach(of: input) { window, weight, taps in
      var gradient = pass.outputGradient[window]
      if isMaximum {
        let best = pass.forward.output[window]
        for tap in taps {
          let wins = x[tap] .== best
          inputGradient[tap] += Sixteen.zero.replacing(with: gradient, where: wins)
          gradient.replace(with: 0, where: wins)
        }
      } else {
        for tap in taps { inputGradient[tap] += gradient * weight }
      }
    }
  }
}

/// The windows of a pooling in training.
private struct PooledWindows {
  let rows, columns: Axis

  /// Calls `body` with each output, one over the elements that count in its mean, and the inputs of
  /// its window.
  func forEach(of input: Shape, _ body: (_ window: Int, _ weight: Float, _ taps: [Int]) -> Void) {
    var taps: [Int] = []
    var window = 0
    for c in 0..<input.channels {
      for i in 0..<rows.output {
        let down = rows.taps(of: i)
        for j in 0..<columns.output {
          let across = columns.taps(of: j)
          taps.removeAll(keepingCapacity: true)
          for row in stride(from: down.first, to: down.end, by: rows.dilation) {
            let line = (c * input.rows + row) * input.columns
            for column in stride(from: across.first, to: across.end, by: columns.dilation) {
              taps.append(line + column)
            }
          }
          body(window, 1 / Float(rows.counted(of: i) * columns.counted(of: j)), taps)
          window += 1
        }
      }
    }
  }
}
