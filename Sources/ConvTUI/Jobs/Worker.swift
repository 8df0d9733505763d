import Formats
import Synchronization

/// A job that runs in the background: the screen and the job do not wait for each other.
final class Worker<Work: Job>: Sendable {
  private let mailbox = Mailbox<Work>()
  private let wake: AsyncStream<Void>.Continuation
  private let task: Task<FileError?, Never>

  /// Begins a job, which then waits for orders.
  init(_ begin: @escaping @Sendable () -> Work) {
    let (signals, wake) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    self.wake = wake
    task = Task.detached { [mailbox] in
      var job = begin()
      var signals = signals.makeAsyncIterator()
      while !Task.isCancelled {
        if let order = mailbox.takeOrder() { job.take(order) }
        let isIdle = job.isIdle
        let isWatched = isIdle || mailbox.isWaiting
        if !isIdle { job.step(isWatched: isWatched) }
        if isWatched { mailbox.put(job.report()) }
        if isIdle { await signals.next() }
      }
      // What was ordered last counts, also where the end came at once.
      if let order = mailbox.takeOrder() { job.take(order) }
      do throws(FileError) {
        try job.end()
        return nil
      } catch {
        return error
      }
    }
  }

  /// Gives an order, unless it was given last; only the newest counts.
  func send(_ order: Work.Order) {
    if mailbox.put(order) { wake.yield() }
  }

  /// The report of the job, if it is newer than the last one taken.
  func takeReport() -> Work.Report? { mailbox.takeReport() }

  /// Ends the job after the part that it is at, with everything written.
  ///
  /// - Returns: What could not be written, if anything.
  func end() async -> FileError? {
    task.cancel()
    wake.finish()
    return await task.value
  }
}

/// The newest order and the newest report, on their way between two threads.
private final class Mailbox<Work: Job>: Sendable {
  private let order = Mutex<(newest: Work.Order?, isTaken: Bool)>((nil, true))
  private let report = Mutex<Work.Report?>(nil)

  /// - Returns: False where this is the newest order already.
  func put(_ order: Work.Order) -> Bool {
    self.order.withLock {
      if $0.newest == order { return false }
      $0 = (order, false)
      return true
    }
  }

  func put(_ report: Work.Report) { self.report.withLock { $0 = report } }

  func takeOrder() -> Work.Order? {
    order.withLock { order in
      defer { order.isTaken = true }
      return order.isTaken ? nil : order.newest
    }
  }

  func takeReport() -> Work.Report? { report.withLock { $0.take() } }

  /// Whether the last report has been taken.
  var isWaiting: Bool { report.withLock { $0 == nil } }
}
