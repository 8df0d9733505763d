import Model

extension Raster {
  /// Returns a rectangle of the image made smaller: each element is the mean brightness of a block of
  /// step × step pixels.
  ///
  /// Of a block of more than `reads` × `reads` pixels as many are read, spread evenly, so that the
  /// time depends on what is shown and not on the image. Blocks at the lower and right edge of the
  /// rectangle are smaller where the step does not divide it.
  ///
  ///     element[i, j] = mean of brightness[rows.lowerBound + i·step + u, columns.lowerBound + j·step + v]
  ///     u, v = ⌊(2n + 1)·block / (2·count)⌋, n in 0..<count, count = min(block, reads)
  ///
  /// - Parameters:
  ///   - rows: Rows of the image as it is shown; not empty.
  ///   - columns: Columns likewise.
  ///   - step: The side of a block, in pixels; at least 1.
  ///   - channel: Brightness as a whole or of one colour.
  ///   - reads: The most pixels of a block that are read along each axis, 1 to 1000.
  /// - Returns: A matrix of ⌈rows / step⌉ × ⌈columns / step⌉ numbers in 0...1.
  /// - Precondition: The rectangle lies in the image.
  /// - Complexity: O(elements · min(step, reads)²).
  ///
  /// Sums are of integers; the mean is rounded once, past 2⁵³ in a block's sum twice.
  public func region(
    rows: Range<Int>, columns: Range<Int>, step: Int = 1, channel: Channel = .luma, reads: Int = 4
  ) -> Tensor {
    precondition(!rows.isEmpty && rows.lowerBound >= 0 && rows.upperBound <= height)
    precondition(!columns.isEmpty && columns.lowerBound >= 0 && columns.upperBound <= width)
    precondition(step > 0 && (1...1000).contains(reads))
    let rowBlocks = Blocks(rows, step, reads, stride: layout.rowStride * sampleCount)
    let columnBlocks = Blocks(columns, step, reads, stride: layout.columnStride * sampleCount)
    let luma = Luma(channels: sampleCount, maximum: maximum, of: channel)
    let elements =
      switch samples {
      case .bytes(let samples): means(samples, luma, rowBlocks, columnBlocks)
      case .words(let samples): means(samples, luma, rowBlocks, columnBlocks)
      }
    return Tensor(Shape(rowBlocks.count, columnBlocks.count), elements)
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

  private func means<Sample: FixedWidthInteger>(
    _ samples: [Sample], _ luma: Luma, _ rows: Blocks, _ columns: Blocks
  ) -> [Float] {
    samples.withUnsafeBufferPointer { samples in
      guard let base = samples.baseAddress else { return [] }
      let first = base + layout.start * sampleCount
      return [Float](unsafeUninitializedCapacity: rows.count * columns.count) { means, written in
        for i in 0..<rows.count {
          let rowOffsets = rows[i]
          for j in 0..<columns.count {
            let columnOffsets = columns[j]
            var sum = 0.0
            for u in rowOffsets {
              var rowSum = 0
              for v in columnOffsets { rowSum += luma.sum(first + (u + v)) }
              sum += Double(rowSum)
            }
            means[written] = luma.brightness(
              sum: sum, pixels: rowOffsets.count * columnOffsets.count)
            written += 1
          }
        }
      }
    }
  }
}

/// Where blocks are read along one axis.
private struct Blocks {
  /// In samples from the image's first pixel; those of a block follow each other.
  private var offsets: [Int] = []
  private var starts = [0]

  init(_ range: Range<Int>, _ step: Int, _ reads: Int, stride: Int) {
    for start in Swift.stride(from: range.lowerBound, to: range.upperBound, by: step) {
      let length = min(step, range.upperBound - start)
      let count = min(length, reads)
      for index in 0..<count {
        offsets.append((start + (2 * index + 1) * length / (2 * count)) * stride)
      }
      starts.append(offsets.count)
    }
  }

  var count: Int { starts.count - 1 }

  subscript(block: Int) -> ArraySlice<Int> { offsets[starts[block]..<starts[block + 1]] }
}
