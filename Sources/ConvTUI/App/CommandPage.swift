import Drawing
import Model

/// The list of commands as it stands on the screen.
struct CommandPage {
  let box: Rect
  let found: [CommandList.Entry]
  private let isGuess: Bool
  private let list: CommandList
  /// What stands on each line: an entry by its place, or nothing between two groups.
  private let lines: [Int?]
  /// The first line in sight.
  private let first: Int

  init(_ list: CommandList, _ all: [CommandList.Entry], in size: Size) {
    box = Rect(row: 1, column: 0, width: size.width, height: size.height - 2)
    let findings = list.search(in: all)
    (found, isGuess) = (findings.entries, findings.isGuess)
    self.list = list
    lines = CommandPage.lines(found, hasGaps: list.typed.isEmpty)
    let room = box.height - CommandPage.frame - CommandPage.footHeight(box)
    let line = lines.firstIndex { $0 == min(list.selected, findings.entries.count - 1) } ?? 0
    first = max(0, min(line - room + 1 + CommandPage.ahead, lines.count - room))
  }

  /// The lines above and below the entries.
  private static let frame = 4
  /// The lines that stay in sight below the chosen one.
  private static let ahead = 2
  /// Where the chosen one is shown in full beside the list.
  private static let leastWithDetail = 150
  private static let detailWidth = 60

  private static func lines(_ found: [CommandList.Entry], hasGaps: Bool) -> [Int?] {
    found.indices.flatMap { index -> [Int?] in
      index > 0 && hasGaps && found[index].group != found[index - 1].group ? [nil, index] : [index]
    }
  }

  private var hasDetail: Bool { box.width >= CommandPage.leastWithDetail }

  private var rows: Rect {
    box.inset(
      top: 3, left: 2, bottom: 1 + CommandPage.footHeight(box),
      right: 2 + (hasDetail ? CommandPage.detailWidth + 3 : 0))
  }

  /// The lines below the list, where it has no room beside it, for what the chosen entry does.
  private static func footHeight(_ box: Rect) -> Int {
    box.width < leastWithDetail && box.height >= leastWithFoot ? 2 : 0
  }
  private static let leastWithFoot = 16

  /// The entry under a point.
  func entry(at point: Point) -> Int? {
    let line = point.row - rows.row + first
    return rows.contains(point) && lines.indices.contains(line) ? lines[line] : nil
  }

  func draw(into frame: inout Frame, _ look: Look) {
    frame.cover(box, look.bar)
    BoxLines.drawFrame(box, sidesOnly: false, into: &frame, look.style(.accent))
    drawHead(into: &frame, look)
    let seen = lines.dropFirst(first).prefix(rows.height)
    let entries = seen.compactMap { $0.map { found[$0] } }
    let columns = Columns(entries, width: rows.width, look.words)
    var group: CommandList.Group?
    for (row, index) in zip(rows.rows, seen) {
      guard let index else { continue }
      let entry = found[index]
      let place = Rect(row: row, column: rows.column, width: rows.width, height: 1)
      draw(
        entry, in: place, columns, isSelected: index == list.selected,
        startsGroup: entry.group != group, into: &frame, look)
      group = entry.group
    }
    drawRest(into: &frame, look)
    if found.isEmpty || isGuess {
      let lines = look.words.nothingFound(list.line.text, isGuess: isGuess).flatMap {
        $0.folded(to: rows.width)
      }
      frame.write(lines, in: rows.inset(top: isGuess ? found.count + 1 : 0), look)
    }
    if hasDetail, found.indices.contains(list.selected) {
      drawDetail(found[list.selected], into: &frame, look)
    } else if CommandPage.footHeight(box) > 0, found.indices.contains(list.selected) {
      let foot = box.inset(top: box.height - 2, left: 2, right: 2)
      let purpose = found[list.selected].purpose
      frame.write([[Span(purpose.shortened(to: foot.width))]], in: foot, look)
    }
  }

  /// How many entries are above and below those in sight, on the lines above and below them.
  private func drawRest(into frame: inout Frame, _ look: Look) {
    let above = lines.prefix(first).compactMap(\.self).count
    let below = lines.dropFirst(first + rows.height).compactMap(\.self).count
    let parts = [(above, "↑", rows.row - 1), (below, "↓", rows.rows.upperBound)]
    for (count, arrow, row) in parts where count > 0 {
      frame.write(
        [Span(" \(arrow) \(look.words.more(count)) ", .accent)],
        at: Point(
          row: row, column: rows.column + (rows.width < 60 ? 0 : look.words.groupWidth + 3)),
        look)
    }
  }

  /// What is typed, and which entry of how many is chosen.
  private func drawHead(into frame: inout Frame, _ look: Look) {
    let inner = box.inset(top: 1, left: 2, bottom: 1, right: 2)
    let place =
      found.isEmpty
      ? "" : look.words.place(min(list.selected, found.count - 1) + 1, of: found.count)
    let (before, after) = list.line.window(width: inner.width - 5 - place.cellWidth)
    let hint =
      list.line.text.isEmpty ? [Span(" " + look.words.typeToFind, .secondary)] : []
    frame.write(
      [
        [Span("/ ", .accent), Span(before, .strong), Span("▏", .accent), Span(after, .strong)]
          + hint
      ],
      in: inner, look)
    frame.write(
      [[Span(place, .secondary)]], in: inner.inset(left: inner.width - place.cellWidth), look)
    frame.write(
      String(repeating: "─", count: inner.width),
      at: Point(row: inner.row + 1, column: inner.column),
      look.style(.secondary))
  }

  // MARK: Entries

  /// Where the parts of the entries in sight stand.
  private struct Columns {
    let group, name, value, key: Int

    init(_ entries: [CommandList.Entry], width: Int, _ words: Words) {
      group = width < 60 ? 0 : words.groupWidth + 2
      key = entries.map(\.key.cellWidth).max() ?? 0
      value = entries.map(\.value.cellWidth).max() ?? 0
      let most = (width - group) / 2
      name = min(most, (entries.map(\.shownName.cellWidth).max() ?? 0) + 2)
    }
  }

  private func draw(
    _ entry: CommandList.Entry, in place: Rect, _ columns: Columns, isSelected: Bool,
    startsGroup: Bool, into frame: inout Frame, _ look: Look
  ) {
    let row = place.row
    if startsGroup, columns.group > 0 {
      frame.write(
        look.words.name(of: entry.group), at: Point(row: row, column: place.column),
        look.style(.secondary))
    }
    var bar = place.inset(left: columns.group)
    if isSelected, look.fillsCells {
      frame.update(bar) { $0.style.background = look.theme.barRaised }
    }
    if isSelected {
      frame.write("▸", at: Point(row: row, column: bar.column), look.style(.accent))
    }
    bar = bar.inset(left: 2, right: 1)
    let name = entry.shownName.cut(to: columns.name - 1)
    frame.write(name, at: Point(row: row, column: bar.column), look.style(.strong))
    highlight(name, at: Point(row: row, column: bar.column), into: &frame, look)
    let keyStart = bar.columns.upperBound - columns.key
    frame.write(
      entry.key, at: Point(row: row, column: bar.columns.upperBound - entry.key.cellWidth),
      look.style(.accent))
    let valueEnd = keyStart - (columns.key > 0 ? 3 : 2)
    drawValue(entry, end: valueEnd, row: row, isSelected: isSelected, into: &frame, look)
    let start = Point(row: row, column: bar.column + columns.name)
    let end = valueEnd - (entry.value.isEmpty ? 0 : entry.value.cellWidth + 3)
    let column = entry.draw(pictureAt: start, until: end, into: &frame, look)
    let purpose = entry.shortPurpose.map {
      entry.purpose.cellWidth <= end - column ? entry.purpose : $0
    }
    frame.write(
      [Span((purpose ?? entry.purpose).shortened(to: end - column), .secondary)],
      at: Point(row: row, column: column), look)
  }

  /// The value, with the signs of a step around that of the chosen one.
  private func drawValue(
    _ entry: CommandList.Entry, end: Int, row: Int, isSelected: Bool, into frame: inout Frame,
    _ look: Look
  ) {
    let canStep = if case .set(let setting) = entry.deed { setting.canStep } else { false }
    let width = entry.value.cellWidth
    frame.write(entry.value, at: Point(row: row, column: end - width), look.style(.strong))
    guard isSelected, canStep else { return }
    frame.write("‹", at: Point(row: row, column: end - width - 2), look.style(.accent))
    frame.write("›", at: Point(row: row, column: end + 1), look.style(.accent))
  }

  /// Shows where the typed words stand in a name: where one begins, else within one.
  private func highlight(
    _ name: String, at point: Point, into frame: inout Frame, _ look: Look
  ) {
    for typed in list.typed {
      guard let range = name.range(ofTyped: typed) else { continue }
      let part = Rect(
        row: point.row, column: point.column + String(name[..<range.lowerBound]).cellWidth,
        width: String(name[range]).cellWidth, height: 1)
      let style = look.style(.accent)
      frame.update(part) {
        $0.style.foreground = style.foreground
        $0.style.attributes = [.bold, .underline]
      }
    }
  }

  /// The chosen entry in full; of a kernel a picture with its numbers.
  private func drawDetail(_ entry: CommandList.Entry, into frame: inout Frame, _ look: Look) {
    let column = box.columns.upperBound - CommandPage.detailWidth - 2
    for row in rows.rows {
      frame.write("│", at: Point(row: row, column: column - 2), look.style(.secondary))
    }
    let place = Rect(
      row: rows.row + 1, column: column, width: CommandPage.detailWidth, height: rows.height - 2)
    var lines: [Line] = [[Span(entry.shownName, .accent)], []]
    lines += [Span(entry.purpose)].folded(to: place.width) + [[]]
    let facts: [(String, String)] = [
      (look.words.nowWord, entry.value), (look.words.keyWord, entry.key),
    ]
    for (name, text) in facts where !text.isEmpty {
      lines.append([Span(name + "  ", .secondary), Span(text, .strong)])
    }
    if case .set(let row) = entry.deed {
      lines += [[]] + [Span(look.words.possible(row.domain), .secondary)].folded(to: place.width)
    }
    frame.write(lines, in: place, look)
    let below = place.inset(top: lines.count + 1, bottom: 1)
    if entry.draw(matrixIn: below, into: &frame, look) { return }
    _ = frame.write(large: entry.value, in: below, scales: [4, 3, 2, 1], look.style(.accent), look)
  }
}

extension String {
  /// A text that ends with an ellipsis where it has no room.
  fileprivate func shortened(to width: Int) -> String {
    cellWidth <= width ? self : width > 1 ? cut(to: width - 1) + "…" : ""
  }

  /// Where a typed word stands, whatever its case: at the start of a word, else within one.
  fileprivate func range(ofTyped typed: String) -> Range<String.Index>? {
    var within: Range<String.Index>?
    for start in indices {
      guard let end = index(start, offsetBy: typed.count, limitedBy: endIndex),
        self[start..<end].lowercased() == typed
      else { continue }
      if start == startIndex || " -:".contains(self[index(before: start)]) { return start..<end }
      within = within ?? start..<end
    }
    return within
  }
}
