import Formats

/// Work beside the screen, done in small parts as it is ordered to.
///
/// What it does depends on its start and its orders alone, not on when somebody looks.
protocol Job: SendableMetatype {
  /// What is asked of it; a newer one takes the place of an older.
  associatedtype Order: Equatable & Sendable
  /// What it has come to at one moment.
  associatedtype Report: Equatable & Sendable

  mutating func take(_ order: Order)
  /// Whether there is nothing to do for the order.
  var isIdle: Bool { get }
  /// How much of the work for the order is done, in 0...1.
  var shareDone: Double { get }
  /// Does the next small part, where there is something to do.
  ///
  /// - Parameter isWatched: Whether a report is wanted after it.
  mutating func step(isWatched: Bool)
  mutating func report() -> Report
  /// Writes what must not be lost.
  ///
  /// - Throws: What could not be written.
  mutating func end() throws(FileError)
}
