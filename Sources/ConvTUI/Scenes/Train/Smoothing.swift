import Formats

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

  /// The average of a curve that begins now.
  var average: MovingAverage { MovingAverage(decay: Double(rawValue)) }

  /// The moving averages of a curve.
  func callAsFunction(_ values: [Float]) -> [Float] {
    guard self != .none else { return values }
    var average = average
    return values.map { Float(average.take(Double($0))) }
  }
}

extension Smoothing {
  static func setting<Root>(
    _ path: WritableKeyPath<Root, Smoothing> & Sendable
  ) -> Setting<Root> {
    Setting(
      name: "smoothing", label: \.smoothing, purpose: \.smoothingPurpose,
      domain: .choice(Smoothing.allCases.map(\.name)), isMain: true,
      get: { .choice($0[keyPath: path].name) },
      set: { root, value in
        if case .choice(let name) = value, let found = Smoothing.named(name) {
          root[keyPath: path] = found
        }
      })
  }
}
