import Model

/// Mistakes in a count of parameters.
extension Mistake {
  static func inCount(_ count: Double, _ kind: Question.Kind, _ scene: any Scene) -> Mistake? {
    guard let tensors = try? kind.learned(in: scene).joined() else { return nil }
    func total(_ change: (inout LearnedTensor) -> Void = { _ in }) -> Int {
      tensors.reduce(0) { sum, tensor in
        var other = tensor
        change(&other)
        return sum + other.count
      }
    }
    /// Whether it is the count of other tensors.
    func isCount(_ change: (inout LearnedTensor) -> Void) -> Bool {
      count == Double(total(change)) && total(change) != total()
    }
    func forgetChannels(_ tensor: inout LearnedTensor) {
      if !tensor.isBias { tensor.dimensions[1] = 1 }
    }
    if isCount({ if $0.isBias { $0.dimensions = [0] } }) { return .biasForgotten }
    if isCount(forgetChannels) { return .channelsForgotten }
    if isCount({ $0.dimensions[0] = 1 }) { return .kernelsForgotten }
    if isCount({ if $0.isBias { $0.dimensions = [1] } }) { return .biasShared }
    if isCount({ if $0.dimensions.count == 4 { $0.dimensions[3] = 1 } }) { return .sideCounted }
    let kernels = tensors.first { !$0.isBias }?.dimensions
    if let kernels, isCount({ if $0.isBias { $0.dimensions[0] *= kernels[1] } }) {
      return .biasForEachChannel
    }
    guard let places = kind.places(in: scene), places > 1 else { return nil }
    let weights = total { if $0.isBias { $0.dimensions = [0] } }
    return [total() * places, weights * places, weights * places + total() - weights]
      .contains { Double($0) == count } ? .placesCounted : nil
  }
}

extension Question.Kind {
  /// How many windows a single layer has.
  fileprivate func places(in scene: any Scene) -> Int? {
    switch self {
    case .parametersOf(let layers, let input):
      LearnedTensor.outputArea(of: layers, over: input)
    case .parameters: (scene as? SlideScene)?.output.shape.area
    default: nil
    }
  }
}
