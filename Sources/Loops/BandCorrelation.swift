/// One kernel over one band, or over a part of an image that needs no padding.
///
/// All indices and steps count floats. Products are added in the order c, u, v, the bias first.
package struct BandCorrelation {
  /// The band, from the first channel that the kernel sees.
  package let band: UnsafeRawBufferPointer
  /// From one output row to the next, from one kernel row to the next, between channels.
  package let outputRowStep, kernelRowStep, channelStep: Int
  /// For every column of the kernel, where the inputs of output 0 begin in a row of the band.
  package let tapOffsets: UnsafeBufferPointer<Int>
  /// The kernel: channels × rows × columns.
  package let weights: UnsafeBufferPointer<Float>
  package let channels, kernelRows: Int
  package let bias: Float
  /// The output rows, their width, and the floats from one to the next.
  package let output: UnsafeMutableRawBufferPointer
  package let rows, width, outputPitch: Int

  package init(
    band: UnsafeRawBufferPointer, outputRowStep: Int, kernelRowStep: Int, channelStep: Int,
    tapOffsets: UnsafeBufferPointer<Int>, weights: UnsafeBufferPointer<Float>, channels: Int,
    kernelRows: Int, bias: Float, output: UnsafeMutableRawBufferPointer, rows: Int, width: Int,
    outputPitch: Int
  ) {
    self.band = band
    self.outputRowStep = outputRowStep
    self.kernelRowStep = kernelRowStep
    self.channelStep = channelStep
    self.tapOffsets = tapOffsets
    self.weights = weights
    self.channels = channels
    self.kernelRows = kernelRows
    self.bias = bias
    self.output = output
    self.rows = rows
    self.width = width
    self.outputPitch = outputPitch
  }

  /// The floats that a row of a band holds beyond its last input, so that the last outputs can be
  /// computed as part of a full vector: the widest vector of any build of the loop.
  package static let slack = 32
}
