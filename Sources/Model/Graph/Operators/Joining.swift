/// An operator of two or more inputs of equal shapes, number by number.
///
/// An operation needs its forward and its backward pass; all else follows.
protocol Joining: Operator {
  /// Takes another input into what the ones before came to.
  func join(_ result: inout Tensor, with input: Tensor)
  /// Where one number comes from, by those in its place in all inputs.
  func origin(_ numbers: [Float]) -> Origin
  func layer(_ inputs: [Shape]) -> any BatchLayer
}

extension Joining {
  public var inputCount: ClosedRange<Int> { 2...Int.max }

  public func output(of inputs: [Shape]) throws(OperatorError) -> Shape {
    guard inputs.allSatisfy({ $0 == inputs[0] }) else { throw .shapes(inputs) }
    return inputs[0]
  }

  public func bound(to inputs: [Shape]) throws(OperatorError) -> any BoundOperator {
    BoundJoin(operation: self, output: try output(of: inputs), work: inputs.count)
  }

  public func trained(on inputs: [Shape]) throws(OperatorError) -> any BatchLayer {
    _ = try output(of: inputs)
    return layer(inputs)
  }
}

private struct BoundJoin<Operation: Joining>: BoundOperator {
  let operation: Operation
  let output: Shape
  let work: Int

  func numbers(_ area: Area, of inputs: [Region]) -> Tensor {
    inputs.dropFirst().reduce(into: inputs[0].part(area)) { result, input in
      operation.join(&result, with: input.part(area))
    }
  }

  func origin(of unit: Position, channel: Int, in inputs: [Region]) -> Origin {
    operation.origin(inputs.map { $0[channel, unit.row, unit.column] })
  }
}
