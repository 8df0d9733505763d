extension Convolution {
  /// A part of the output, computed from no more of the input than it needs; the very numbers that
  /// the whole would have there, but for rounding.
  ///
  /// - Parameters:
  ///   - rows: Rows of the output.
  ///   - columns: Columns of the output.
  ///   - input: The whole input's shape C×H×W.
  ///   - pixels: Gives the part C×h×w of the input at the given rows and columns, which lie in it.
  ///
  /// Inputs that lie far apart, as a large stride or dilation takes them, are gathered side by side.
  ///
  /// - Returns: A tensor of shape K×rows×columns.
  /// - Throws: `GeometryError` where the kernels do not fit the whole input.
  /// - Precondition: At least one row and one column, all in the output.
  public func part(
    rows: Range<Int>, columns: Range<Int>, of input: Shape,
    pixels: (_ rows: Range<Int>, _ columns: Range<Int>) -> Tensor
  ) throws(GeometryError) -> Tensor {
    part(
      rows: rows, columns: columns, of: try geometry(for: input, largestOutput: .max),
      pixels: pixels)
  }

  /// The same, where the whole input's sizes were checked before.
  func part(
    rows: Range<Int>, columns: Range<Int>, of whole: Geometry,
    pixels: (_ rows: Range<Int>, _ columns: Range<Int>) -> Tensor
  ) -> Tensor {
    precondition((0..<whole.rows.output).contains(rows.lowerBound) && !columns.isEmpty)
    precondition(rows.upperBound <= whole.rows.output && columns.upperBound <= whole.columns.output)
    let (down, across) = (whole.rows.reach(of: rows), whole.columns.reach(of: columns))
    var window = Tensor(Shape([whole.input.channels, down.length, across.length]))
    for rowRun in whole.rows.runs(down) {
      for columnRun in whole.columns.runs(across) {
        window.copy(
          pixels(rowRun.source, columnRun.source), toRow: rowRun.place, column: columnRun.place)
      }
    }
    guard whole.isUnpadded || weight.elements.allSatisfy(\.isFinite) else {
      return sums(of: whole, rows, columns) { channel, i, j, u, v in
        window[
          0, channel, (i - rows.lowerBound) * down.stride + u * down.dilation,
          (j - columns.lowerBound) * across.stride + v * across.dilation]
      }
    }
    var plain = options
    plain.padding = PerAxis(0)
    plain.surplus = PerAxis(0)
    plain.mode = .zeros
    plain.stride = PerAxis(rows: down.stride, columns: across.stride)
    plain.dilation = PerAxis(rows: down.dilation, columns: across.dilation)
    guard
      let geometry = try? Geometry(
        input: window.shape, kernel: weight.shape, options: plain, largestOutput: .max)
    else { preconditionFailure("\(weight.shape) fits the window of its own outputs") }
    let output = Correlation.fast(window, weight, bias: bias, geometry: geometry)
    return output.reshaped(Shape([weight.shape.batch, rows.count, columns.count]))
  }
}

extension Convolution {
  /// A part of the output as the definition has it, without products on zero padding.
  ///
  /// - Parameter pixel: The input under the tap u, v of output i, j.
  private func sums(
    of geometry: Geometry, _ rows: Range<Int>, _ columns: Range<Int>,
    pixel: (_ channel: Int, _ i: Int, _ j: Int, _ u: Int, _ v: Int) -> Float
  ) -> Tensor {
    var output = Tensor(Shape([weight.shape.batch, rows.count, columns.count]))
    for k in 0..<weight.shape.batch {
      for i in rows {
        for j in columns {
          var sum = bias?[k] ?? 0
          geometry.forEachTap(kernel: k, row: i, column: j) { c, u, v, channel, _, _ in
            sum += weight[k, c, u, v] * pixel(channel, i, j, u, v)
          }
          output[0, k, i - rows.lowerBound, j - columns.lowerBound] = sum
        }
      }
    }
    return output
  }
}

/// The places that some outputs meet along an axis, as they stand in a window, and how a kernel moves
/// over that window.
private struct Reach {
  let outputs: Range<Int>
  let length: Int
  /// Whether only the places under a tap stand there, those of one output after those of another;
  /// else all between the first and the last.
  let isGathered: Bool
  let stride, dilation: Int
}

extension Axis {
  /// Longer windows hold only what stands under a tap, where that is less.
  private static let longestWindow = 1 << 12

  fileprivate func reach(of outputs: Range<Int>) -> Reach {
    let length = (outputs.count - 1) * stride + span
    let gathered = outputs.count * kernel
    guard length > Axis.longestWindow, gathered < length else {
      return Reach(
        outputs: outputs, length: length, isGathered: false, stride: stride, dilation: dilation)
    }
    return Reach(
      outputs: outputs, length: gathered, isGathered: true, stride: kernel, dilation: 1)
  }

  /// The inputs of a window, in runs that lie side by side in the input and in the window; zeros of
  /// the padding are left out.
  fileprivate func runs(_ reach: Reach) -> [(place: Int, source: Range<Int>)] {
    var runs: [(place: Int, source: Range<Int>)] = []
    for offset in 0..<reach.length {
      let output = reach.outputs.lowerBound + (reach.isGathered ? offset / kernel : 0)
      let place =
        reach.isGathered
        ? place(output: output, tap: offset % kernel) : place(output: output, tap: 0) + offset
      guard let source = source(place) else { continue }
      if let last = runs.last, last.source.upperBound == source,
        last.place + last.source.count == offset
      {
        runs[runs.count - 1].source = last.source.lowerBound..<source + 1
      } else {
        runs.append((offset, source..<source + 1))
      }
    }
    return runs
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
