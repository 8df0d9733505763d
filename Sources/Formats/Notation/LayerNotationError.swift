/// A layer that cannot be read.
public struct LayerNotationError: Error, Hashable, Sendable {
  /// Counted from 1.
  public let layer: Int
  /// What stands there, at most 40 scalars long, without control characters; empty between two
  /// commas.
  public let text: String
  public let reason: Reason

  public enum Reason: Error, Hashable, Sendable {
    /// It starts with none of the layer kinds, `FieldLayer.Kind.allCases`.
    case kind
    /// It starts with none of a network's layer kinds, `NetworkNotation.kinds`.
    case networkKind
    /// No number of kernels and size like `conv6@5` follows.
    case kernels
    /// No number of outputs like `linear10` follows.
    case outputs
    /// No number like `dropout0.5` follows.
    case number
    /// A layer that takes neither size nor options has something behind its name.
    case bare(String)
    /// No size like `3` or `3x5` follows the kind.
    case size
    /// An option that starts with none of `Option.allCases`.
    case unknownOption(String)
    /// No number like `2` or `2x1` follows the option's letter.
    case value(Option)
    /// The option stands there twice.
    case repeated(Option)
  }

  /// What may follow a layer's size, by its letter.
  public enum Option: Character, CaseIterable, Hashable, Sendable {
    case stride = "s"
    case padding = "p"
    case dilation = "d"
  }
}
