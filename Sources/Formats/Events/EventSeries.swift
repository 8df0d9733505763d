/// What a tag of an event file holds.
public enum EventKind: Hashable, Sendable {
  case scalar, tensor, image, histogram, text, hyperparameters, precisionRecall, audio
  /// What a plugin of this name shows; empty where there is no value.
  case other(plugin: String)
}

/// All that an event file holds under one tag and of one kind, in the order of the file. Scalars are in
/// memory, everything else stays in the file.
public struct EventSeries: Sendable {
  /// As it stands in the file, with all control characters.
  public let tag: String
  public let kind: EventKind
  /// The steps, the times and, of scalars, the values.
  private var scalars = ScalarSeries()
  /// Of all that is not a scalar.
  private var places: [Range<Int>] = []

  init(tag: String, kind: EventKind) { (self.tag, self.kind) = (tag, kind) }

  public var count: Int { scalars.count }

  public func step(_ index: Int) -> Int64 { scalars.step(index) }

  /// When it was written, in seconds since 1970.
  public func time(_ index: Int) -> Double { scalars.time(index) }

  /// The value of a scalar.
  ///
  /// - Precondition: The kind is `scalar`.
  public func scalar(_ index: Int) -> Double { scalars.value(index) }

  /// All values of a scalar with their steps; of another kind the steps alone are its own.
  public var series: ScalarSeries { scalars }

  /// Where a message with a value stands in the file, in bytes.
  ///
  /// - Precondition: The kind is not `scalar`.
  public func place(_ index: Int) -> Range<Int> { places[index] }

  mutating func append(_ step: Int64, _ time: Double, _ value: Double) {
    scalars.append(step: step, time: time, value)
  }

  mutating func append(_ step: Int64, _ time: Double, place: Range<Int>) {
    scalars.append(step: step, time: time, 0)
    places.append(place)
  }
}

/// What an event file says of the run rather than of one tag.
public struct EventMark: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// What each file starts with, as in `brain.Event:2`.
    case fileVersion(String)
    /// A training begins here, or goes on: values from the step on that stand before it are old.
    case start
    case stop, checkpoint
    /// The graph of a model, whose bytes are not read.
    case graph
  }

  public let kind: Kind
  public let step: Int64
  /// In seconds since 1970.
  public let time: Double
  /// Of its record in the file, in bytes.
  public let offset: Int
}
