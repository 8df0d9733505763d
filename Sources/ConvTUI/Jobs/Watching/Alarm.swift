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
  }

  let kind: Kind
  let run, tag: String
  let step: Int64

  /// Whether a script should end because of it.
  var isGrave: Bool { if case .plateau = kind { false } else { true } }

  /// The least number of values of which a plateau is told.
  private static let fewest = 40
  /// The share of all values at the end in which a loss has not become less.
  private static let flat = 0.4
  /// How many times as far above its least value as its whole way down a loss has diverged.
  private static let far = 1.0

  /// What is to be said of a tag.
  static func alarms(of tag: RunTag, in run: String) -> [Alarm] {
    guard tag.kind == .scalar else { return [] }
    if let (part, index) = tag.firstLost {
      let value = part.scalar(index)
      return [Alarm(kind: .lost(value), run: run, tag: tag.name, step: part.step(index))]
    }
    guard TagName(tag.name).isLoss else { return [] }
    return alarms(ofLoss: tag, in: run)
  }

  private static func alarms(ofLoss tag: RunTag, in run: String) -> [Alarm] {
    var values: [Double] = []
    var steps: [Int64] = []
    for part in tag.parts {
      for range in part.live.ranges {
        for index in range {
          values.append(part.scalar(index))
          steps.append(part.step(index))
        }
      }
    }
    guard values.count >= 4, let least = values.min(), let place = values.firstIndex(of: least)
    else { return [] }
    // The mean of the last values, so that one outlier is no alarm.
    let tail = values.suffix(max(3, values.count / 20))
    let now = tail.reduce(0, +) / Double(tail.count)
    let highest = values[...place].max() ?? least
    if now - least > (highest - least) * (1 + far), now > least {
      let start = values.indices.first { $0 > place && values[$0] > highest } ?? place
      return [
        Alarm(
          kind: .divergence(now: now, least: least), run: run, tag: tag.name, step: steps[start])
      ]
    }
    let since = values.count - 1 - place
    guard values.count >= fewest, Double(since) >= flat * Double(values.count) else { return [] }
    return [
      Alarm(
        kind: .plateau(values: since, least: least), run: run, tag: tag.name, step: steps[place])
    ]
  }
}
