import Drawing
import Terminal

/// All keys of a scene over the screen, page by page where they do not fit on one.
struct HelpOverlay {
  private let scene: SceneKind
  private let rows: [(keys: String, help: String)]
  private let keyWidth: Int
  private let box: Rect
  private let columns, columnWidth, linesPerColumn: Int

  init(_ scene: any Scene, in size: Size, _ words: Words) {
    self.scene = scene.kind
    rows = HelpOverlay.rows(scene.kind, views: scene.helpViews, words)
    keyWidth = (rows.map(\.keys.cellWidth).max() ?? 0) + 2
    columnWidth = keyWidth + (rows.map(\.help.cellWidth).max() ?? 0) + 3
    columns = max(1, min(2, (size.width - 3) / columnWidth))
    let wanted = (rows.count + columns - 1) / columns
    let width = min(size.width, columns * columnWidth + 3)
    let height = min(size.height - 2, wanted + 5)
    linesPerColumn = max(1, min(wanted, height - 4))
    box = Rect(
      row: max(1, (size.height - height) / 2), column: (size.width - width) / 2, width: width,
      height: height)
  }

  private var rowsPerPage: Int { columns * linesPerColumn }
  private var pages: Int { (rows.count + rowsPerPage - 1) / rowsPerPage }

  /// The page that a key turns to; nil where it closes the help.
  func page(after key: Key, from page: Int) -> Int? {
    guard pages > 1 else { return nil }
    let page = min(page, pages - 1)
    switch key {
    case " ", .pageDown, .down, .right: return page + 1 < pages ? page + 1 : nil
    case .pageUp, .up, .left: return max(0, page - 1)
    default: return nil
    }
  }

  func draw(page: Int, into frame: inout Frame, _ look: Look) {
    let page = min(page, pages - 1)
    frame.cover(box, look.bar)
    BoxLines.drawFrame(box, sidesOnly: false, into: &frame, look.style(.accent))
    let inner = box.inset(top: 1, left: 3, bottom: 1, right: 1)
    let title = [
      Span(scene.title(look.words), .strong), Span("   " + scene.purpose(look.words), .secondary),
    ]
    frame.write([title.shortened(to: inner.width)], in: inner, look)
    for (index, row) in rows.dropFirst(page * rowsPerPage).prefix(rowsPerPage).enumerated() {
      let (column, line) = index.quotientAndRemainder(dividingBy: linesPerColumn)
      let place = inner.inset(top: 2 + line, left: column * columnWidth)
      frame.write([[Span(row.keys, .accent)]], in: place, look)
      frame.write([[Span(row.help)]], in: place.inset(left: keyWidth), look)
    }
    if pages > 1 {
      frame.write(
        look.words.helpPage(page + 1, of: pages),
        at: Point(row: box.rows.upperBound - 1, column: inner.column), look)
    }
  }

  /// What the keys do, those that do alike in one row; of more than four the first and the last.
  private static func rows(
    _ scene: SceneKind, views: [SceneView], _ words: Words
  ) -> [(keys: String, help: String)] {
    var rows: [(keys: [String], help: String)] = []
    for (binding, keys) in Bindings.reachable(in: scene, views: views) {
      let help = words.help(binding.action, in: scene)
      if rows.last?.help != help { rows.append(([], help)) }
      rows[rows.count - 1].keys.append(words.name(of: keys[0]))
    }
    return rows.map { keys, help in
      ((keys.count > 4 ? [keys[0], "…", keys[keys.count - 1]] : keys).joined(separator: " "), help)
    }
  }
}
