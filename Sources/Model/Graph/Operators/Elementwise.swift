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

  /// f of so many vectors. A requirement, so that each function gets a loop of its own.
  func fill(_ output: UnsafeMutablePointer<Sixteen>, of input: UnsafePointer<Sixteen>, count: Int)

  /// The output's gradient times f′ of so many vectors; likewise.
  func fill(
    inputGradient: UnsafeMutablePointer<Sixteen>, of outputGradient: UnsafePointer<Sixteen>,
    input: UnsafePointer<Sixteen>, output: UnsafePointer<Sixteen>, count: Int)
}

extension Elementwise {
  public func callAsFunction(_ x: Sixteen) -> Sixteen {
    var result = Sixteen.zero
    for lane in 0..<16 { result[lane] = self(x[lane]) }
    return result
  }

  public func fill(
    _ output: UnsafeMutablePointer<Sixteen>, of input: UnsafePointer<Sixteen>, count: Int
  ) {
    for e in 0..<count { output[e] = self(input[e]) }
  }

  public func fill(
    inputGradient: UnsafeMutablePointer<Sixteen>, of outputGradient: UnsafePointer<Sixteen>,
    input: UnsafePointer<Sixteen>, output: UnsafePointer<Sixteen>, count: Int
  ) {
    for e in 0..<count {
      inputGradient[e] = outputGradient[e] * derivative(input: input[e], output: output[e])
    }
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
    .function(function, of: inputs[0][channel, unit.row, unit.column])
  }
}

private struct FunctionLayer<Function: Elementwise>: BatchLayer {
  let function: Function
  let output: Shape

  var inputs: [Shape] { [output] }

  func forward(_ pass: ForwardPass) {
    function.fill(pass.output, of: pass.input, count: output.count)
  }

  func backward(_ pass: BackwardPass) {
    guard let inputGradient = pass.inputGradient else { return }
    function.fill(
      inputGradient: inputGradient, of: pass.outputGradient, input: pass.forward.input,
      output: pass.forward.output, count: output.count)
  }
}
