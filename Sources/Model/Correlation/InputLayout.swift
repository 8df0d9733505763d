import Loops

/// How the inputs of neighbouring outputs lie in memory: side by side under every tap of the kernel.
///
/// All numbers count floats.
struct InputLayout {
  /// From one row of the padded image to the next.
  let rowStep: Int
  /// From one channel to the next.
  let channelStep: Int
  /// For every column of the kernel, where the inputs of the first output begin in a row.
  let tapOffsets: [Int]
}

extension Geometry {
  /// Computes a rectangle of the outputs of one kernel.
  ///
  /// - Parameters:
  ///   - inputs: From the first window of the rectangle on, in its first channel.
  ///   - output: All outputs.
  func correlate(
    _ inputs: UnsafeBufferPointer<Float>, _ layout: InputLayout, _ kernel: Tensor, number k: Int,
    bias: Float, into output: UnsafeMutableBufferPointer<Float>, image n: Int, rows: Range<Int>,
    columns: Range<Int>, loops: LoopTable
  ) {
    let row = (n * self.kernel.batch + k) * self.rows.output + rows.lowerBound
    let first = row * self.columns.output + columns.lowerBound
    let start = inputChannel(kernel: k, channel: 0) * layout.channelStep
    kernel.elements.withUnsafeBufferPointer { weights in
      layout.tapOffsets.withUnsafeBufferPointer { tapOffsets in
        loops.correlate(
          BandCorrelation(
            band: UnsafeRawBufferPointer(inputs.extracting(start...)),
            outputRowStep: self.rows.stride * layout.rowStep,
            kernelRowStep: self.rows.dilation * layout.rowStep, channelStep: layout.channelStep,
            tapOffsets: tapOffsets,
            weights: weights.extracting(k * productsPerWindow..<(k + 1) * productsPerWindow),
            channels: channelsPerGroup, kernelRows: self.kernel.rows, bias: bias,
            output: UnsafeMutableRawBufferPointer(output.extracting(first...)), rows: rows.count,
            width: columns.count, outputPitch: self.columns.output))
      }
    }
  }
}
