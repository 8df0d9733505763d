extension FieldStack {
  /// How many ways lead from a unit to each row and column of another map.
  ///
  /// To an earlier map these are the inputs that the unit sees, to a later one the outputs that it
  /// reaches; zero where it does not. A cell has as many paths as its row times its column.
  ///
  /// - Parameters:
  ///   - unit: A position in map `map`.
  ///   - other: The map to reach, before or after.
  /// - Precondition: The unit lies in its map, and both maps in 0...layers.count.
  /// - Complexity: O(layers · units along an axis · kernel size).
  public func paths(from unit: Position, of map: Int, to other: Int) -> PerAxis<[Double]> {
    paths(from: unit, of: map, to: [other])[0]
  }

  /// The same to each of several maps, at the cost of the farthest ones.
  public func paths(from unit: Position, of map: Int, to others: [Int]) -> [PerAxis<[Double]>] {
    let rows = paths(\.rows, from: unit.rows, of: map, to: others, length: \.rows)
    let columns = paths(\.columns, from: unit.columns, of: map, to: others, length: \.columns)
    return others.map { PerAxis(rows: rows[$0] ?? [], columns: columns[$0] ?? []) }
  }

  private func paths(
    _ axis: KeyPath<PerAxis<Axis>, Axis>, from unit: Int, of map: Int, to others: [Int],
    length: KeyPath<PerAxis<Int>, Int>
  ) -> [Int: [Double]] {
    var start = [Double](repeating: 0, count: maps[map][keyPath: length])
    start[unit] = 1
    let wanted = Set(others)
    var found = wanted.contains(map) ? [map: start] : [:]
    var (counts, next) = (start, start)
    for layer in ((others.min() ?? map)..<max(map, others.min() ?? map)).reversed() {
      FieldStack.step(back: axes[layer][keyPath: axis], counts, into: &next)
      swap(&counts, &next)
      if wanted.contains(layer) { found[layer] = counts }
    }
    counts = start
    for layer in map..<max(map, others.max() ?? map) {
      FieldStack.step(on: axes[layer][keyPath: axis], counts, into: &next)
      swap(&counts, &next)
      if wanted.contains(layer + 1) { found[layer + 1] = counts }
    }
    return found
  }

  /// From the outputs of a layer to its inputs.
  private static func step(back axis: Axis, _ counts: [Double], into next: inout [Double]) {
    next.removeAll(keepingCapacity: true)
    next.append(contentsOf: repeatElement(0, count: axis.input))
    for output in 0..<axis.output where counts[output] > 0 {
      for tap in 0..<axis.kernel {
        guard let input = axis.source(axis.place(output: output, tap: tap)) else { continue }
        next[input] += counts[output]
      }
    }
  }

  /// From the inputs of a layer to its outputs.
  private static func step(on axis: Axis, _ counts: [Double], into next: inout [Double]) {
    next.removeAll(keepingCapacity: true)
    next.append(contentsOf: repeatElement(0, count: axis.output))
    for output in 0..<axis.output {
      for tap in 0..<axis.kernel {
        guard let input = axis.source(axis.place(output: output, tap: tap)) else { continue }
        next[output] += counts[input]
      }
    }
  }
}
