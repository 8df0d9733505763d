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

  private struct Curve: Hashable, Sendable {
    let quantity: Quantity
    var points: Thinned<Float>
  }

  /// The steps at which something was changed by hand, ascending.
  public private(set) var marks: [Int] = []
  private var series: [Curve] = []
  private var evaluations: [Curve] = []
  private let capacity: Int

  /// - Parameter capacity: The most points of a curve.
  public init(capacity: Int) {
    self.capacity = capacity
  }

  /// A quantity by step; empty where nothing is known of it.
  public subscript(_ quantity: Quantity) -> Thinned<Float> {
    series.first { $0.quantity == quantity }?.points ?? Thinned(capacity: capacity)
  }

  /// A quantity by step, with data that is not trained on; empty where nothing is known of it.
  public func evaluated(_ quantity: Quantity) -> Thinned<Float> {
    evaluations.first { $0.quantity == quantity }?.points ?? Thinned(capacity: capacity)
  }

  /// Begins a curve, which has no points yet.
  ///
  /// - Parameter evaluationSpacing: The distance of the steps at which the quantity is found with data
  ///   that is not trained on.
  public mutating func begin(_ quantity: Quantity, evaluationSpacing: Int = 1) {
    series.append(Curve(quantity: quantity, points: Thinned(capacity: capacity)))
    evaluations.append(
      Curve(
        quantity: quantity,
        points: Thinned(capacity: RunLog.evaluationCapacity, spacing: evaluationSpacing)))
  }

  /// The most evaluations of a quantity.
  public static let evaluationCapacity = 512

  /// Takes a step's value of every quantity that has one.
  ///
  /// - Precondition: The step follows all others.
  public mutating func append(at step: Int, _ value: (Quantity) -> Float?) {
    for index in series.indices {
      guard let value = value(series[index].quantity) else { continue }
      series[index].points.append(value, at: step)
    }
  }

  /// Takes what was found at a step with data that is not trained on.
  ///
  /// - Parameter isFirst: Whether it is kept in any case.
  public mutating func appendEvaluation(
    at step: Int, isFirst: Bool = false, _ value: (Quantity) -> Float?
  ) {
    for index in evaluations.indices {
      guard let value = value(evaluations[index].quantity) else { continue }
      if isFirst {
        evaluations[index].points.pin(value, at: step)
      } else {
        evaluations[index].points.append(value, at: step)
      }
    }
  }

  /// Marks a step at which something was changed by hand: what followed is given up, and the values
  /// that the step has now take the place of those it had.
  public mutating func mark(_ step: Int, _ value: (Quantity) -> Float?) {
    for index in series.indices {
      let value = value(series[index].quantity)
      series[index].points.removeAll(from: value == nil ? step + 1 : step)
      if let value { series[index].points.append(value, at: step) }
    }
    for index in evaluations.indices { evaluations[index].points.removeAll(from: step + 1) }
    marks.removeAll { $0 >= step }
    marks.append(step)
  }
}
