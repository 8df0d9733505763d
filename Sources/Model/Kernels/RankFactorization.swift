/// A kernel as a sum of columns times rows; a separable kernel needs only one of them.
public struct RankFactorization: Hashable, Sendable {
  /// The fewest products of a column and a row whose sum is the kernel: 0 where all is zero, 1 where
  /// it is separable. Counting ends at `RankFactorization.largestRank`.
  public let rank: Int
  /// Where the rank is 1.
  public let factors: Factors?

  /// A kernel as factor · column · row.
  ///
  /// Column and row are small whole numbers where they can be, and the first of the column that is
  /// not zero is positive.
  public struct Factors: Hashable, Sendable {
    /// Above 0; 1 where the row is not of whole numbers.
    public let factor: Double
    public let column: [Double]
    public let row: [Double]
  }

  public static let largestRank = 64

  /// Factors a kernel by elimination in double precision, always with the largest remaining element.
  ///
  /// Every weight counts as rounded to single precision. A remainder counts as zero if it is below
  /// twice the first-order bound of these rounding errors; after many steps that bound is too large,
  /// and a millionth of the largest weight is the limit.
  ///
  /// - Parameter kernel: A matrix.
  /// - Returns: Nil where a weight is not finite.
  /// - Complexity: O(rank · rows · columns).
  public init?(of kernel: Tensor) {
    var rest = (0..<kernel.shape.rows).map { row in
      (0..<kernel.shape.columns).map { Double(kernel[row, $0]) }
    }
    guard rest.joined().allSatisfy(\.isFinite) else { return nil }
    let rounding = Double(Float.ulpOfOne) / 2
    /// How far each element may be off.
    var error = rest.map { $0.map { abs($0) * rounding } }
    let limit = rest.joined().reduce(0) { max($0, abs($1)) } * 1e-6
    var rank = 0
    var factors: Factors?
    while rank < RankFactorization.largestRank,
      let pivot = RankFactorization.largestPlace(rest, error)
    {
      let value = rest[pivot.row][pivot.column]
      let (row, rowError) = (rest[pivot.row], error[pivot.row])
      let column = rest.map { $0[pivot.column] / value }
      let columnError = error.map { $0[pivot.column] / abs(value) }
      if rank == 0 { factors = Factors(column, row) }
      for i in rest.indices where column[i] != 0 || columnError[i] != 0 {
        let share = columnError[i] + abs(column[i]) * columnError[pivot.row]
        for j in row.indices {
          rest[i][j] -= column[i] * row[j]
          error[i][j] += abs(column[i]) * rowError[j] + share * abs(row[j])
          error[i][j] = min(error[i][j], limit / 2)
        }
      }
      rank += 1
    }
    self.rank = rank
    self.factors = rank == 1 ? factors : nil
  }

  /// The largest element that is more than roundings; nil where all are zero.
  private static func largestPlace(_ matrix: [[Double]], _ error: [[Double]]) -> Position? {
    var place: Position?
    var largest = 0.0
    for (i, row) in matrix.enumerated() {
      for (j, value) in row.enumerated() where abs(value) > max(largest, 2 * error[i][j]) {
        (place, largest) = (Position(row: i, column: j), abs(value))
      }
    }
    return place
  }
}

extension RankFactorization.Factors {
  init(_ column: [Double], _ row: [Double]) {
    let (down, across) = (Self.whole(column), Self.whole(row))
    let sign: Double = (down.numbers.first { $0 != 0 } ?? 1) < 0 ? -1 : 1
    let factor = down.unit * across.unit
    let share = across.isWhole ? sign : sign * factor
    self.init(
      factor: across.isWhole ? factor : 1, column: down.numbers.map { $0 * sign },
      row: across.numbers.map { $0 * share })
  }

  /// A vector as a unit times whole numbers of at most three digits, where there are such; else as
  /// one times itself.
  private static func whole(_ vector: [Double]) -> (
    numbers: [Double], unit: Double, isWhole: Bool
  ) {
    let least = vector.map(abs).filter { $0 > 0 }.min() ?? 1
    for count in 1...64 {
      let unit = least / Double(count)
      let numbers = vector.map { ($0 / unit).rounded() }
      let isClose = zip(vector, numbers).allSatisfy { abs($0 / unit - $1) <= 1e-6 * abs($1) }
      if isClose, numbers.allSatisfy({ abs($0) < 1000 }) { return (numbers, unit, true) }
    }
    return (vector, 1, false)
  }
}
