/// Reads an image C×H×W as one column of numbers, in the same order.
public struct Flatten: Operator {
  public init() {}

  public func windows(over input: PlaneSize) throws(OperatorError) -> PerAxisWindows {
    (SharedAxis(input: input.rows, output: 1), SharedAxis(input: input.columns, output: 1))
  }

  public func output(of inputs: [Shape]) throws(OperatorError) -> Shape {
    Shape([inputs[0].count, 1, 1])
  }

  public func bound(to inputs: [Shape]) throws(OperatorError) -> any BoundOperator {
    BoundFlatten(input: inputs[0])
  }

  public func trained(on inputs: [Shape]) throws(OperatorError) -> any BatchLayer {
    FlattenLayer(input: inputs[0])
  }
}

private struct BoundFlatten: BoundOperator {
  let input: Shape

  var output: Shape { Shape([input.count, 1, 1]) }

  func numbers(_ area: Area, of inputs: [Region]) -> Tensor {
    inputs[0].part(Area(input)).reshaped(output)
  }

  func origin(of unit: Position, channel: Int, in inputs: [Region]) -> Origin {
    let place = channel % input.area
    return .taken(
      input: 0, channel: channel / input.area,
      at: Position(place, inRowsOf: input.columns))
  }
}

private struct FlattenLayer: BatchLayer {
  let input: Shape

  var inputs: [Shape] { [input] }
  var output: Shape { Shape([input.count, 1, 1]) }

  func forward(_ pass: ForwardPass) { pass.output.update(from: pass.input, count: input.count) }

  func backward(_ pass: BackwardPass) {
    pass.inputGradient?.update(from: pass.outputGradient, count: input.count)
  }
}
