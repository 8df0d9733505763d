/// y = W·x + b over one column of numbers: one window as large as the image.
public struct Linear: Operator {
  public let outputs: Int

  public init(outputs: Int) { self.outputs = outputs }

  public func windows(over input: PlaneSize) throws(OperatorError) -> PerAxisWindows {
    guard input == PlaneSize(1) else { throw .notFlat(Shape(input.rows, input.columns)) }
    return input.samePlaces()
  }

  public func output(of inputs: [Shape]) throws(OperatorError) -> Shape {
    guard outputs >= 1 else { throw .noOutputs }
    guard inputs[0].area == 1 else { throw .notFlat(inputs[0]) }
    try OperatorError.check(weights: [outputs, inputs[0].count])
    return Shape([outputs, 1, 1])
  }

  public func bound(to inputs: [Shape]) throws(OperatorError) -> any BoundOperator {
    throw .noWeights
  }

  public func trained(on inputs: [Shape]) throws(OperatorError) -> any BatchLayer {
    LinearLayer(input: inputs[0], output: try output(of: inputs))
  }
}

private struct LinearLayer: BatchLayer {
  let inputs: [Shape]
  let output: Shape
  let parameters: [ParameterShape]
  private let windows: LayerWindows

  init(input: Shape, output: Shape) {
    inputs = [input]
    self.output = output
    windows = LayerWindows(
      tapOffsets: Array(0..<input.count), rows: 1, columns: 1, rowStep: 0, columnStep: 0,
      kernels: output.count)
    parameters = windows.parameters(weight: [output.count, input.count])
  }

  func forward(_ pass: ForwardPass) { windows.forward(pass, input: pass.input) }

  func backward(_ pass: BackwardPass) {
    pass.inputGradient?.update(repeating: .zero, count: inputs[0].count)
    windows.backward(pass, input: pass.forward.input, inputGradient: pass.inputGradient)
  }
}
