/// Values of the steps of something long, never more than a given number of them.
///
/// Steps at even distances have a value. Where there would be too many, every second one is given
/// up and the distance doubles. Values that are pinned stay, and do not count.
public struct Thinned<Value: Sendable>: Sendable {
  /// The steps that have a value, ascending.
  public private(set) var steps: [Int] = []
  /// Their values.
  public private(set) var values: [Value] = []
  /// The distance of the steps that are kept.
  public private(set) var spacing: Int
  private var pinned: Set<Int> = []
  private let capacity: Int

  /// - Parameter spacing: The distance to begin with.
  public init(capacity: Int, spacing: Int = 1) {
    precondition(capacity >= 2 && spacing >= 1)
    self.capacity = capacity
    self.spacing = spacing
  }

  public var count: Int { steps.count }

  /// Takes the value of a step, where it is one of those that are kept.
  ///
  /// - Precondition: The step follows all others.
  public mutating func append(_ value: @autoclosure () -> Value, at step: Int) {
    if spacing == 1 || step.isMultiple(of: spacing) { insert(value(), at: step) }
  }

  /// Takes the value of a step and keeps it, in place of what there is from this step on.
  public mutating func pin(_ value: Value, at step: Int) {
    removeAll(from: step)
    pinned.insert(step)
    insert(value, at: step)
  }

  /// The value of the last step up to this one that has one.
  ///
  /// - Complexity: O(log count).
  public func last(upTo step: Int) -> Value? {
    let index = index(after: step)
    return index > 0 ? values[index - 1] : nil
  }

  /// Gives up all values from a step on.
  public mutating func removeAll(from step: Int) {
    let index = index(after: step - 1)
    steps.removeSubrange(index...)
    values.removeSubrange(index...)
    pinned = pinned.filter { $0 < step }
  }

  private mutating func insert(_ value: Value, at step: Int) {
    precondition(steps.last.map { $0 < step } ?? true)
    steps.append(step)
    values.append(value)
    guard count - pinned.count > capacity else { return }
    spacing *= 2
    let kept = steps.indices.filter {
      steps[$0].isMultiple(of: spacing) || pinned.contains(steps[$0])
    }
    (steps, values) = (kept.map { steps[$0] }, kept.map { values[$0] })
  }

  /// How many steps up to this one have a value.
  private func index(after step: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if steps[middle] <= step { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Thinned: Equatable where Value: Equatable {}
extension Thinned: Hashable where Value: Hashable {}
