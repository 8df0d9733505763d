/// What a person can change between two steps of a training.
public enum ManualChange: Hashable, Sendable {
  /// The learning rate.
  case rate(Float)
  case schedule(Schedule)
  /// Another method begins with nothing remembered.
  case method(Optimizer.Method)
  /// One weight, by its place among all of them.
  case weight(Int, Float)
  /// All weights, as where a point of the loss surface is picked.
  case weights([Float])

  /// Whether the other sets the same thing, so that nothing is left of this one.
  func isReplaced(by other: ManualChange) -> Bool {
    switch (self, other) {
    case (.rate, .rate), (.schedule, .schedule), (.method, .method), (.weight, .weights),
      (.weights, .weights):
      true
    case (.weight(let here, _), .weight(let there, _)): here == there
    default: false
    }
  }
}
