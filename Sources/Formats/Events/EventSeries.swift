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
  public private(set) var steps: [Int64] = []
  /// When they were written, in seconds since 1970.
  public private(set) var times: [Double] = []

  /// Of scalars in single precision; once one is in double precision, all are in `doubles`.
  private var singles: [Float] = []
  private var doubles: [Double] = []
  /// Of all that is not a scalar.
  private var places: [Range<Int>] = []

  init(tag: String, kind: EventKind) { (self.tag, self.kind) = (tag, kind) }

  public var count: Int { steps.count }

  /// The value of a scalar.
  ///
  /// - Precondition: The kind is `scalar`.
  public func scalar(_ index: Int) -> Double {
    doubles.isEmpty ? Double(singles[index]) : doubles[index]
  }

  /// Where a message with a value stands in the file, in bytes.
  ///
  /// - Precondition: The kind is not `scalar`.
  public func place(_ index: Int) -> Range<Int> { places[index] }

  mutating func append(_ step: Int64, _ time: Double, single: Float) {
    guard doubles.isEmpty else { return append(step, time, double: Double(single)) }
    append(step, time)
    singles.append(single)
  }

  mutating func append(_ step: Int64, _ time: Double, double: Double) {
    append(step, time)
    if doubles.isEmpty {
      doubles = singles.map(Double.init)
      singles = []
    }
    doubles.append(double)
  }

  mutating func append(_ step: Int64, _ time: Double, place: Range<Int>) {
    append(step, time)
    places.append(place)
  }

  private mutating func append(_ step: Int64, _ time: Double) {
    steps.append(step)
    times.append(time)
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
