internal import CNCurses
import Drawing
import Glibc

extension Screen {
  /// Makes the terminal show a frame. Sends only what differs, so the same frame again sends
  /// nothing.
  ///
  /// A frame of another size than the screen's is cut off, or leaves the rest empty.
  public func show(_ frame: Frame) {
    guard frame != shown, !isGone else { return }
    if shown?.size != frame.size { shown = nil }
    if shown == nil {
      werase(cn_stdscr())
      clearok(cn_curscr(), true)
    }
    let bytes = FramePacing.bytes(of: frame, over: shown)
    draw(frame, over: shown)
    if pairs.isExhausted {
      pairs.reset()
      draw(frame, over: nil)
    }
    shown = frame
    let isBack = isendwin()
    wnoutrefresh(cn_stdscr())
    doupdate()
    if isBack { enter() }
    ask(after: bytes)
  }

  /// Hands the rows that differ to ncurses.
  private func draw(_ frame: Frame, over old: Frame?) {
    let drawn = encoding == .unicode ? frame : frame.ascii
    var cells: [cchar_t] = []
    for row in 0..<min(frame.size.height, size.height) {
      if let old, old.row(row) == frame.row(row) { continue }
      cells.removeAll(keepingCapacity: true)
      encode(drawn.row(row).prefix(size.width), into: &cells)
      mvwadd_wchnstr(cn_stdscr(), Int32(row), 0, cells, Int32(cells.count))
      // Of a row with wide glyphs ncurses notes fewer cells as changed than there are.
      wtouchln(cn_stdscr(), Int32(row), 1, 1)
    }
  }

  /// Turns cells into what ncurses draws. A wide glyph is one element that takes two cells.
  private func encode(_ row: ArraySlice<Cell>, into cells: inout [cchar_t]) {
    var last = Cell()
    var rendering = pairs.rendering(of: last)
    for (index, cell) in zip(row.indices, row) {
      if cell.style != last.style || cell.glyph.isBlock != last.glyph.isBlock {
        rendering = pairs.rendering(of: cell)
      }
      last = cell
      let isWide = index + 1 < row.endIndex && row[index + 1].isContinuation
      let follows = index > row.startIndex && cell.isContinuation
      if follows, row[index - 1].glyph.columns == 2 { continue }
      var text = cell.glyph.text(columns: isWide ? 2 : 1)
      var encoded = cchar_t()
      cn_setcchar(&encoded, &text, rendering.attributes, rendering.pair)
      cells.append(encoded)
    }
  }
}

extension Character {
  /// How many cells the C library, and so ncurses, gives this glyph.
  fileprivate var columns: Int {
    unicodeScalars.first.map { Int(cn_wcwidth(wchar_t(bitPattern: $0.value))) } ?? 0
  }

  /// The wide string of this glyph, ended by 0; a question mark if it does not take that many cells
  /// or would be a command.
  fileprivate func text(columns: Int) -> [wchar_t] {
    guard self.columns == columns else { return [self == Cell.continuation ? 0x20 : 0x3F, 0] }
    return unicodeScalars.prefix(Int(CCHARW_MAX)).map { wchar_t(bitPattern: $0.value) } + [0]
  }
}
