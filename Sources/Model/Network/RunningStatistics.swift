/// What a batch norm remembers of the batches of training, to go by when the network is used.
public struct RunningStatistics: Hashable, Sendable {
  /// One number for each channel.
  public private(set) var mean: [Float]
  /// One number for each channel; starts at 1.
  public private(set) var variance: [Float]
  public private(set) var batches = 0

  init(channels: Int) {
    mean = [Float](repeating: 0, count: channels)
    variance = [Float](repeating: 1, count: channels)
  }

  /// - Precondition: As many means as variances.
  public init(mean: [Float], variance: [Float], batches: Int) {
    precondition(mean.count == variance.count)
    self.mean = mean
    self.variance = variance
    self.batches = batches
  }

  /// Takes one batch in; its variance is the unbiased one, as in PyTorch.
  mutating func add(_ moments: [Moments]) {
    let momentum = BatchNormalizationLayer.momentum
    for (c, channel) in moments.enumerated() {
      mean[c] += momentum * (Float(channel.mean) - mean[c])
      variance[c] += momentum * (Float(channel.squares / max(1, channel.count - 1)) - variance[c])
    }
    batches += 1
  }

  /// See `ForwardPass.statistics`.
  var normalizing: [Float] {
    mean + variance.map { Float(1 / (Double($0) + BatchNormalizationLayer.epsilon).squareRoot()) }
  }
}

extension Moments {
  /// See `ForwardPass.statistics`.
  static func normalizing(_ moments: [Moments]) -> [Float] {
    moments.map { Float($0.mean) }
      + moments.map {
        Float(1 / ($0.squares / $0.count + BatchNormalizationLayer.epsilon).squareRoot())
      }
  }
}
