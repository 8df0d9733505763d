/// The chunks of a batch, and who works on them.
///
/// What a chunk computes does not depend on the others, and sums over chunks are taken in their
/// order: the result is the same on any number of threads.
public protocol LanePool {
  /// Calls `body` for each of the first chunks once, in any order, possibly side by side.
  mutating func forEach(_ count: Int, _ body: @Sendable (_ index: Int, inout BatchLanes) -> Void)

  /// Calls `body` for each of the first chunks, one after the other.
  mutating func inOrder(_ count: Int, _ body: (_ index: Int, inout BatchLanes) -> Void)
}

/// Works on one chunk after the other.
public struct SerialPool: LanePool {
  private let network: Network
  private var chunks: [BatchLanes] = []

  public init(_ network: Network) { self.network = network }

  public mutating func forEach(
    _ count: Int, _ body: @Sendable (_ index: Int, inout BatchLanes) -> Void
  ) {
    inOrder(count, body)
  }

  public mutating func inOrder(_ count: Int, _ body: (_ index: Int, inout BatchLanes) -> Void) {
    while chunks.count < count { chunks.append(BatchLanes(network)) }
    for index in 0..<count { body(index, &chunks[index]) }
  }
}
