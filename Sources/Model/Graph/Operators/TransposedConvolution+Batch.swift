import Loops

/// A transposed convolution as it trains: the loops of the convolution that leads from its output to
/// its input, with their directions exchanged.
struct BatchTransposed: BatchLayer {
  let plan: TransposedPlan
  private let tapOffsets: [Int]

  init(_ plan: TransposedPlan) {
    self.plan = plan
    let (rows, columns) = (plan.rows, plan.columns)
    var offsets: [Int] = []
    for k in 0..<plan.kernels {
      for u in 0..<rows.kernel {
        for v in 0..<columns.kernel {
          offsets.append(
            (k * rows.padded + u * rows.dilation) * columns.padded + v * columns.dilation)
        }
      }
    }
    tapOffsets = offsets
  }

  var inputs: [Shape] { [plan.input] }
  var output: Shape { plan.output }

  var parameters: [ParameterShape] {
    // As PyTorch starts them: it takes what one input sends out for the fan.
    let bound = 1 / Float(plan.kernels * plan.weight.area).squareRoot()
    return [
      ParameterShape(
        name: "weight",
        dimensions: [
          plan.input.channels, plan.kernels, plan.weight.rows, plan.weight.columns,
        ], mean: 0, bound: bound),
      ParameterShape(name: "bias", dimensions: [output.channels], mean: 0, bound: bound),
    ]
  }

  /// The padded output, then its gradient.
  var scratchCount: Int { paddedCount }

  private var paddedArea: Int { plan.rows.padded * plan.columns.padded }
  private var paddedCount: Int { output.channels * paddedArea }
  private var weightCount: Int { plan.channels * plan.kernels * plan.weight.area }

  func forward(_ pass: ForwardPass) {
    let weights = pass.parameters.baseAddress!
    pass.scratch.update(repeating: .zero, count: paddedCount)
    forEachGroup { group, windows in
      pass.loops.windowInputGradients(
        windows, weights + group * weightCount,
        pass.input + group * plan.channels * plan.input.area,
        pass.scratch + group * plan.kernels * paddedArea)
    }
    forEachElement { channel, plain, padded in
      pass.output[plain] =
        pass.scratch[padded] + pass.parameters[plan.groups * weightCount + channel]
    }
  }

  func backward(_ pass: BackwardPass) {
    let forward = pass.forward
    let (loops, gradient) = (forward.loops, forward.scratch)
    gradient.update(repeating: .zero, count: paddedCount)
    forEachElement { _, plain, padded in gradient[padded] = pass.outputGradient[plain] }
    let weights = forward.parameters.baseAddress!
    let weightGradient = pass.parameterGradient.baseAddress!
    let noBias = [Float](repeating: 0, count: plan.channels)
    forEachGroup { group, windows in
      let image = group * plan.channels * plan.input.area
      let sent = gradient + group * plan.kernels * paddedArea
      loops.windowWeightGradients(
        windows, sent, forward.input + image, weightGradient + group * weightCount)
      guard let inputGradient = pass.inputGradient else { return }
      noBias.withUnsafeBufferPointer { noBias in
        loops.windowSums(
          windows, sent, weights + group * weightCount, noBias.baseAddress!, inputGradient + image)
      }
    }
    for k in 0..<output.channels {
      var sum = Sixteen.zero
      for e in k * output.area..<(k + 1) * output.area { sum += pass.outputGradient[e] }
      pass.parameterGradient[plan.groups * weightCount + k] += sum.sum()
    }
  }

  private func forEachGroup(_ body: (_ group: Int, BatchWindows) -> Void) {
    tapOffsets.withUnsafeBufferPointer { taps in
      let windows = BatchWindows(
        tapOffsets: taps, rows: plan.input.rows, columns: plan.input.columns,
        rowStep: plan.rows.stride * plan.columns.padded, columnStep: plan.columns.stride,
        kernels: plan.channels)
      for group in 0..<plan.groups { body(group, windows) }
    }
  }

  /// Calls `body` for every element of the output with its place in the padded one.
  private func forEachElement(_ body: (_ channel: Int, _ plain: Int, _ padded: Int) -> Void) {
    var plain = 0
    for k in 0..<output.channels {
      for r in 0..<output.rows {
        let line =
          (k * plan.rows.padded + r + plan.rows.padding) * plan.columns.padded
          + plan.columns.padding
        for q in 0..<output.columns {
          body(k, plain, line + q)
          plain += 1
        }
      }
    }
  }
}
