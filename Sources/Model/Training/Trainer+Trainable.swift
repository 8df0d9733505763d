/// The kernel of `learn` as something with a past.
extension Trainer: Trainable {
  /// 4 MiB hold every step of a small kernel.
  public static let usualBounds = HistoryBounds(
    memory: 4 << 20, fewestSnapshots: 8, spacing: 1, curvePoints: 1 << 14)

  /// The trainer always stands at an evaluated point.
  public static let hasValuesWithoutRecord = true

  /// How many weights, from the first, have a curve.
  public var curveCount: Int { min(12, weight.count) }

  public var quantities: [RunLog.Quantity] {
    [.loss, .learningRate] + (0..<curveCount).map { .weight($0) }
  }

  /// The memory that this state takes besides the task, which all states share.
  public var byteCount: Int {
    let perWeight = MemoryLayout<SIMD16<Float>>.stride + 4 * MemoryLayout<Float>.stride
    return MemoryLayout<Trainer>.stride + weight.count * perWeight + 5 * 32
  }

  public mutating func advance(with nothing: inout Void) { advance() }
  public mutating func repeatStep(with nothing: inout Void) { advance() }

  public mutating func apply(_ change: ManualChange) {
    switch change {
    case .rate(let rate): learningRate = rate
    case .schedule(let schedule): self.schedule = schedule
    case .method(let method):
      self.change(
        to: Optimizer(
          method, learningRate: learningRate, weightDecay: optimizer.weightDecay))
    case .weight(let index, let value): setWeight(index, to: value)
    case .weights(let values): setWeights(values)
    }
  }

  public func evaluation(of record: Void) -> Never? { nil }
  public func value(of quantity: RunLog.Quantity, in evaluation: Never) -> Float? {}

  /// The loss at the weights as they are, and the rate of the update that follows.
  public func value(of quantity: RunLog.Quantity, _ record: Void?) -> Float? {
    switch quantity {
    case .loss: loss
    case .accuracy: nil
    case .learningRate: learningRate
    case .weight(let index): weight[index]
    }
  }
}
