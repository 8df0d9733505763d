import Model

/// A remark on a file that was read: this is not an error, but the file could mean something else.
///
/// Texts taken from a file are as in `FormatError`.
public enum FormatRemark: Hashable, Sendable {
  /// An array has a single axis of this length, and became the only row of a matrix.
  case oneAxis(length: Int)
  /// A JPEG breaks a rule and can be read all the same: libjpeg’s own words.
  case untidy(String)
  /// The elements of an array have two bytes and no type that NumPy knows, as bfloat16 is written.
  case bfloat16
  /// The first line of a text holds names, and was left out.
  case skippedHeader(String)
  /// Commas were read as decimal points.
  case decimalCommas
  /// A file of PyTorch's asks for these functions to be called, and they were not.
  case uncalled([String])
}

extension Shape {
  /// The shape of an array of one to four axes; a single one becomes the only row of a matrix.
  init(axes: [Int], _ remark: (FormatRemark) -> Void) {
    if axes.count == 1 { remark(.oneAxis(length: axes[0])) }
    self.init(axes.count == 1 ? [1] + axes : axes)
  }
}
