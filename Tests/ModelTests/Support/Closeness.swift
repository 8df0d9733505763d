import Testing

/// Expects every number within `tolerance` times the largest expected magnitude.
///
/// NaN is close to nothing.
func expectClose(
  _ actual: [Float], _ expected: [Double], within tolerance: Double, _ what: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expectClose(
    actual.map(Double.init), expected, within: tolerance, what, sourceLocation: sourceLocation)
}

func expectClose(
  _ actual: [Double], _ expected: [Double], within tolerance: Double, _ what: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard actual.count == expected.count else {
    Issue.record(
      "\(what): \(actual.count) numbers, not \(expected.count)", sourceLocation: sourceLocation)
    return
  }
  let bound = tolerance * (expected.map(abs).max() ?? 0)
  let far = actual.indices.first { !(abs(actual[$0] - expected[$0]) <= bound) }
  guard let far else { return }
  Issue.record(
    "\(what)[\(far)] is \(actual[far]), not \(expected[far]) ± \(bound)",
    sourceLocation: sourceLocation)
}

/// Σ aᵢ·bᵢ in double precision.
func inner(_ a: [Float], _ b: [Float]) -> Double {
  zip(a, b).reduce(0) { $0 + Double($1.0) * Double($1.1) }
}
