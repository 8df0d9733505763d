import Loops

/// The windows of a convolution or of a linear layer over one plane of vectors, and their products.
struct LayerWindows: Sendable {
  let tapOffsets: [Int]
  let rows, columns, rowStep, columnStep: Int
  let kernels: Int

  /// The weights and the bias that follow one another in memory, as PyTorch starts them.
  func parameters(weight dimensions: [Int]) -> [ParameterShape] {
    let bound = 1 / Float(tapOffsets.count).squareRoot()
    return [
      ParameterShape(name: "weight", dimensions: dimensions, mean: 0, bound: bound),
      ParameterShape(name: "bias", dimensions: [kernels], mean: 0, bound: bound),
    ]
  }

  func forward(_ pass: ForwardPass, input: Vectors) {
    let weights = pass.parameters.baseAddress!
    withWindows { windows in
      pass.loops.windowSums(windows, input, weights, weights + weightCount, pass.output)
    }
  }

  /// - Parameter inputGradient: Zeros, of the same layout as the input.
  func backward(_ pass: BackwardPass, input: Vectors, inputGradient: Vectors?) {
    let loops = pass.forward.loops
    let weights = pass.forward.parameters.baseAddress!
    let weightGradient = pass.parameterGradient.baseAddress!
    withWindows { windows in
      loops.windowWeightGradients(windows, input, pass.outputGradient, weightGradient)
      if let inputGradient {
        loops.windowInputGradients(windows, weights, pass.outputGradient, inputGradient)
      }
    }
    for k in 0..<kernels {
      var sum = Sixteen.zero
      for w in 0..<rows * columns { sum += pass.outputGradient[k * rows * columns + w] }
      pass.parameterGradient[weightCount + k] += sum.sum()
    }
  }

  private var weightCount: Int { kernels * tapOffsets.count }

  private func withWindows(_ body: (BatchWindows) -> Void) {
    tapOffsets.withUnsafeBufferPointer { taps in
      body(
        BatchWindows(
          tapOffsets: taps, rows: rows, columns: columns, rowStep: rowStep, columnStep: columnStep,
          kernels: kernels))
    }
  }
}
