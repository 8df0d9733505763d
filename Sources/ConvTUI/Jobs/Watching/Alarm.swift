import Formats

/// Something in a training that its owner would want to hear of.
struct Alarm: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// The first value that is not finite.
    case lost(Double)
    /// A loss that is far above the least it came to.
    case divergence(now: Double, least: Double)
    /// A loss that has not become less for so many values.
    case plateau(values: Int, least: Double)
    /// Steps that each change a tensor by a large or a tiny part of itself; log₁₀ of that part.
    case explodingUpdates(Double)
    case vanishingUpdates(Double)
    /// Kernels all of whose numbers are 0, of how many.
    case deadKernels(Int, of: Int)
    /// Two kernels that are as good as one.
    case twins(WeightNorm.Twins)
    /// One of several ranks logs no more, while others have gone on to a step.
    case stopped(others: Int64)
  }

  let kind: Kind
  let run, tag: String
  let step: Int64
  /// Of which rank it is told, where there are several.
  var rank: Int?

  /// Whether a script should end because of it.
  var isGrave: Bool {
    switch kind {
    case .lost, .divergence: true
    case .plateau, .explodingUpdates, .vanishingUpdates, .deadKernels, .twins, .stopped: false
    }
  }

  var isOfStoppedRank: Bool { if case .stopped = kind { true } else { false } }

  /// What is the same as long as it is the same alarm, also when its numbers change.
  var name: String {
    switch kind {
    case .lost: "lost"
    case .divergence: "divergence"
    case .plateau: "plateau"
    case .explodingUpdates: "exploding"
    case .vanishingUpdates: "vanishing"
    case .deadKernels: "dead"
    case .twins: "twins"
    case .stopped: "stopped \(rank ?? 0)"
    }
  }

  /// The least number of values of which a plateau is told.
  private static let fewest = 40
  /// The share of all values at the end in which a loss has not become less.
  private static let flat = 0.4
  /// How many times as far above its least value as its whole way down a loss has diverged.
  private static let far = 1.0
  /// It has not where it is no further above its least value than this share of it, as one that stays where it
  /// began.
  private static let near = 0.2

  /// What is to be said of the values of a tag.
  ///
  /// - Complexity: O(values ÷ 1024).
  static func alarms(of tag: RunTag, in run: String) -> [Alarm] {
    guard tag.kind == .scalar else { return [] }
    if let (part, index) = tag.firstLost {
      let value = part.scalar(index)
      return [Alarm(kind: .lost(value), run: run, tag: tag.name, step: part.step(index))]
    }
    guard TagName(tag.name).isLoss else { return [] }
    return alarms(ofLoss: LiveValues(tag)).map { kind, step in
      Alarm(kind: kind, run: run, tag: tag.name, step: step)
    }
  }

  private static func alarms(ofLoss values: LiveValues) -> [(Kind, Int64)] {
    guard values.count >= 4, let (least, place) = values.least else { return [] }
    // The mean of the last values, so that one outlier is no alarm.
    let now = values.mean(ofLast: max(3, values.count / 20))
    let highest = values.greatest(upTo: place)
    if now - least > max((highest - least) * (1 + far), near * abs(least)), now > least {
      let start = values.first(after: place, above: highest) ?? place
      return [(.divergence(now: now, least: least), values.step(start))]
    }
    let since = values.count - 1 - place
    guard values.count >= fewest, Double(since) >= flat * Double(values.count) else { return [] }
    return [(.plateau(values: since, least: least), values.step(place))]
  }
}
