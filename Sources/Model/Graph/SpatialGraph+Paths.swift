extension SpatialGraph {
  /// How many ways lead from a unit to each cell of another map.
  ///
  /// To an earlier map these are the inputs that the unit sees, to a later one the outputs that it
  /// reaches; zero where it does not.
  ///
  /// - Parameters:
  ///   - unit: A position in map `map`.
  ///   - other: The map to reach, before or after.
  /// - Precondition: The unit lies in its map, and both maps are there.
  /// - Complexity: O(layers · units along an axis · kernel size) where no layer takes several maps.
  public func paths(from unit: Position, of map: Int, to other: Int) -> PathCounts {
    paths(from: unit, of: map, to: [other])[0]
  }

  /// The same to each of several maps, at the cost of the farthest ones.
  public func paths(from unit: Position, of map: Int, to others: [Int]) -> [PathCounts] {
    let wanted = Set(others)
    let start = PathCounts(unit: unit, in: maps[map])
    var found = back(from: map, start, to: min(map, others.min() ?? map), wanted)
    for (map, counts) in on(from: map, start, to: max(map, others.max() ?? map), wanted) {
      found[map] = counts
    }
    return others.map { found[$0] ?? nothing(in: $0) }
  }

  private func nothing(in map: Int) -> PathCounts {
    PathCounts([
      PerAxis(
        rows: [Double](repeating: 0, count: maps[map].rows),
        columns: [Double](repeating: 0, count: maps[map].columns))
    ])
  }

  /// From a map to those before it, down to one.
  private func back(
    from map: Int, _ start: PathCounts, to first: Int, _ wanted: Set<Int>
  ) -> [Int: PathCounts] {
    var counts = [PathCounts?](repeating: nil, count: map - first + 1)
    counts[map - first] = start
    var found: [Int: PathCounts] = [:]
    var spare: [Double] = []
    for current in (first...map).reversed() {
      guard var terms = counts[current - first] else { continue }
      counts[current - first] = nil
      if wanted.contains(current) { found[current] = terms }
      guard current > first else { break }
      let (rows, columns) = windows[current - 1]
      for index in terms.terms.indices {
        rows.spread(terms.terms[index].rows, into: &spare)
        swap(&terms.terms[index].rows, &spare)
        columns.spread(terms.terms[index].columns, into: &spare)
        swap(&terms.terms[index].columns, &spare)
      }
      for input in graph.nodes[current - 1].inputs where input >= first {
        counts[input - first].add(terms)
      }
    }
    return found
  }

  /// From a map to those after it, up to one.
  private func on(
    from map: Int, _ start: PathCounts, to last: Int, _ wanted: Set<Int>
  ) -> [Int: PathCounts] {
    var counts = [PathCounts?](repeating: nil, count: last - map + 1)
    counts[0] = start
    var found: [Int: PathCounts] = [:]
    var lastUse = [Int](repeating: 0, count: last - map + 1)
    for current in map + 1..<max(map + 1, last + 1) {
      for input in graph.nodes[current - 1].inputs where input >= map {
        lastUse[input - map] = current
      }
    }
    var spare: [Double] = []
    for current in map...last {
      if current > map {
        var sum: PathCounts?
        for input in graph.nodes[current - 1].inputs where input >= map {
          guard let terms = counts[input - map] else { continue }
          sum.add(terms)
          if lastUse[input - map] == current, !wanted.contains(input) { counts[input - map] = nil }
        }
        guard var terms = sum else { continue }
        sum = nil
        let (rows, columns) = windows[current - 1]
        for index in terms.terms.indices {
          rows.gather(terms.terms[index].rows, into: &spare)
          swap(&terms.terms[index].rows, &spare)
          columns.gather(terms.terms[index].columns, into: &spare)
          swap(&terms.terms[index].columns, &spare)
        }
        counts[current - map] = terms
      }
      if wanted.contains(current) { found[current] = counts[current - map] }
    }
    return found
  }
}

extension PathCounts? {
  fileprivate mutating func add(_ other: PathCounts) {
    if self == nil { self = other } else { self?.add(other) }
  }
}
