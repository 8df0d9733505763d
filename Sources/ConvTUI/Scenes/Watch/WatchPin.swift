import Formats

/// A place that others are compared with.
struct WatchPin: Hashable, Sendable {
  let step: Int64
  /// Of the tensor that was chosen; every tensor of another run is compared with that of this one.
  let run: String?
}
