extension Float {
  /// The nearest number of so many digits, or the next one.
  func rounded(
    toDigits digits: Int, _ rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero
  ) -> Float {
    guard isFinite, self != 0 else { return self }
    var unit = 1.0
    let size = Double(magnitude)
    while size / unit >= 10 { unit *= 10 }
    while size / unit < 1 { unit /= 10 }
    for _ in 1..<digits { unit /= 10 }
    return Float((Double(self) / unit).rounded(rule) * unit)
  }
}
