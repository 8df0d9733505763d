import Loops

/// Some rows of one padded image, laid out so that neighbouring outputs read neighbouring floats.
///
/// The padding is written out, so that a loop over the band asks no question. Under a column stride
/// s, columns 0, s, 2s … of the padded image come first, then 1, s + 1, 2s + 1 …: whatever the
/// stride, the inputs of outputs j, j + 1, j + 2 … under one tap stand side by side. Every row ends
/// in slack, so that the last outputs of a row can be computed as part of a full vector.
struct Band {
  /// The output rows that one band serves.
  let height: Int
  /// The floats from one row of the padded image to the next.
  let rowStep: Int
  /// The floats from one channel to the next.
  let channelStep: Int
  /// For every column of the kernel, where the inputs of output 0 begin in a row.
  let tapOffsets: [Int]
  /// The floats of the band: all channels.
  let count: Int

  private let geometry: Geometry
  private let rowCount: Int
  /// The place in a row where the whole input row is copied to; nil under a stride.
  private let unbroken: Int?
  /// The places in a row that copy a single input column.
  private let copies: [(place: Int, column: Int)]

  /// The floats that a band aims at, to stay in a second-level cache, and those it never exceeds.
  private static let (preferred, largest) = (1 << 14, 1 << 22)

  /// Returns nil where a band would be too large, as stride or dilation leave wide gaps in it.
  init?(_ geometry: Geometry) {
    let (rows, columns) = (geometry.rows, geometry.columns)
    let channels = max(1, geometry.input.channels)
    let phase = columns.output + (columns.span - 1) / columns.stride + BandCorrelation.slack
    rowStep = phase * columns.stride
    let spare = Band.preferred / (channels * rowStep) - rows.span
    height = min(rows.output, max(16, spare / rows.stride))
    rowCount = (height - 1) * rows.stride + rows.span
    channelStep = rowCount * rowStep
    count = channels * channelStep
    guard count <= Band.largest else { return nil }
    tapOffsets = (0..<columns.kernel).map { v in
      let place = columns.dilation * v
      return place % columns.stride * phase + place / columns.stride
    }
    unbroken = columns.stride == 1 ? columns.padding : nil
    copies = (-columns.padding..<columns.input + columns.paddingAfter).compactMap { place in
      if columns.stride == 1 && (0..<columns.input).contains(place) { return nil }
      let padded = place + columns.padding
      return columns.source(place).map {
        (padded % columns.stride * phase + padded / columns.stride, $0)
      }
    }
    self.geometry = geometry
  }

  /// Copies the rows that the outputs of one image need, from row `firstOutput` on.
  ///
  /// - Parameter elements: The band, of `count` floats; zeros before it is filled for the first time.
  func fill(_ elements: inout [Float], from input: Tensor, image n: Int, firstOutput: Int) {
    let rows = geometry.rows
    let first = rows.place(output: firstOutput, tap: 0)
    let count = min(rowCount, rows.input + rows.paddingAfter - first)
    elements.withUnsafeMutableBufferPointer { band in
      input.elements.withUnsafeBufferPointer { input in
        for c in 0..<geometry.input.channels {
          for r in 0..<count {
            let start = c * channelStep + r * rowStep
            let row = band.extracting(start..<start + rowStep)
            if let source = rows.source(first + r) {
              let start =
                ((n * geometry.input.channels + c) * rows.input + source)
                * geometry.columns.input
              copy(input.extracting(start..<start + geometry.columns.input), to: row)
            } else {
              row.update(repeating: 0)
            }
          }
        }
      }
    }
  }

  private func copy(
    _ source: UnsafeBufferPointer<Float>, to row: UnsafeMutableBufferPointer<Float>
  ) {
    if let unbroken { _ = row.extracting(unbroken...).update(fromContentsOf: source) }
    for (place, column) in copies { row[place] = source[column] }
  }
}

extension Band {
  /// Computes the outputs of one kernel over a filled band.
  ///
  /// - Parameter output: The kernel's output plane, from the first of these `rows` on.
  func correlate(
    _ elements: [Float], _ kernel: Tensor, number k: Int, bias: Float,
    into output: UnsafeMutableRawBufferPointer, rows: Int, loops: LoopTable
  ) {
    let products = geometry.productsPerWindow
    let start = geometry.inputChannel(kernel: k, channel: 0) * channelStep
    elements.withUnsafeBufferPointer { band in
      kernel.elements.withUnsafeBufferPointer { weights in
        tapOffsets.withUnsafeBufferPointer { tapOffsets in
          loops.correlate(
            BandCorrelation(
              band: UnsafeRawBufferPointer(band.extracting(start...)),
              outputRowStep: geometry.rows.stride * rowStep,
              kernelRowStep: geometry.rows.dilation * rowStep, channelStep: channelStep,
              tapOffsets: tapOffsets,
              weights: weights.extracting(k * products..<(k + 1) * products),
              channels: geometry.channelsPerGroup, kernelRows: geometry.kernel.rows, bias: bias,
              output: output, rows: rows, width: geometry.columns.output
            ))
        }
      }
    }
  }
}
