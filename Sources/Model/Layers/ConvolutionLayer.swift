import Loops

/// Cross-correlation with K learnable kernels and a bias each, padded with zeros.
struct ConvolutionLayer: NetworkLayer {
  let input, output: Shape
  let parameters: [ParameterShape]
  private let windows: LayerWindows
  private let padding: PerAxis<Int>
  /// The padded image, channels × rows × columns.
  private let padded: Shape

  /// - Precondition: Zero padding and one group.
  init(_ geometry: Geometry) {
    precondition(geometry.options.mode == .zeros && geometry.options.groups == 1)
    let options = geometry.options
    input = geometry.input
    output = Shape([geometry.kernel.batch, geometry.rows.output, geometry.columns.output])
    padding = options.padding
    padded = Shape([
      input.channels, input.rows + 2 * padding.rows, input.columns + 2 * padding.columns,
    ])
    var tapOffsets: [Int] = []
    for c in 0..<input.channels {
      for u in 0..<geometry.kernel.rows {
        for v in 0..<geometry.kernel.columns {
          let row = c * padded.rows + u * options.dilation.rows
          tapOffsets.append(row * padded.columns + v * options.dilation.columns)
        }
      }
    }
    windows = LayerWindows(
      tapOffsets: tapOffsets, rows: output.rows, columns: output.columns,
      rowStep: options.stride.rows * padded.columns, columnStep: options.stride.columns,
      kernels: output.channels)
    parameters = windows.parameters(
      weight: [output.channels, input.channels, geometry.kernel.rows, geometry.kernel.columns])
  }

  /// The padded input, then its gradient; nothing where there is no padding.
  var scratchCount: Int { isPadded ? 2 * padded.count : 0 }

  func forward(_ pass: ForwardPass) {
    if isPadded {
      forEachRow { plain, place in
        (pass.scratch + place).update(from: pass.input + plain, count: input.columns)
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
    guard isPadded else {
      inputGradient.update(repeating: .zero, count: input.count)
      windows.backward(pass, input: forward.input, inputGradient: inputGradient)
      return
    }
    let paddedGradient = forward.scratch + padded.count
    paddedGradient.update(repeating: .zero, count: padded.count)
    windows.backward(pass, input: forward.scratch, inputGradient: paddedGradient)
    forEachRow { plain, place in
      (inputGradient + plain).update(from: paddedGradient + place, count: input.columns)
    }
  }

  private var isPadded: Bool { padding.rows > 0 || padding.columns > 0 }

  /// Calls `body` with the place of every row of the image, alone and within the padded image.
  private func forEachRow(_ body: (_ plain: Int, _ padded: Int) -> Void) {
    for c in 0..<input.channels {
      for r in 0..<input.rows {
        body(
          (c * input.rows + r) * input.columns,
          (c * padded.rows + r + padding.rows) * padded.columns + padding.columns)
      }
    }
  }
}
