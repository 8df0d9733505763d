import Model

extension Raster {
  /// Returns a rectangle of the image made smaller: each element is the mean brightness of a block of
  /// step × step pixels. Blocks at the lower and right edge of the rectangle are smaller where the step
  /// does not divide it.
  ///
  ///     element[i, j] = mean of brightness[rows.lowerBound + i·step + u, columns.lowerBound + j·step + v]
  ///
  /// - Parameters:
  ///   - rows: Rows of the image as it is shown; not empty.
  ///   - columns: Columns of the image as it is shown; not empty.
  ///   - step: The side of a block, in pixels; at least 1.
  ///   - channel: Brightness as a whole or of one colour.
  /// - Returns: A matrix of ⌈rows / step⌉ × ⌈columns / step⌉ numbers in 0...1.
  /// - Precondition: The rectangle lies in the image.
  /// - Complexity: O(pixels of the rectangle).
  ///
  /// Sums are of integers; the mean is rounded once, past 2⁵³ in a block's sum twice.
  public func region(
    rows: Range<Int>, columns: Range<Int>, step: Int = 1, channel: Channel = .luma
  ) -> Tensor {
    precondition(!rows.isEmpty && rows.lowerBound >= 0 && rows.upperBound <= height)
    precondition(!columns.isEmpty && columns.lowerBound >= 0 && columns.upperBound <= width)
    precondition(step > 0)
    let shown = (
      rows: Raster.blocks(rows, step, isMirrored: layout.rowStride < 0, length: height),
      columns: Raster.blocks(columns, step, isMirrored: layout.columnStride < 0, length: width)
    )
    let luma = Luma(channels: sampleCount, maximum: maximum, of: channel)
    // Memory is gone through as it lies.
    let (lines, places) =
      orientation.swapsAxes ? (shown.columns, shown.rows) : (shown.rows, shown.columns)
    let means =
      switch samples {
      case .bytes(let samples): means(samples, luma, lines, places)
      case .words(let samples): means(samples, luma, lines, places)
      }
    let stored = Tensor(Shape(lines.count, places.count), means)
    return orientation.swapsAxes ? stored.transposed : stored
  }

  /// The blocks of an axis as it is shown, each by where it is stored.
  private static func blocks(
    _ range: Range<Int>, _ step: Int, isMirrored: Bool, length: Int
  ) -> [Range<Int>] {
    stride(from: range.lowerBound, to: range.upperBound, by: step).map { start in
      let end = min(start + step, range.upperBound)
      return isMirrored ? length - end..<length - start : start..<end
    }
  }

  /// The whole image: a matrix of brightness, or with `rgb` a plane for each of its colours.
  public func tensor(_ channels: ChannelMode = .luma) -> Tensor {
    func plane(_ channel: Channel) -> Tensor {
      region(rows: 0..<height, columns: 0..<width, channel: channel)
    }
    guard channels == .rgb else { return plane(.luma) }
    let planes: [Channel] = colorChannels == 1 ? [.luma] : [.red, .green, .blue]
    var elements: [Float] = []
    elements.reserveCapacity(planes.count * width * height)
    for channel in planes { elements += plane(channel).elements }
    return Tensor(Shape([planes.count, height, width]), elements)
  }

  /// The mean of every block of stored rows and columns.
  private func means<Sample: FixedWidthInteger>(
    _ samples: [Sample], _ luma: Luma, _ rows: [Range<Int>], _ columns: [Range<Int>]
  ) -> [Float] {
    let storedWidth = orientation.swapsAxes ? height : width
    let span = columns.map(\.lowerBound).min()!..<columns.map(\.upperBound).max()!
    var sums = [UInt32](repeating: 0, count: luma.isLinear ? span.count * sampleCount : 0)
    var means: [Float] = []
    means.reserveCapacity(rows.count * columns.count)
    samples.withUnsafeBufferPointer { samples in
      sums.withUnsafeMutableBufferPointer { sums in
        guard let first = samples.baseAddress else { return }
        func start(_ row: Int) -> UnsafePointer<Sample> {
          first + (row * storedWidth + span.lowerBound) * sampleCount
        }
        for block in rows {
          var totals = [Double](repeating: 0, count: columns.count)
          func add<Sum: FixedWidthInteger>(_ line: UnsafePointer<Sum>) {
            for (index, column) in columns.enumerated() {
              var total = 0
              for x in column.lowerBound - span.lowerBound..<column.upperBound - span.lowerBound {
                total += luma.sum(line + x * sampleCount)
              }
              totals[index] += Double(total)
            }
          }
          if luma.isLinear, let base = sums.baseAddress {
            // As many rows as 32 bits hold.
            for part in stride(from: block.lowerBound, to: block.upperBound, by: 1 << 16) {
              sums.update(repeating: 0)
              for row in part..<min(block.upperBound, part + 1 << 16) {
                let line = start(row)
                for x in sums.indices { base[x] &+= UInt32(truncatingIfNeeded: line[x]) }
              }
              add(UnsafePointer(base))
            }
          } else {
            for row in block { add(start(row)) }
          }
          for (index, column) in columns.enumerated() {
            means.append(
              luma.brightness(sum: totals[index], pixels: block.count * column.count))
          }
        }
      }
    }
    return means
  }
}
