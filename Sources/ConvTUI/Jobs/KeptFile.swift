import Formats

/// Writes a file beside the screen whenever its content becomes another; of several in a row only the
/// newest is written.
struct KeptFile: Job {
  struct Order: Equatable, Sendable {
    let path: String
    let bytes: [UInt8]
    /// Whether it has to outlast a loss of power.
    var isLasting = true
  }

  private var order: Order?
  private var failure: FileError?

  mutating func take(_ order: Order) { self.order = order }

  var isIdle: Bool { order == nil }

  var shareDone: Double { isIdle ? 1 : 0 }

  mutating func step(isWatched: Bool) {
    guard let order = order.take() else { return }
    do throws(FileError) {
      try FileWriter.write(order.bytes, to: order.path, isLasting: order.isLasting)
      failure = nil
    } catch {
      failure = error
    }
  }

  func report() -> FileError? { failure }

  /// Writes an order that came last.
  mutating func end() throws(FileError) {
    step(isWatched: false)
    if let failure { throw failure }
  }
}
