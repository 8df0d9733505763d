/// An exponential moving average, freed of the weight of its first value.
///
/// Source: Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015, section 3.
public struct MovingAverage: Hashable, Sendable {
  /// The share of the past that each value carries along, at most 0.98.
  public let decay: Double
  private var (sum, weight) = (0.0, 0.0)

  public init(decay: Double) { self.decay = decay }

  /// Takes the next value.
  ///
  /// - Returns: The average up to it; a value that is not finite comes back itself and counts for nothing.
  public mutating func take(_ value: Double) -> Double {
    guard value.isFinite else { return value }
    sum = decay * sum + (1 - decay) * value
    weight = decay * weight + (1 - decay)
    return sum / weight
  }
}
