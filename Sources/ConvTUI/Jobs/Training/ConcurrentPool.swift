import Dispatch
import Model
import Synchronization

/// Works on several chunks at once.
public struct ConcurrentPool: LanePool {
  private final class Place: Sendable {
    let chunk: Mutex<BatchLanes>

    init(_ network: Network) { chunk = Mutex(BatchLanes(network)) }
  }

  private let network: Network
  private let threads: Int
  private var places: [Place] = []

  public init(_ network: Network, threads: Int) {
    precondition(threads >= 1)
    self.network = network
    self.threads = threads
  }

  /// Every thread takes the next chunk that nobody has taken.
  public mutating func forEach(
    _ count: Int, _ body: @Sendable (_ index: Int, inout BatchLanes) -> Void
  ) {
    grow(to: count)
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { [places] _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        places[index].chunk.withLock { body(index, &$0) }
      }
    }
  }

  public mutating func inOrder(_ count: Int, _ body: (_ index: Int, inout BatchLanes) -> Void) {
    grow(to: count)
    for index in 0..<count { places[index].chunk.withLock { body(index, &$0) } }
  }

  private mutating func grow(to count: Int) {
    while places.count < count { places.append(Place(network)) }
  }
}
