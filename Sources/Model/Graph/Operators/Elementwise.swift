import Loops

/// A function of each number alone.
///
/// A function needs its formula and its derivative; all else follows.
public protocol Elementwise: Operator {
  /// f(x)
  func callAsFunction(_ x: Float) -> Float

  /// f of sixteen numbers.
  func callAsFunction(_ x: Sixteen) -> Sixteen

  /// f′(x), where f gave y.
  func derivative(input x: Sixteen, output y: Sixteen) -> Sixteen
}

extension Elementwise {
  public func callAsFunction(_ x: Sixteen) -> Sixteen {
    var result = Sixteen.zero
    for lane in 0..<16 { result[lane] = self(x[lane]) }
    return result
  }

  public func output(of inputs: [Shape]) throws(OperatorError) -> Shape { inputs[0] }

  public func bound(to inputs: [Shape]) throws(OperatorError) -> any BoundOperator {
    BoundFunction(function: self, output: inputs[0])
  }

  public func trained(on inputs: [Shape]) throws(OperatorError) -> any BatchLayer {
    FunctionLayer(function: self, output: inputs[0])
  }
}

private struct BoundFunction<Function: Elementwise>: BoundOperator {
  let function: Function
  let output: Shape

  func numbers(_ area: Area, of inputs: [Region]) -> Tensor {
    inputs[0].part(area).map { function($0) }
  }

  func origin(of unit: Position, channel: Int, in inputs: [Region]) -> Origin {
    .function(function, of: inputs[0][channel, unit.rows, unit.columns])
  }
}

private struct FunctionLayer<Function: Elementwise>: BatchLayer {
  let function: Function
  let output: Shape

  var inputs: [Shape] { [output] }

  func forward(_ pass: ForwardPass) {
    let input = pass.input
    for e in 0..<output.count { pass.output[e] = function(input[e]) }
  }

  func backward(_ pass: BackwardPass) {
    guard let inputGradient = pass.inputGradient else { return }
    let input = pass.forward.input
    for e in 0..<output.count {
      let derivative = function.derivative(input: input[e], output: pass.forward.output[e])
      inputGradient[e] = pass.outputGradient[e] * derivative
    }
  }
}
