/// Values of the steps of something long, never more than a given number of them.
///
/// Steps at even distances have a value. Where there would be too many, every second one is given
/// up and the distance doubles. Values that are pinned stay, and do not count.
public struct Downsampled<Value: Sendable>: Sendable {
  /// The values of `steps`.
  public private(set) var values: [Value] = []
  private var kept: DownsampledSteps

  /// - Parameter spacing: The distance to begin with.
  public init(capacity: Int, spacing: Int = 1) {
    kept = DownsampledSteps(capacity: capacity, spacing: spacing)
  }

  /// The steps that have a value, ascending.
  public var steps: [Int] { kept.steps }
  /// The distance of the steps that are kept.
  public var spacing: Int { kept.spacing }
  public var count: Int { values.count }

  /// Takes the value of a step, where it is one of those that are kept.
  ///
  /// - Precondition: The step follows all others.
  public mutating func append(_ value: @autoclosure () -> Value, at step: Int) {
    if kept.keeps(step) { insert(value(), kept.insert(step)) }
  }

  /// Takes the value of a step and keeps it, in place of what there is from this step on.
  public mutating func pin(_ value: Value, at step: Int) {
    removeAll(from: step)
    insert(value, kept.insert(step, isPinned: true))
  }

  /// The value of the last step up to this one that has one.
  ///
  /// - Complexity: O(log count).
  public func last(upTo step: Int) -> Value? {
    let count = kept.count(upTo: step)
    return count > 0 ? values[count - 1] : nil
  }

  /// Gives up all values from a step on.
  public mutating func removeAll(from step: Int) {
    values.removeSubrange(kept.removeAll(from: step)...)
  }

  private mutating func insert(_ value: Value, _ left: [Int]?) {
    values.append(value)
    if let left { values = left.map { values[$0] } }
  }
}

extension Downsampled: Equatable where Value: Equatable {}
extension Downsampled: Hashable where Value: Hashable {}
