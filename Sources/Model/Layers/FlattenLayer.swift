/// Reads an image C×H×W as one column of numbers, in the same order.
struct FlattenLayer: NetworkLayer {
  let input: Shape

  var output: Shape { Shape([input.count, 1, 1]) }

  func forward(_ pass: ForwardPass) { pass.output.update(from: pass.input, count: input.count) }

  func backward(_ pass: BackwardPass) {
    pass.inputGradient?.update(from: pass.outputGradient, count: input.count)
  }
}
