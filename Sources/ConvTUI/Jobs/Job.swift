import Formats

/// Work in the background, done in small parts according to orders.
///
/// What it does depends only on its start and its orders, not on the time of a report.
protocol Job: SendableMetatype {
  /// What the job must do; a newer order replaces an older one.
  associatedtype Order: Equatable & Sendable
  /// The result of the job at one moment.
  associatedtype Report: Equatable & Sendable

  mutating func take(_ order: Order)
  /// Whether there is nothing to do for the order.
  var isIdle: Bool { get }
  /// How much of the work for the order is done, in 0...1.
  var shareDone: Double { get }
  /// Does the next small part, where there is something to do.
  ///
  /// - Parameter isWatched: Whether to make a report after it.
  mutating func step(isWatched: Bool)
  mutating func report() -> Report
  /// Writes what must not be lost.
  ///
  /// - Throws: What could not be written.
  mutating func end() throws(FileError)
}
