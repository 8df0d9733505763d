/// y = W·x + b over all elements of an image: one window as large as the image.
struct LinearLayer: NetworkLayer {
  let input, output: Shape
  let parameters: [ParameterShape]
  private let windows: LayerWindows

  init(input: Shape, outputs: Int) {
    self.input = input
    output = Shape([outputs, 1, 1])
    windows = LayerWindows(
      tapOffsets: Array(0..<input.count), rows: 1, columns: 1, rowStep: 0, columnStep: 0,
      kernels: outputs)
    parameters = windows.parameters(weight: [outputs, input.count])
  }

  func forward(_ pass: ForwardPass) { windows.forward(pass, input: pass.input) }

  func backward(_ pass: BackwardPass) {
    pass.inputGradient?.update(repeating: .zero, count: input.count)
    windows.backward(pass, input: pass.forward.input, inputGradient: pass.inputGradient)
  }
}
