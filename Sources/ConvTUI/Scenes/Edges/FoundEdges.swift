import Drawing
import Model

/// The edges in an output: its numbers of one sign that hang together, in a form that can be said.
struct FoundEdges: Hashable, Sendable {
  /// How a piece runs.
  enum Direction: CaseIterable { case vertical, horizontal, diagonal, slanting, point }

  /// Neighbours of one sign, also those that meet at a corner.
  struct Piece: Hashable, Sendable {
    let direction: Direction
    /// The rows and columns that it lies in.
    let block: Block
    let isPositive: Bool
    /// The number that all of it have; nil where they differ.
    let value: Float?
    /// How many numbers it has.
    let count: Int
  }

  /// In the order in which their first numbers stand.
  let pieces: [Piece]
  /// The number that stands everywhere; nil where several do.
  let constant: Float?
  /// How many numbers are not 0, and how many there are.
  let nonZero, count: Int
  /// The smallest and the largest number; nil where none is finite.
  let range: ClosedRange<Float>?
  /// Whether NaN or ∞ is among them.
  let isBroken: Bool

  var isEmpty: Bool { nonZero == 0 && !isBroken }

  /// Reads an output; what is within 10⁻⁶ of its largest counts as zero, or as equal.
  ///
  /// - Complexity: O(numbers).
  init(_ output: Tensor) {
    let numbers = output.elements
    isBroken = !numbers.allSatisfy(\.isFinite)
    let tolerance = 1e-6 * numbers.reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }
    let signs = numbers.map { $0 > tolerance ? 1 : $0 < -tolerance ? -1 : 0 }
    range = output.finiteRange
    nonZero = signs.count { $0 != 0 }
    count = numbers.count
    constant = numbers.allSatisfy { abs($0 - numbers[0]) <= tolerance } ? numbers[0] : nil
    var seen = signs.map { $0 == 0 }
    var pieces: [Piece] = []
    let (rows, columns) = (output.shape.rows, output.shape.columns)
    for start in signs.indices where !seen[start] {
      var places = [start]
      seen[start] = true
      var next = 0
      while next < places.count {
        let at = Position(places[next], inRowsOf: columns)
        next += 1
        for row in max(0, at.row - 1)..<min(rows, at.row + 2) {
          for column in max(0, at.column - 1)..<min(columns, at.column + 2) {
            let place = row * columns + column
            guard !seen[place], signs[place] == signs[start] else { continue }
            seen[place] = true
            places.append(place)
          }
        }
      }
      let first = numbers[start]
      pieces.append(
        Piece(
          places.map { Position($0, inRowsOf: columns) }, isPositive: first > 0,
          value: places.allSatisfy { abs(numbers[$0] - first) <= tolerance } ? first : nil))
    }
    self.pieces = pieces
  }
}

extension FoundEdges.Piece {
  fileprivate init(_ places: [Position], isPositive: Bool, value: Float?) {
    let (rows, columns) = (places.map(\.row), places.map(\.column))
    func range(_ numbers: [Int]) -> Range<Int> { numbers.min()!..<numbers.max()! + 1 }
    let block = Block(rows: range(rows), columns: range(columns))
    let (height, width) = (block.rows.count, block.columns.count)
    let isFilled = places.count == height * width
    let isDiagonal =
      Set(places.map { $0.row - $0.column }).count == 1
      || Set(places.map { $0.row + $0.column }).count == 1
    direction =
      places.count == 1
      ? .point
      : isFilled && height > width
        ? .vertical : isFilled && width > height ? .horizontal : isDiagonal ? .diagonal : .slanting
    (self.block, self.isPositive, self.value) = (block, isPositive, value)
    count = places.count
  }
}
