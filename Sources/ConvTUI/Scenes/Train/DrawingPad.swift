import Drawing
import Model

/// An image that is being drawn, and the pen over it.
struct DrawingPad: Hashable, Sendable {
  /// Where the arrows have put the pen; nil where nothing is drawn with them.
  var pen: Position?
  /// Whether the pen leaves a line where it goes.
  var isDown = false
  private(set) var ink: Ink
  private var last: Position?

  init(rows: Int, columns: Int) { ink = Ink(rows: rows, columns: columns) }

  /// Brightness in 0...1, row-major.
  var pixels: [Float] { ink.pixels }

  /// Begins a line.
  mutating func press(at position: Position) {
    last = position
    ink.draw(from: position, to: position)
  }

  /// Leads the line that was begun on to a place.
  mutating func drag(to position: Position) {
    ink.draw(from: last ?? position, to: position)
    last = position
  }

  mutating func move(_ direction: Direction) {
    guard let pen else { return }
    let next = Block(rows: 0..<ink.rows, columns: 0..<ink.columns).clamp(direction.moved(pen))
    if isDown { ink.draw(from: pen, to: next) }
    self.pen = next
  }

  /// Puts the pen down or lifts it.
  mutating func turnPen() {
    isDown.toggle()
    if isDown, let pen { press(at: pen) }
  }

  mutating func clear() {
    ink = Ink(rows: ink.rows, columns: ink.columns)
    last = nil
  }
}
