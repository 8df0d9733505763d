import Formats
import Synchronization

/// A training that goes on beside the screen: neither waits for the other.
final class TrainingSession: Sendable {
  private let mailbox = Mailbox()
  private let wake: AsyncStream<Void>.Continuation
  private let work: Task<Result<Void, FileError>, Never>

  /// Begins where the plan begins, and waits for orders.
  init(_ plan: TrainingPlan) {
    let (signals, wake) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    self.wake = wake
    work = Task.detached { [mailbox] in
      var laboratory = Laboratory(plan)
      var signals = signals.makeAsyncIterator()
      while !Task.isCancelled {
        if let order = mailbox.takeOrder() { laboratory.take(order) }
        let isIdle = laboratory.isIdle
        let isWanted = isIdle || mailbox.isWaiting
        if !isIdle { laboratory.advance(measures: isWanted) }
        if isWanted { mailbox.put(laboratory.exhibit()) }
        if isIdle { await signals.next() }
      }
      return Result { () throws(FileError) in try laboratory.end() }
    }
  }

  /// Gives an order; only the newest counts.
  func send(_ order: TrainingOrder) {
    mailbox.put(order)
    wake.yield()
  }

  /// What there is to see, where it is newer than what was taken last.
  func takeExhibit() -> Exhibit? { mailbox.takeExhibit() }

  /// Ends after the batch that it is at, with everything written.
  ///
  /// - Throws: What could not be written.
  func end() async throws(FileError) {
    work.cancel()
    wake.finish()
    try await work.value.get()
  }
}

/// The newest order and the newest exhibit, on their way between two threads.
private final class Mailbox: Sendable {
  private let order = Mutex<TrainingOrder?>(nil)
  private let exhibit = Mutex<Exhibit?>(nil)

  func put(_ order: TrainingOrder) { self.order.withLock { $0 = order } }
  func put(_ exhibit: Exhibit) { self.exhibit.withLock { $0 = exhibit } }
  func takeOrder() -> TrainingOrder? { order.withLock { $0.take() } }
  func takeExhibit() -> Exhibit? { exhibit.withLock { $0.take() } }

  /// Whether the last exhibit has been taken.
  var isWaiting: Bool { exhibit.withLock { $0 == nil } }
}
