/// How much of the past a smoothed curve carries along.
enum Smoothing: Float, CaseIterable, Sendable {
  case none = 0
  case light = 0.8
  case strong = 0.95

  var name: String {
    switch self {
    case .none: "none"
    case .light: "light"
    case .strong: "strong"
    }
  }

  static func named(_ name: String) -> Smoothing? { allCases.first { $0.name == name } }

  /// The exponential moving average of a curve, freed of the weight of its first value.
  func callAsFunction(_ values: [Float]) -> [Float] {
    var (sum, weight) = (Float(0), Float(0))
    return values.map { value in
      guard value.isFinite else { return value }
      sum = rawValue * sum + (1 - rawValue) * value
      weight = rawValue * weight + (1 - rawValue)
      return sum / weight
    }
  }
}
