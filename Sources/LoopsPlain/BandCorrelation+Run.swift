import Loops

/// Computes all outputs of a correlation.
package func correlate(_ correlation: BandCorrelation) {
  correlation.run()
}

extension BandCorrelation {
  /// The common kernels, of three and of five columns, get code of their own: where the compiler
  /// knows the number, it unrolls the innermost loop.
  fileprivate func run() {
    switch tapOffsets.count {
    case 3 where isThreeByThree: runThreeByThree()
    case 3: runThreeColumns()
    case 5: runFiveColumns()
    default: runAnyColumns()
    }
  }

  @inline(never) private func runThreeColumns() { run(columns: 3) }
  @inline(never) private func runFiveColumns() { run(columns: 5) }
  @inline(never) private func runAnyColumns() { run(columns: tapOffsets.count) }

  /// Goes down the rows, two at a time where the lower one meets the upper one's inputs.
  @inline(__always)
  private func run(columns: Int) {
    let sharesInputs = outputRowStep == kernelRowStep
    var i = 0
    while i < rows {
      let isPair = sharesInputs && i + 1 < rows
      var j = 0
      while j < width {
        if width - j > SIMD16<Float>.count {
          strip(WideLanes.self, i, j, isPair: isPair, columns: columns)
          j += WideLanes.count
        } else {
          strip(SIMD16<Float>.self, i, j, isPair: isPair, columns: columns)
          j += SIMD16<Float>.count
        }
      }
      i += isPair ? 2 : 1
    }
  }

  @inline(__always)
  private func strip<L: Lanes>(_: L.Type, _ i: Int, _ j: Int, isPair: Bool, columns: Int) {
    let start = i * outputRowStep + j
    let count = min(L.count, width - j)
    if isPair {
      let (upper, lower) = pair(at: start, columns: columns, as: L.self)
      upper.store(in: output, at: i * outputPitch + j, count: count)
      lower.store(in: output, at: (i + 1) * outputPitch + j, count: count)
    } else {
      single(at: start, columns: columns, as: L.self).store(
        in: output, at: i * outputPitch + j, count: count)
    }
  }

  /// The sums of the windows of one row, the first of which begins at `start`.
  @inline(__always)
  private func single<L: Lanes>(at start: Int, columns: Int, as: L.Type) -> L {
    var sum = L(repeating: bias)
    var tap = 0
    for c in 0..<channels {
      var place = start + c * channelStep
      for _ in 0..<kernelRows {
        add(kernelRow: tap, at: place, columns: columns, to: &sum)
        tap += columns
        place += kernelRowStep
      }
    }
    return sum
  }

  /// The sums of the windows of two rows, of which the lower stands one kernel row below the upper.
  ///
  /// Every input is loaded once for both: row u of the upper windows is row u − 1 of the lower.
  @inline(__always)
  private func pair<L: Lanes>(at start: Int, columns: Int, as: L.Type) -> (upper: L, lower: L) {
    var (upper, lower) = (L(repeating: bias), L(repeating: bias))
    var tap = 0
    for c in 0..<channels {
      var place = start + c * channelStep
      add(kernelRow: tap, at: place, columns: columns, to: &upper)
      for _ in 1..<kernelRows {
        place += kernelRowStep
        for v in 0..<columns {
          let inputs = load(at: place &+ tapOffsets[v], as: L.self)
          lower.add(weights[tap &+ v], times: inputs)
          upper.add(weights[tap &+ v &+ columns], times: inputs)
        }
        tap += columns
      }
      add(kernelRow: tap, at: place + kernelRowStep, columns: columns, to: &lower)
      tap += columns
    }
    return (upper, lower)
  }

  @inline(__always)
  private func add<L: Lanes>(kernelRow tap: Int, at place: Int, columns: Int, to sum: inout L) {
    for v in 0..<columns {
      sum.add(weights[tap &+ v], times: load(at: place &+ tapOffsets[v], as: L.self))
    }
  }

  @inline(__always)
  func load<L: Lanes>(at index: Int, as: L.Type) -> L {
    band.loadUnaligned(fromByteOffset: index &* MemoryLayout<Float>.size, as: L.self)
  }
}
