import Formats
import Model

extension TrainScene: SceneWithSnippet {
  /// The network at the batch that is shown, its weights beside the script, and the sample's scores.
  func snippet() throws(FigureError) -> Snippet {
    guard let snapshot, let scores = tensors.last?.tensor else { throw .noTensor(kind) }
    let layers = try network.torchLayers.map { "    torch.nn.\($0),\n" }.joined()
    let largest = scores.elements.lazy.filter(\.isFinite).map(abs).max() ?? 0
    return Snippet(
      title: "The network of convtui train after \(Text.count(snapshot.step, "batch", "batches")).",
      given: [("X", snapshot.image)],
      body: """
        network = torch.nn.Sequential(
        \(layers))
        network.load_state_dict(model)
        network.eval()
        with torch.no_grad():
            scores = network(X[None])
        print(scores)
        """,
      shown: [("shown", scores)], checks: [("scores", "shown")], absolute: 1e-5 * max(1, largest),
      model: Checkpoint.model(snapshot.trainer).bytes)
  }
}

extension Network {
  /// The layers as PyTorch makes them.
  fileprivate var torchLayers: [String] {
    get throws(FigureError) {
      var layers: [String] = []
      var (shape, isFlat) = (input, false)
      for (index, kind) in kinds.enumerated() {
        if case .linear = kind, !isFlat { throw .notFlattened(layer: index + 1) }
        if kind == .flatten { isFlat = true }
        layers.append(kind.torch(channels: shape.channels, count: shape.count, isFlat: isFlat))
        shape = outputs[index]
      }
      return layers
    }
  }
}

extension LayerKind {
  /// - Parameters:
  ///   - channels: Those of the input, which has so many elements.
  ///   - isFlat: Whether the layer works on a row of numbers.
  fileprivate func torch(channels: Int, count: Int, isFlat: Bool) -> String {
    switch self {
    case .convolution(let kernels, let size, let options):
      "Conv2d(\(channels), \(kernels), \(Snippet.pair(size)), "
        + "stride=\(Snippet.pair(options.stride)), padding=\(Snippet.pair(options.padding)), "
        + "dilation=\(Snippet.pair(options.dilation)))"
    case .linear(let outputs): "Linear(\(count), \(outputs))"
    case .activation(let activation): activation.torch
    case .maxPooling(let window): "MaxPool2d(\(LayerKind.text(window)))"
    case .averagePooling(let window): "AvgPool2d(\(LayerKind.text(window)))"
    case .batchNormalization: "BatchNorm\(isFlat ? 1 : 2)d(\(channels))"
    case .dropout(let probability): "Dropout(\(TensorEncoder.json(probability)))"
    case .flatten: "Flatten()"
    }
  }

  private static func text(_ window: Window) -> String {
    "\(Snippet.pair(window.size)), stride=\(Snippet.pair(window.stride)), "
      + "padding=\(Snippet.pair(window.padding))"
  }
}

extension Activation {
  fileprivate var torch: String {
    switch self {
    case .relu: "ReLU()"
    case .leakyReLU(let slope): "LeakyReLU(\(TensorEncoder.json(slope)))"
    case .tanh: "Tanh()"
    case .sigmoid: "Sigmoid()"
    }
  }
}
