import Testing

@testable import Model

@Suite struct NetworkTests {
  private let image = Shape([1, 28, 28])

  @Test func lenetHasTheKnownSizes() throws {
    let network = try Network(LeNet.graph(), input: image, classes: 10)
    #expect(network.parameterCount == 61_706)
    #expect(network.outputs[2] == Shape([6, 14, 14]))
    #expect(network.outputs[5] == Shape([16, 5, 5]))
    #expect(
      network.parameters.map(\.name).prefix(4) == ["0.weight", "0.bias", "3.weight", "3.bias"])
  }

  @Test func whatDoesNotFitIsNamedWithItsShapes() {
    #expect(
      throws: NetworkError.graph(
        error(2, over: Shape([2, 26, 26]), .notFlat(Shape([2, 26, 26]))))
    ) {
      try Network(
        .sequential([
          ConvolutionLayer(
            size: PlaneSize(3), kernels: 2, options: CorrelationOptions()), Linear(outputs: 10),
        ]),
        input: image, classes: 10)
    }
    #expect(throws: NetworkError.classes(output: Shape([9, 1, 1]), classes: 10)) {
      try Network(.sequential([Flatten(), Linear(outputs: 9)]), input: image, classes: 10)
    }
    #expect(throws: NetworkError.nothingToLearn) {
      try Network(.sequential([Flatten()]), input: image, classes: 784)
    }
    #expect(throws: NetworkError.self) {
      try Network(
        .sequential([Flatten(), Linear(outputs: 1 << 20)]), input: image, classes: 1 << 20)
    }
    let reason = GeometryError.poolingPadding(2, kernel: 2, .rows)
    #expect(throws: NetworkError.graph(error(1, over: image, .geometry(reason)))) {
      try Network(.sequential([Pooling(.max, window(2, padding: 2))]), input: image, classes: 10)
    }
  }

  @Test func whatIsTooLargeIsRefusedBeforeAnythingIsMade() {
    func error(_ kinds: [any Operator]) -> NetworkError? {
      do {
        _ = try Network(.sequential(kinds), input: image, classes: 10)
        return nil
      } catch { return error }
    }
    let most = 999_999_999
    #expect(
      error([Flatten(), Linear(outputs: most)])
        == .graph(self.error(2, over: Shape([784, 1, 1]), .tooManyWeights([most, 784]))))
    let kernel = ConvolutionLayer(
      size: PlaneSize(1 << 20), kernels: most,
      options: CorrelationOptions(padding: PerAxis(1 << 20)))
    #expect(
      error([kernel])
        == .graph(self.error(1, over: image, .tooManyWeights([most, 1, 1 << 20, 1 << 20]))))
    let padded = ConvolutionLayer(
      size: PlaneSize(3), kernels: 1,
      options: CorrelationOptions(stride: PerAxis(1 << 20), padding: PerAxis(1 << 20)))
    guard case .tooLarge(number: 1, _) = error([padded]) else {
      Issue.record("a padded image of four million million numbers is too large")
      return
    }
  }

  /// All of a batch is held at once only where a layer looks at the whole of it.
  @Test func memoryIsBounded() throws {
    let lenet = try Network(LeNet.graph(), input: image, classes: 10)
    #expect(lenet.byteCount(batch: 4096) == lenet.byteCount(batch: 128))
    #expect(lenet.byteCount(batch: 128) == 8 * lenet.byteCount(batch: 1))
    let normalized = try Network(
      .sequential([BatchNormalization()] + LeNet.graph().nodes.map(\.operator)), input: image,
      classes: 10)
    #expect(normalized.byteCount(batch: 4096) == 256 * normalized.byteCount(batch: 1))
  }

  @Test func startIsUniformWithinOneOverRootOfFanIn() throws {
    let network = try Network(LeNet.graph(), input: image, classes: 10)
    let parameters = network.initialParameters(seed: 3)
    #expect(parameters == network.initialParameters(seed: 3))
    #expect(parameters != network.initialParameters(seed: 4))
    for (parameter, fanIn) in zip(network.parameters, [25, 25, 150, 150, 400, 400]) {
      let bound = 1 / Float(fanIn).squareRoot()
      #expect(parameters[parameter.range].allSatisfy { abs($0) <= bound })
      if parameter.range.count > 50 {
        #expect(parameters[parameter.range].contains { abs($0) > 0.9 * bound })
      }
    }
  }

  /// Of a layer in a sequence.
  private func error(_ layer: Int, over shape: Shape, _ reason: OperatorError) -> GraphError {
    GraphError(
      layer: layer, inputs: [.init(layer: layer - 1, shape: shape)], reason: .operator(reason))
  }

  private func window(_ size: Int, padding: Int) -> PoolingWindow {
    PoolingWindow(size: PlaneSize(size), padding: PerAxis(padding))
  }
}
