extension FormatError.Corruption {
  /// How a value of an event file is broken.
  public enum Events: Hashable, Sendable {
    /// Its protobuf message is not one.
    case message
    /// It has more or fewer numbers than its shape counts.
    case count(Int, dimensions: [Int])
    /// A histogram has rows of left edge, right edge and count, and not this shape.
    case histogram(dimensions: [Int])
  }
}
