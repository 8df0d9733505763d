/// What all chunks of a batch have in common.
struct PassSetting: Sendable {
  /// Of the network's `parameterCount`.
  let parameters: [Float]
  /// The images of the whole batch.
  var images = 0
  /// The seed of what is random in training; nil where the network is only used.
  var trainingSeed: UInt64?
  /// By layer, for those that look at the whole batch: see `ForwardPass.statistics`.
  var statistics: [Int: [Float]] = [:]
  /// By layer: see `BackwardPass.statistics`.
  var gradientStatistics: [Int: [Float]] = [:]
  var loops = LoopTable.best
}
