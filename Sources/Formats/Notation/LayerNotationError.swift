/// A layer that cannot be read.
public struct LayerNotationError: Error, Hashable, Sendable {
  /// Counted from 1.
  public let layer: Int
  /// What stands there, at most 40 scalars long, without control characters; empty between two
  /// commas.
  public let text: String
  public let reason: Reason

  public enum Reason: Error, Hashable, Sendable {
    /// It starts with none of `GraphNotation.names`.
    case kind
    /// Something before `@` that is no number of kernels, or no size behind it, as in `conv6@5`.
    case kernels
    /// No number of outputs like `linear10` follows.
    case outputs
    /// No number like `dropout0.5` follows.
    case number
    /// A layer that takes neither size nor options has something behind its name.
    case bare(String)
    /// No size like `3` or `3x5` follows the kind.
    case size
    /// An option that is none of `Option.allCases`.
    case unknownOption(String)
    /// An option that layers of this kind do not have.
    case foreignOption(Option, of: String)
    /// No value like `2` or `2x1` follows the option's letter.
    case value(Option)
    /// The option stands there twice.
    case repeated(Option)
    /// A padding that keeps the size, together with one in numbers or with a stride.
    case sameWith(Option)
    /// A name that is no word of letters, digits, `-` and `_`, or that means the image.
    case name(String)
    /// Numbers from a file, where none are taken.
    case source
  }

  /// What may follow a layer's size.
  public enum Option: String, CaseIterable, Hashable, Sendable {
    case stride = "s"
    case padding = "p"
    case dilation = "d"
    case groups = "g"
    case mode = "m"
    case bias = "b"
    /// Rows and columns added at the end of a transposed convolution's output.
    case output = "o"
    case same
    case sameLower = "same-lower"
    case ceil
    case from
  }
}
