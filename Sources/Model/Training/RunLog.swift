/// What is known of a run by step: all that its curves are drawn from.
///
/// It does not know who made the run, or whether it still goes on.
public struct RunLog: Hashable, Sendable {
  /// What a curve is about.
  public enum Quantity: Hashable, Sendable {
    case loss
    /// The share of right answers, 0 to 1.
    case accuracy
    case learningRate
    /// One weight, by its place among all of them.
    case weight(Int)
  }

  /// By step, thinned where there are many.
  public private(set) var series: Series
  /// The same with data that is not trained on.
  public private(set) var evaluations: Series
  /// The steps at which something was changed by hand, ascending.
  public private(set) var marks: [Int] = []

  /// - Parameters:
  ///   - capacity: The most steps that are kept.
  ///   - evaluationSpacing: The distance of the steps at which something is evaluated.
  public init(_ quantities: [Quantity], capacity: Int, evaluationSpacing: Int = 1) {
    series = Series(quantities, DownsampledSteps(capacity: capacity, spacing: 1))
    evaluations = Series(
      quantities,
      DownsampledSteps(capacity: RunLog.evaluationCapacity, spacing: evaluationSpacing))
  }

  /// The most evaluations that are kept.
  static let evaluationCapacity = 512

  /// Takes a step's values, NaN where there is none.
  ///
  /// - Precondition: The step follows all others.
  public mutating func append(at step: Int, _ value: (Quantity) -> Float) {
    series.append(at: step, value)
  }

  /// Takes what was found at a step with data that is not trained on.
  ///
  /// - Parameter isFirst: Whether it is kept in any case.
  public mutating func appendEvaluation(
    at step: Int, isFirst: Bool = false, _ value: (Quantity) -> Float
  ) {
    evaluations.append(at: step, isPinned: isFirst, value)
  }

  /// Marks a step at which something was changed by hand: what followed is given up.
  ///
  /// - Parameter value: What the step's values have become; nil where they stay.
  public mutating func mark(_ step: Int, _ value: ((Quantity) -> Float)?) {
    evaluations.removeAll(from: step + 1)
    series.removeAll(from: value == nil ? step + 1 : step)
    if let value { series.append(at: step, value) }
    marks.removeAll { $0 >= step }
    marks.append(step)
  }
}
