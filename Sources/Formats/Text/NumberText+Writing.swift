extension NumberText {
  /// The shortest text that reads back as the same number, without a decimal point where it is
  /// whole: `19`, `0.1`, `1e-05`. The exceptions are `nan`, `inf` and `-inf`.
  static func text(_ value: Float) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The same, with `NaN`, `Infinity` and `-Infinity` as Python's JSON has them.
  static func jsonText(_ value: Float) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    return text(value)
  }
}
