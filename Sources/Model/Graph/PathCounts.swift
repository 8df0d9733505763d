/// How many ways lead from one unit to each cell of a map: a sum of products of a count for the row
/// and one for the column.
///
/// Layers one after the other need one product, branches one for each way of going through them.
public struct PathCounts: Sendable, Equatable {
  /// As long as the map's rows and columns.
  public internal(set) var terms: [PerAxis<[Double]>]

  init(_ terms: [PerAxis<[Double]>]) { self.terms = terms }

  /// One way to a unit itself.
  init(unit: Position, in map: PlaneSize) {
    func one(_ place: Int, _ length: Int) -> [Double] {
      var counts = [Double](repeating: 0, count: length)
      counts[place] = 1
      return counts
    }
    terms = [
      PerAxis(rows: one(unit.row, map.rows), columns: one(unit.column, map.columns))
    ]
  }

  /// The number of ways to a cell.
  public subscript(row: Int, column: Int) -> Double {
    terms.reduce(0) { $0 + $1.rows[row] * $1.columns[column] }
  }

  /// The rows and columns of the cells that any way leads to, the first and the last; nil where none
  /// does.
  public var extent: PerAxis<ClosedRange<Int>>? {
    let seen = terms.compactMap { term -> PerAxis<ClosedRange<Int>>? in
      guard let rows = term.rows.seen, let columns = term.columns.seen else { return nil }
      return PerAxis(rows: rows, columns: columns)
    }
    guard let first = seen.first else { return nil }
    func union(_ axis: KeyPath<PerAxis<ClosedRange<Int>>, ClosedRange<Int>>) -> ClosedRange<Int> {
      seen.reduce(first[keyPath: axis]) {
        min(
          $0.lowerBound, $1[keyPath: axis].lowerBound)...max(
            $0.upperBound, $1[keyPath: axis].upperBound)
      }
    }
    return PerAxis(rows: union(\.rows), columns: union(\.columns))
  }

  /// The number of cells that any way leads to.
  public var count: Int {
    if terms.count == 1 {
      return terms[0].rows.count { $0 > 0 } * terms[0].columns.count { $0 > 0 }
    }
    return cells.reduce(0) { $0 + $1.count { $0 > 0 } }
  }

  /// The most ways to any cell.
  public var largest: Double {
    if terms.count == 1 { return (terms[0].rows.max() ?? 0) * (terms[0].columns.max() ?? 0) }
    return cells.reduce(0) { max($0, $1.max() ?? 0) }
  }

  /// A cell with many ways: where there is one product, with the most. Nil where there are none.
  public var busiest: Position? {
    for term in terms {
      guard let row = term.rows.indices.max(by: { term.rows[$0] < term.rows[$1] }),
        let column = term.columns.indices.max(by: { term.columns[$0] < term.columns[$1] }),
        term.rows[row] > 0, term.columns[column] > 0
      else { continue }
      return Position(row: row, column: column)
    }
    return nil
  }

  /// The counts row by row.
  var cells: [[Double]] {
    guard let first = terms.first else { return [] }
    return first.rows.indices.map { row in
      var sums = [Double](repeating: 0, count: first.columns.count)
      for term in terms where term.rows[row] > 0 {
        for column in sums.indices { sums[column] += term.rows[row] * term.columns[column] }
      }
      return sums
    }
  }

  /// Takes in the ways through another branch.
  mutating func add(_ other: PathCounts) {
    terms += other.terms
    merge(\.rows, \.columns)
    merge(\.columns, \.rows)
    guard let first = terms.first, terms.count > min(first.rows.count, first.columns.count) else {
      return
    }
    // Never more products than the map has rows: each row by itself.
    terms = cells.enumerated().compactMap { row, counts in
      guard counts.contains(where: { $0 > 0 }) else { return nil }
      var rows = [Double](repeating: 0, count: first.rows.count)
      rows[row] = 1
      return PerAxis(rows: rows, columns: counts)
    }
  }

  /// Makes one product of those that have one factor in common.
  private mutating func merge(
    _ common: KeyPath<PerAxis<[Double]>, [Double]>,
    _ other: WritableKeyPath<PerAxis<[Double]>, [Double]>
  ) {
    var places: [[Double]: Int] = [:]
    var merged: [PerAxis<[Double]>] = []
    for term in terms {
      if let place = places[term[keyPath: common]] {
        let counts = term[keyPath: other]
        for index in counts.indices { merged[place][keyPath: other][index] += counts[index] }
      } else {
        places[term[keyPath: common]] = merged.count
        merged.append(term)
      }
    }
    terms = merged
  }
}

extension [Double] {
  /// From the first to the last that is above zero.
  fileprivate var seen: ClosedRange<Int>? {
    guard let first = firstIndex(where: { $0 > 0 }), let last = lastIndex(where: { $0 > 0 })
    else { return nil }
    return first...last
  }
}
