extension RunLog {
  /// Some quantities at the same steps.
  public struct Series: Hashable, Sendable {
    public let quantities: [Quantity]
    /// The numbers of the first kept step, one for each quantity, then those of the next.
    private var values: [Float] = []
    private var kept: DownsampledSteps

    init(_ quantities: [Quantity], _ kept: DownsampledSteps) {
      self.quantities = quantities
      self.kept = kept
    }

    /// The steps that are kept, ascending.
    public var steps: [Int] { kept.steps }

    /// The values of a quantity at `steps`; NaN where a step has none, empty where nothing is known
    /// of it.
    ///
    /// - Complexity: O(steps).
    public subscript(_ quantity: Quantity) -> [Float] {
      guard let place = quantities.firstIndex(of: quantity) else { return [] }
      return steps.indices.map { values[$0 * quantities.count + place] }
    }

    /// The value at the last kept step up to this one.
    ///
    /// - Complexity: O(log steps).
    public func value(of quantity: Quantity, upTo step: Int) -> Float? {
      let count = count(upTo: step)
      guard count > 0, let place = quantities.firstIndex(of: quantity) else { return nil }
      return values[(count - 1) * quantities.count + place]
    }

    /// How many steps up to this one are kept.
    ///
    /// - Complexity: O(log steps).
    public func count(upTo step: Int) -> Int { kept.count(upTo: step) }

    mutating func append(at step: Int, isPinned: Bool = false, _ value: (Quantity) -> Float) {
      guard isPinned || kept.keeps(step) else { return }
      for quantity in quantities { values.append(value(quantity)) }
      guard let left = kept.insert(step, isPinned: isPinned) else { return }
      let width = quantities.count
      values = left.flatMap { values[$0 * width..<($0 + 1) * width] }
    }

    mutating func removeAll(from step: Int) {
      values.removeSubrange((kept.removeAll(from: step) * quantities.count)...)
    }
  }
}
