import Formats
import Testing

@testable import Model

/// Every operator against PyTorch in double precision: outputs within 1e-5, gradients within 1e-4 of
/// their largest number.
@Suite struct OperatorReferenceTests {
  private static let cases = Array(References.operators.operators.enumerated())

  @Test func thereIsACaseForEveryWord() {
    let words = Set(
      GraphNotation.names.filter { word in
        Self.cases.contains { $0.element.notation.hasPrefix(word) }
      })
    // A norm stands in the networks; a pooling of an open kind computes nothing.
    #expect(Set(GraphNotation.names).subtracting(words) == ["batchnorm", "dropout", "pool"])
  }

  /// As it trains: the third of the sixteen images, the others are zeros.
  @Test(arguments: cases)
  func trainedIsThatOfPyTorch(_ seed: Int, _ reference: OperatorReference) throws {
    let layer = try reference.layer().trained(on: reference.shapes.map { Shape($0) })
    #expect(layer.output == Shape(reference.output))
    var generator = SeededGenerator(seed: UInt64(seed))
    var pass = LayerPass(layer)
    let lane = 2
    for (input, shape) in reference.shapes.enumerated() {
      pass.setInput(input, generator.uniform(shape.reduce(1, *)), lane: lane)
    }
    let weights = generator.uniform(layer.parameters.reduce(0) { $0 + $1.count })
    let gradient = generator.uniform(layer.output.count)
    let (output, inputGradients, weightGradients) = pass.run(
      weights: weights, gradient: gradient, lane: lane)
    expectClose(output, reference.values, within: 1e-5, "output")
    for (found, expected) in zip(inputGradients, reference.inputGradients) {
      expectClose(found, expected, within: 1e-4, "input gradient")
    }
    expectClose(weightGradients, reference.weightGradients, within: 1e-4, "weight gradient")
  }

  /// Over one image, whole and number by number, and from what each number says it comes from.
  @Test(arguments: cases)
  func mapsAreThoseOfPyTorch(_ seed: Int, _ reference: OperatorReference) throws {
    let shapes = reference.shapes.map { Shape($0) }
    var generator = SeededGenerator(seed: UInt64(seed))
    let inputs = shapes.map { shape in
      Region(Area(shape), Tensor(shape, generator.uniform(shape.count)))
    }
    var layer = try reference.layer()
    if let open = layer as? ConvolutionLayer, case .count(let kernels) = open.kernels {
      let channels = shapes[0].channels / open.options.groups
      let shape = Shape(kernels, channels, open.size.rows, open.size.columns)
      let weight = Tensor(shape, generator.uniform(shape.count))
      layer = ConvolutionLayer(
        try Convolution(weight: weight, bias: generator.uniform(kernels), options: open.options))
    }
    if let open = layer as? TransposedConvolution, case .count(let kernels) = open.kernels {
      let shape = Shape(
        shapes[0].channels, kernels / open.groups, open.size.rows, open.size.columns)
      let weight = Tensor(shape, generator.uniform(shape.count))
      layer = open.with(Weights(weight, bias: generator.uniform(kernels)))
    }
    guard !(layer is Linear) else {
      #expect(throws: OperatorError.noWeights) { try layer.bound(to: shapes) }
      return
    }
    let bound = try layer.bound(to: shapes)
    #expect(bound.output == Shape(reference.output))
    let whole = bound.numbers(Area(bound.output), of: inputs)
    expectClose(whole.elements, reference.values, within: 1e-5, "whole")
    for c in 0..<bound.output.channels {
      for i in 0..<bound.output.rows {
        for j in 0..<bound.output.columns {
          let part = bound.numbers(Area(rows: i..<i + 1, columns: j..<j + 1), of: inputs)
          let value = whole[0, c, i, j]
          #expect(abs(part[0, c, 0, 0] - value) <= 1e-5 * max(1, abs(value)))
          let origin = bound.origin(of: Position(row: i, column: j), channel: c, in: inputs)
          #expect(abs(number(origin, channel: c, inputs) - value) <= 1e-5 * max(1, abs(value)))
        }
      }
    }
  }

  private func number(_ origin: Origin, channel: Int, _ inputs: [Region]) -> Float {
    switch origin {
    case .pixel: .nan
    case .sum(let trace, let window): trace.value(of: window)
    case .winner(let at): inputs[0][channel, at.row, at.column]
    case .mean(let sum, let count): sum / count
    case .function(let function, let before): function(before)
    case .scaled(let before, let scale, let shift): before * scale + shift
    case .total(let numbers): numbers.reduce(0, +)
    case .product(let numbers): numbers.reduce(1, *)
    case .taken(let input, let channel, let at): inputs[input][channel, at.row, at.column]
    }
  }
}

/// The memory of one layer, forward and back.
private struct LayerPass {
  let layer: any BatchLayer
  private var inputs: [[Sixteen]]

  init(_ layer: any BatchLayer) {
    self.layer = layer
    inputs = layer.inputs.map { [Sixteen](repeating: .zero, count: $0.count) }
  }

  mutating func setInput(_ input: Int, _ values: [Float], lane: Int) {
    for (e, value) in values.enumerated() { inputs[input][e][lane] = value }
  }

  /// - Returns: The output, and the gradients by the inputs and by the weights.
  func run(weights: [Float], gradient: [Float], lane: Int) -> ([Float], [[Float]], [Float]) {
    var end = 0
    func place(_ count: Int) -> Int {
      defer { end += count }
      return end
    }
    let places = inputs.map { place($0.count) }
    let gradients = inputs.map { place($0.count) }
    let output = place(layer.output.count)
    let outputGradient = place(layer.output.count)
    let scratch = place(layer.scratchCount)
    let memory = UnsafeMutablePointer<Sixteen>.allocate(capacity: end)
    defer { memory.deallocate() }
    memory.initialize(repeating: .zero, count: end)
    for (place, values) in zip(places, inputs) {
      for (e, value) in values.enumerated() { memory[place + e] = value }
    }
    for (e, value) in gradient.enumerated() { memory[outputGradient + e][lane] = value }
    var weightGradient = [Float](repeating: 0, count: weights.count)
    weights.withUnsafeBufferPointer { weights in
      weightGradient.withUnsafeMutableBufferPointer { weightGradient in
        let pass = ForwardPass(
          inputs: places.map { memory + $0 }, output: memory + output, scratch: memory + scratch,
          parameters: weights, statistics: .init(start: nil, count: 0), images: 16,
          trainingSeed: nil, loops: .best)
        layer.forward(pass)
        layer.backward(
          BackwardPass(
            forward: pass, outputGradient: memory + outputGradient,
            inputGradients: gradients.map { memory + $0 }, parameterGradient: weightGradient,
            statistics: .init(start: nil, count: 0)))
      }
    }
    func values(_ place: Int, _ count: Int) -> [Float] {
      (0..<count).map { memory[place + $0][lane] }
    }
    return (
      values(output, layer.output.count),
      zip(gradients, inputs).map { values($0, $1.count) }, weightGradient
    )
  }
}
