/// Which steps of something long have a value, never more than a given number of them.
///
/// Steps at even distances have one. Where there would be too many, every second one is given up and
/// the distance doubles. Steps that are pinned stay, and do not count.
struct DownsampledSteps: Hashable, Sendable {
  /// Ascending.
  private(set) var steps: [Int] = []
  /// The distance of the steps that are kept.
  private(set) var spacing: Int
  private var pinned: Set<Int> = []
  private let capacity: Int

  init(capacity: Int, spacing: Int) {
    precondition(capacity >= 2 && spacing >= 1)
    self.capacity = capacity
    self.spacing = spacing
  }

  /// Whether a step is one of those that are kept.
  func keeps(_ step: Int) -> Bool { spacing == 1 || step.isMultiple(of: spacing) }

  /// Takes a step, which stays where it is pinned.
  ///
  /// - Returns: The places that are kept, ascending, where every second step is given up.
  /// - Precondition: The step follows all others.
  mutating func insert(_ step: Int, isPinned: Bool = false) -> [Int]? {
    precondition(steps.last.map { $0 < step } ?? true)
    if isPinned { pinned.insert(step) }
    steps.append(step)
    guard steps.count - pinned.count > capacity else { return nil }
    spacing *= 2
    let kept = steps.indices.filter {
      steps[$0].isMultiple(of: spacing) || pinned.contains(steps[$0])
    }
    steps = kept.map { steps[$0] }
    return kept
  }

  /// Gives up all steps from one on.
  ///
  /// - Returns: How many are left.
  mutating func removeAll(from step: Int) -> Int {
    let count = count(upTo: step - 1)
    guard count < steps.count else { return count }
    steps.removeSubrange(count...)
    pinned = pinned.filter { $0 < step }
    return count
  }

  /// How many steps up to this one have a value.
  ///
  /// - Complexity: O(log count).
  func count(upTo step: Int) -> Int {
    var (low, high) = (0, steps.count)
    while low < high {
      let middle = (low + high) / 2
      if steps[middle] <= step { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
