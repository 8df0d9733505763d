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
  /// The output columns that it serves.
  let outputs: Range<Int>
  /// The floats of the band: all channels.
  let count: Int

  private let geometry: Geometry
  private let layout: InputLayout
  private let rowCount: Int
  /// The place in a row where the whole input row is copied to; nil under a stride.
  private let unbroken: Int?
  /// The places in a row that copy a single input column.
  private let copies: [(place: Int, column: Int)]

  /// The floats that a band aims at, to stay in a second-level cache, and those it never exceeds.
  private static let (preferred, largest) = (1 << 14, 1 << 22)

  /// Returns nil where a band would be too large, as stride or dilation leave wide gaps in it.
  ///
  /// - Parameter outputs: The output columns that it serves, at least one; where not given, all.
  init?(_ geometry: Geometry, outputs: Range<Int>? = nil) {
    let (rows, columns) = (geometry.rows, geometry.columns)
    let channels = max(1, geometry.input.channels)
    let all = 0..<columns.output
    self.outputs = outputs ?? all
    let phase =
      self.outputs.count + (columns.span - 1) / columns.stride + BandCorrelation.slack
    let rowStep = phase * columns.stride
    let widest = (columns.output - self.outputs.count + phase) * columns.stride
    let spare = Band.preferred / (channels * widest) - rows.span
    height = min(rows.output, max(16, spare / rows.stride))
    rowCount = (height - 1) * rows.stride + rows.span
    count = channels * rowCount * rowStep
    guard count <= Band.largest else { return nil }
    layout = InputLayout(
      rowStep: rowStep, channelStep: rowCount * rowStep,
      tapOffsets: (0..<columns.kernel).map { v in
        let place = columns.dilation * v
        return place % columns.stride * phase + place / columns.stride
      })
    let isUnbroken = columns.stride == 1 && self.outputs == all
    unbroken = isUnbroken ? columns.padding : nil
    let first = columns.place(output: self.outputs.lowerBound, tap: 0)
    let last = columns.place(output: self.outputs.upperBound - 1, tap: columns.kernel - 1)
    copies = (first...last).compactMap { place in
      if isUnbroken && (0..<columns.input).contains(place) { return nil }
      let padded = place - first
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
            let start = c * layout.channelStep + r * layout.rowStep
            let row = band.extracting(start..<start + layout.rowStep)
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

  /// Computes the outputs of one kernel over a filled band.
  ///
  /// - Parameters:
  ///   - elements: The band.
  ///   - rows: From the first output row that the band was filled for.
  ///   - output: All outputs.
  func correlate(
    _ elements: [Float], _ kernel: Tensor, number k: Int, bias: Float, image n: Int,
    into output: UnsafeMutableBufferPointer<Float>, rows: Range<Int>, loops: LoopTable
  ) {
    elements.withUnsafeBufferPointer {
      geometry.correlate(
        $0, layout, kernel, number: k, bias: bias, into: output, image: n, rows: rows,
        columns: outputs, loops: loops)
    }
  }
}
