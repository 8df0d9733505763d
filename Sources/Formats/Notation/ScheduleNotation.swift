import Model

/// A learning-rate schedule in one argument: `constant`, `step:10:0.5` and `cosine:100`.
public enum ScheduleNotation {
  /// Reads a schedule; nil for anything else. Its number of steps is at least 1, its factor not
  /// negative.
  public static func parse(_ text: String) -> Schedule? {
    let fields = text.split(separator: ":", omittingEmptySubsequences: false)
      .map(WholeNumber.trimmed)
    let steps = fields.count > 1 ? WholeNumber.parse(fields[1]) ?? 0 : 0
    switch (fields[0], fields.count) {
    case ("constant", 1): return .constant
    case ("cosine", 2) where steps > 0: return .cosine(steps: steps)
    case ("step", 3) where steps > 0:
      guard let factor = try? NumberList.parse(String(fields[2])), factor.count == 1,
        factor[0].isFinite, factor[0] >= 0
      else { return nil }
      return .step(every: steps, factor: factor[0])
    default: return nil
    }
  }

  /// The text that reads back as this schedule.
  public static func text(of schedule: Schedule) -> String {
    switch schedule {
    case .constant: "constant"
    case .step(let every, let factor): "step:\(every):\(factor)"
    case .cosine(let steps): "cosine:\(steps)"
    }
  }
}
