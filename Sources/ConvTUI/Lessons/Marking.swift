import Drawing
import Model

/// The cells of a matrix that are marked as an answer, and the cursor that marks them.
struct Marking: Hashable, Sendable {
  let matrix: String
  let size: PlaneSize
  private(set) var cursor = Position.zero
  var cells: Set<Position> = []
  /// Whether the mouse marks as it is drawn on, or takes marks away.
  private var marks = true

  init(_ matrix: String, _ size: PlaneSize) { (self.matrix, self.size) = (matrix, size) }

  private var block: Block { Block(rows: 0..<size.rows, columns: 0..<size.columns) }

  mutating func move(_ direction: Direction) { cursor = block.clamp(direction.moved(cursor)) }

  /// Marks the cell under the cursor, or takes its mark away.
  mutating func toggle() {
    marks = !cells.contains(cursor)
    draw(to: cursor)
  }

  /// The same with a click.
  mutating func toggle(_ at: Position) {
    cursor = block.clamp(at)
    toggle()
  }

  /// Goes on with what the last click did.
  mutating func draw(to at: Position) {
    cursor = block.clamp(at)
    if marks { cells.insert(cursor) } else { cells.remove(cursor) }
  }

  /// As a lesson writes them.
  var text: String {
    cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
      .map { Formula.cell(matrix, $0) }.joined(separator: " ")
  }
}
