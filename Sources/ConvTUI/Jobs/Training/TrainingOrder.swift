import Model

/// What a screen wants of a training; a newer one takes the place of an older.
struct TrainingOrder: Hashable, Sendable {
  /// Where the training is to be.
  enum Goal: Hashable, Sendable {
    /// Where it is.
    case hold
    /// At this batch, and no further.
    case reach(Int)
    /// Going to this batch as fast as possible.
    case run(until: Int)
  }

  /// Done once, in their order.
  enum Edit: Hashable, Sendable {
    /// A change at a batch, or wherever the training is: a branch of its own where a future of it is
    /// known already.
    case change(ManualChange, at: Int?)
    /// Another branch is shown.
    case show(Int)
    /// Deletes all branches and starts the first one again from a seed.
    case restart(seed: UInt64)
  }

  /// Counts the orders, to distinguish an answer from the answer to an earlier order.
  private(set) var number = 0
  var goal = Goal.hold { didSet { if goal != oldValue { number += 1 } } }
  var edits: [Edit] = [] { didSet { number += 1 } }
  var sample = Sample.validation(0) { didSet { if sample != oldValue { number += 1 } } }

  /// The image that is sent through the network to be looked at.
  enum Sample: Hashable, Sendable {
    /// One of the images to validate with.
    case validation(Int)
    /// One drawn by hand: brightness in 0...1, row-major, the same in every channel.
    case drawn([Float])
  }
}
