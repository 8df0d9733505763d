import Loops

/// A convolution as it trains: K learnable kernels in groups and a bias each, over a padded copy of
/// the image where there is padding.
struct BatchConvolution: BatchLayer {
  let output: Shape
  let parameters: [ParameterShape]
  private let geometry: Geometry
  /// The windows of one group.
  private let windows: LayerWindows
  /// The padded image, channels × rows × columns.
  private let padded: Shape

  init(_ geometry: Geometry) {
    let (rows, columns) = (geometry.rows, geometry.columns)
    self.geometry = geometry
    output = Shape([geometry.kernel.batch, rows.output, columns.output])
    padded = Shape([geometry.input.channels, rows.padded, columns.padded])
    var tapOffsets: [Int] = []
    for c in 0..<geometry.channelsPerGroup {
      for u in 0..<rows.kernel {
        for v in 0..<columns.kernel {
          let row = c * padded.rows + u * rows.dilation
          tapOffsets.append(row * padded.columns + v * columns.dilation)
        }
      }
    }
    windows = LayerWindows(
      tapOffsets: tapOffsets, rows: output.rows, columns: output.columns,
      rowStep: rows.stride * padded.columns, columnStep: columns.stride,
      kernels: output.channels / geometry.options.groups, groups: geometry.options.groups,
      groupStep: geometry.channelsPerGroup * padded.area)
    parameters = windows.parameters(
      weight: [
        output.channels, geometry.channelsPerGroup, geometry.kernel.rows, geometry.kernel.columns,
      ])
  }

  var inputs: [Shape] { [geometry.input] }

  /// The padded input, then its gradient; nothing where there is no padding.
  var scratchCount: Int { isPadded ? 2 * padded.count : 0 }

  func forward(_ pass: ForwardPass) {
    if isPadded {
      let (input, scratch) = (pass.input, pass.scratch)
      forEachRun { plain, place, count in
        (scratch + place).update(from: input + plain, count: count)
      }
    }
    windows.forward(pass, input: isPadded ? pass.scratch : pass.input)
  }

  func backward(_ pass: BackwardPass) {
    let forward = pass.forward
    guard let inputGradient = pass.inputGradient else {
      windows.backward(
        pass, input: isPadded ? forward.scratch : forward.input, inputGradient: nil)
      return
    }
    inputGradient.update(repeating: .zero, count: geometry.input.count)
    guard isPadded else {
      windows.backward(pass, input: forward.input, inputGradient: inputGradient)
      return
    }
    let paddedGradient = forward.scratch + padded.count
    paddedGradient.update(repeating: .zero, count: padded.count)
    windows.backward(pass, input: forward.scratch, inputGradient: paddedGradient)
    forEachRun { plain, place, count in
      for e in 0..<count { inputGradient[plain + e] += paddedGradient[place + e] }
    }
  }

  private var isPadded: Bool { padded.count > geometry.input.count }

  /// Calls `body` with the elements that stand in the padded image, in runs: their place in the
  /// image, their place in the padded one, and how many they are. Zeros are left out.
  private func forEachRun(_ body: (_ plain: Int, _ padded: Int, _ count: Int) -> Void) {
    let (rows, columns, input) = (geometry.rows, geometry.columns, geometry.input)
    let before = (-columns.padding..<0).map { ($0, columns.source($0)) }
    let after = (input.columns..<input.columns + columns.paddingAfter).map {
      ($0, columns.source($0))
    }
    for c in 0..<input.channels {
      for r in 0..<padded.rows {
        guard let source = rows.source(r - rows.padding) else { continue }
        let plain = (c * input.rows + source) * input.columns
        let place = (c * padded.rows + r) * padded.columns + columns.padding
        body(plain, place, input.columns)
        for (column, source) in before + after {
          if let source { body(plain + source, place + column, 1) }
        }
      }
    }
  }
}
