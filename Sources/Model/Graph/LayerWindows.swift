import Loops

/// The windows of a convolution or of a linear layer over one plane of vectors, and their products.
///
/// Groups follow one another: in the input, among the kernels and in the output.
struct LayerWindows: Sendable {
  let tapOffsets: [Int]
  let rows, columns, rowStep, columnStep: Int
  /// The kernels of one group.
  let kernels: Int
  var groups = 1
  /// The vectors from the input of one group to that of the next.
  var groupStep = 0

  /// The weights and the bias that follow one another in memory, as PyTorch starts them.
  func parameters(weight dimensions: [Int]) -> [ParameterShape] {
    let bound = 1 / Float(tapOffsets.count).squareRoot()
    return [
      ParameterShape(name: "weight", dimensions: dimensions, mean: 0, bound: bound),
      ParameterShape(name: "bias", dimensions: [groups * kernels], mean: 0, bound: bound),
    ]
  }

  func forward(_ pass: ForwardPass, input: Vectors) {
    let weights = pass.parameters.baseAddress!
    let bias = weights + groups * weightCount
    withWindows { windows in
      for g in 0..<groups {
        pass.loops.windowSums(
          windows, input + g * groupStep, weights + g * weightCount, bias + g * kernels,
          pass.output + g * outputStep)
      }
    }
  }

  /// - Parameter inputGradient: Zeros, of the same layout as the input.
  func backward(_ pass: BackwardPass, input: Vectors, inputGradient: Vectors?) {
    let loops = pass.forward.loops
    let weights = pass.forward.parameters.baseAddress!
    let weightGradient = pass.parameterGradient.baseAddress!
    withWindows { windows in
      for g in 0..<groups {
        let gradient = pass.outputGradient + g * outputStep
        loops.windowWeightGradients(
          windows, input + g * groupStep, gradient, weightGradient + g * weightCount)
        if let inputGradient {
          loops.windowInputGradients(
            windows, weights + g * weightCount, gradient, inputGradient + g * groupStep)
        }
      }
    }
    for k in 0..<groups * kernels {
      var sum = Sixteen.zero
      for w in 0..<rows * columns { sum += pass.outputGradient[k * rows * columns + w] }
      pass.parameterGradient[groups * weightCount + k] += sum.sum()
    }
  }

  /// The weights of one group.
  private var weightCount: Int { kernels * tapOffsets.count }
  /// The vectors from the output of one group to that of the next.
  private var outputStep: Int { kernels * rows * columns }

  private func withWindows(_ body: (BatchWindows) -> Void) {
    tapOffsets.withUnsafeBufferPointer { taps in
      body(
        BatchWindows(
          tapOffsets: taps, rows: rows, columns: columns, rowStep: rowStep, columnStep: columnStep,
          kernels: kernels))
    }
  }
}
