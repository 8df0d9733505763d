import Loops

/// The maximum or the mean of each window of each channel.
struct PoolingLayer: NetworkLayer {
  enum Kind: Hashable, Sendable {
    /// Of equal maxima the first, row by row, gets the gradient; padding never wins.
    case max
    /// Padding counts as zeros, as in PyTorch.
    case average
  }

  let kind: Kind
  let input, output: Shape
  private let rows, columns: Axis

  init(_ kind: Kind, input: Shape, rows: Axis, columns: Axis) {
    self.kind = kind
    self.input = input
    self.rows = rows
    self.columns = columns
    output = Shape([input.channels, rows.output, columns.output])
  }

  func forward(_ pass: ForwardPass) {
    let weight = 1 / Float(rows.kernel * columns.kernel)
    forEachWindow { window, taps in
      switch kind {
      case .max:
        var best = Sixteen(repeating: -.infinity)
        for tap in taps {
          let x = pass.input[tap]
          best.replace(with: x, where: (x .> best) .| (x .!= x))
        }
        pass.output[window] = best
      case .average:
        var sum = Sixteen.zero
        for tap in taps { sum += pass.input[tap] }
        pass.output[window] = sum * weight
      }
    }
  }

  func backward(_ pass: BackwardPass) {
    guard let inputGradient = pass.inputGradient else { return }
    let weight = 1 / Float(rows.kernel * columns.kernel)
    inputGradient.update(repeating: .zero, count: input.count)
    forEachWindow { window, taps in
      var gradient = pass.outputGradient[window]
      switch kind {
      case .max:
        let best = pass.forward.output[window]
        for tap in taps {
          let wins = pass.forward.input[tap] .== best
          inputGradient[tap] += Sixteen.zero.replacing(with: gradient, where: wins)
          gradient.replace(with: 0, where: wins)
        }
      case .average:
        for tap in taps { inputGradient[tap] += gradient * weight }
      }
    }
  }

  /// Calls `body` with each output and the inputs of its window.
  private func forEachWindow(_ body: (_ window: Int, _ taps: [Int]) -> Void) {
    var taps: [Int] = []
    var window = 0
    for c in 0..<input.channels {
      for i in 0..<rows.output {
        for j in 0..<columns.output {
          taps.removeAll(keepingCapacity: true)
          for u in 0..<rows.kernel {
            guard let row = rows.source(rows.place(output: i, tap: u)) else { continue }
            for v in 0..<columns.kernel {
              guard let column = columns.source(columns.place(output: j, tap: v)) else { continue }
              taps.append((c * input.rows + row) * input.columns + column)
            }
          }
          body(window, taps)
          window += 1
        }
      }
    }
  }
}
