/// Ascending steps, each once. Regular ones take hardly any memory.
public struct StepRuns: Sendable {
  private enum Run: Sendable, Hashable {
    /// As far from each other as `stride`, which is at least 1.
    case even(first: Int64, stride: Int64, count: Int)
    case uneven([Int64])
  }

  private var runs: [Run] = []
  /// The place of each run's first step.
  private var starts: [Int] = []
  public private(set) var count = 0

  public init() {}

  /// The least number of steps that are worth a run of their own.
  private static let fewest = 16

  /// Appends a step, unless it is the last one already.
  ///
  /// - Precondition: It is not less than those before.
  public mutating func append(_ step: Int64) {
    guard count > 0, let run = runs.last else { return add(.uneven([step])) }
    switch run {
    case .even(let first, let stride, let number):
      let last = first &+ stride &* Int64(number - 1)
      if step == last { return }
      if step &- stride == last {
        runs[runs.count - 1] = .even(first: first, stride: stride, count: number + 1)
        count += 1
      } else {
        add(.uneven([step]))
      }
    case .uneven(var steps):
      if step == steps.last { return }
      // Taken out, so that nothing is copied where it grows.
      runs[runs.count - 1] = .uneven([])
      steps.append(step)
      runs[runs.count - 1] = .uneven(steps)
      count += 1
      if steps.count == StepRuns.fewest { makeEven(steps) }
    }
  }

  /// Makes a run of steps even, where they are.
  private mutating func makeEven(_ steps: [Int64]) {
    let stride = steps[1] &- steps[0]
    guard stride > 0, zip(steps, steps.dropFirst()).allSatisfy({ $1 &- $0 == stride }) else {
      return
    }
    runs[runs.count - 1] = .even(first: steps[0], stride: stride, count: steps.count)
  }

  /// Appends steps as far from each other as `stride`, which is at least 1.
  public mutating func append(first: Int64, stride: Int64, count number: Int) {
    if case .even(let start, stride, let before)? = runs.last,
      first == start &+ stride &* Int64(before)
    {
      runs[runs.count - 1] = .even(first: start, stride: stride, count: before + number)
      count += number
    } else if number < StepRuns.fewest || count > 0 && self[count - 1] >= first {
      for index in 0..<number { append(first &+ stride &* Int64(index)) }
    } else {
      add(.even(first: first, stride: stride, count: number))
    }
  }

  private mutating func add(_ run: Run) {
    runs.append(run)
    starts.append(count)
    switch run {
    case .even(_, _, let number): count += number
    case .uneven(let steps): count += steps.count
    }
  }

  // MARK: Two of them

  /// How many steps are not greater than one.
  public func count(upTo step: Int64) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= step { low = middle + 1 } else { high = middle }
    }
    return low
  }

  public func contains(_ step: Int64) -> Bool {
    let place = count(upTo: step)
    return place > 0 && self[place - 1] == step
  }

  /// Whether all steps of another are among these, as far as it is soon told.
  private func holds(_ other: StepRuns) -> Bool {
    guard count >= other.count else { return false }
    return other.runs.allSatisfy { run in
      switch run {
      case .uneven(let steps): return steps.allSatisfy(contains)
      case .even(let first, let stride, let count):
        let last = first &+ stride &* Int64(count - 1)
        return runs.contains { own in
          guard case .even(let start, let step, let number) = own else { return false }
          let end = start &+ step &* Int64(number - 1)
          return start <= first && last <= end && stride.isMultiple(of: step)
            && (first &- start).isMultiple(of: step)
        }
      }
    }
  }

  /// The steps of both, each once.
  public func merged(with other: StepRuns) -> StepRuns {
    if runs == other.runs || holds(other) { return self }
    if other.holds(self) { return other }
    var merged = StepRuns()
    var (i, j) = (0, 0)
    while i < count || j < other.count {
      if j == other.count || i < count && self[i] <= other[j] {
        merged.append(self[i])
        i += 1
      } else {
        merged.append(other[j])
        j += 1
      }
    }
    return merged
  }
}

extension StepRuns: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { count }

  public subscript(place: Int) -> Int64 {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= place { low = middle } else { high = middle }
    }
    switch runs[low] {
    case .even(let first, let stride, _): return first &+ stride &* Int64(place - starts[low])
    case .uneven(let steps): return steps[place - starts[low]]
    }
  }
}

extension StepRuns: Equatable, ExpressibleByArrayLiteral {
  public static func == (left: StepRuns, right: StepRuns) -> Bool {
    left.runs == right.runs || left.elementsEqual(right)
  }

  public init(arrayLiteral steps: Int64...) { for step in steps { append(step) } }
}
