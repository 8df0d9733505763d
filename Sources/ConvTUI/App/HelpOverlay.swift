import Drawing
import Terminal

/// What one looks at, in sentences, and then the keys by group; page by page where they do not fit on
/// one.
struct HelpOverlay {
  /// A line of the keys: the name of a group, or keys and what they do.
  private enum Entry {
    case group(String)
    case keys(String, String)

    var isGroup: Bool { if case .group = self { true } else { false } }
  }

  private let scene: any Scene
  private let keyWidth: Int
  private let box: Rect
  private let columns, columnWidth: Int
  private let pages: [Page]

  /// Some sentences, and some keys below them.
  private struct Page {
    var about: [Line] = []
    var columns: [ArraySlice<Entry>] = []
    var lines: Int { columns.reduce(0) { max($0, $1.count) } }
  }

  /// - Parameters:
  ///   - about: What is said of the scene.
  ///   - first: The keys that come before the scene's own.
  init(
    _ scene: any Scene, _ about: [String]? = nil, after first: [Binding] = [], in size: Size,
    _ words: Words
  ) {
    self.scene = scene
    let groups = HelpOverlay.groups(scene, first, words)
    let entries = groups.flatMap { group -> [Entry] in
      [.group(group.name)] + group.rows.map { .keys($0.keys, $0.help) }
    }
    let rows = groups.flatMap(\.rows)
    keyWidth = (rows.map(\.keys.cellWidth).max() ?? 0) + 2
    columnWidth = keyWidth + (rows.map(\.help.cellWidth).max() ?? 0) + 3
    columns = max(1, min(3, (size.width - 3) / columnWidth))
    let width = min(size.width, columns * columnWidth + 3)
    let about = (about ?? scene.about(words)).flatMap {
      [Span("· ", .accent), Span($0)].folded(to: width - 4, indent: 2)
    }
    let room = max(1, size.height - 6)
    pages = HelpOverlay.pages(about, entries, room: room, columns: columns)
    let height = min(
      size.height - 2, pages.count > 1 ? room + 4 : about.count + pages[0].lines + 5)
    box = Rect(
      row: max(1, (size.height - height) / 2), column: (size.width - width) / 2, width: width,
      height: height)
  }

  /// Pages of so many lines: the sentences, then the keys, both on one page where some keys have room
  /// below the last sentence.
  private static func pages(
    _ about: [Line], _ entries: [Entry], room: Int, columns: Int
  ) -> [Page] {
    var pages = stride(from: 0, to: about.count, by: room).map {
      Page(about: Array(about.dropFirst($0).prefix(room)))
    }
    var rest = entries[...]
    let below = room - (pages.last?.about.count ?? 0) - 1
    if below >= 3, !pages.isEmpty {
      pages[pages.count - 1].columns = take(&rest, columns, most: below)
    }
    while !rest.isEmpty { pages.append(Page(columns: take(&rest, columns, most: room))) }
    return pages
  }

  /// Takes as many entries as have room in some columns, which become no longer than they must.
  private static func take(
    _ rest: inout ArraySlice<Entry>, _ count: Int, most: Int
  ) -> [ArraySlice<Entry>] {
    let end = split(rest, most).prefix(count).last?.endIndex ?? rest.endIndex
    let taken = rest[..<end]
    rest = rest[end...]
    var lines = max(1, (taken.count + count - 1) / count)
    while lines < most, split(taken, lines).count > count { lines += 1 }
    return split(taken, lines)
  }

  /// Entries in columns of so many lines; the name of a group keeps its first two keys with it.
  private static func split(_ entries: ArraySlice<Entry>, _ lines: Int) -> [ArraySlice<Entry>] {
    var (columns, rest) = ([ArraySlice<Entry>](), entries)
    while !rest.isEmpty {
      var end = min(rest.endIndex, rest.startIndex + lines)
      if end < rest.endIndex, !rest[end].isGroup,
        let group = rest[..<end].lastIndex(where: \.isGroup), group > rest.startIndex,
        end - group < 3
      {
        end = group
      }
      columns.append(rest[..<end])
      rest = rest[end...]
    }
    return columns
  }

  /// The page that a key turns to; nil where it closes the help.
  func page(after key: Key, from page: Int) -> Int? {
    guard pages.count > 1 else { return nil }
    let page = min(page, pages.count - 1)
    switch key {
    case " ", .pageDown, .down, .right: return page + 1 < pages.count ? page + 1 : nil
    case .pageUp, .up, .left: return max(0, page - 1)
    default: return nil
    }
  }

  func draw(page: Int, into frame: inout Frame, _ look: Look) {
    let page = min(page, pages.count - 1)
    frame.cover(box, look.bar)
    BoxLines.drawFrame(box, sidesOnly: false, into: &frame, look.style(.accent))
    let inner = box.inset(top: 1, left: 2, bottom: 1, right: 1)
    let title = [
      Span(scene.kind.title(look.words), .strong),
      Span("   " + scene.kind.purpose(look.words), .secondary),
    ]
    frame.write([title.shortened(to: inner.width)], in: inner, look)
    var place = inner.inset(top: 2)
    if !pages[page].about.isEmpty {
      frame.write(pages[page].about, in: place, look)
      place = place.inset(top: pages[page].about.count + 1)
    }
    for (column, entries) in pages[page].columns.enumerated() {
      for (line, entry) in entries.enumerated() {
        draw(entry, in: place.inset(top: line, left: column * columnWidth), into: &frame, look)
      }
    }
    if pages.count > 1 {
      frame.write(
        look.words.helpPage(page + 1, of: pages.count),
        at: Point(row: box.rows.upperBound - 1, column: inner.column), look)
    }
  }

  private func draw(_ entry: Entry, in place: Rect, into frame: inout Frame, _ look: Look) {
    switch entry {
    case .group(let name): frame.write([[Span(name, .secondary)]], in: place, look)
    case .keys(let keys, let help):
      frame.write([[Span(keys, .accent)]], in: place, look)
      frame.write([[Span(help)]], in: place.inset(left: keyWidth), look)
    }
  }

  /// What the keys do by group, those that do alike in one row; of many the first and the last.
  private static func groups(
    _ scene: any Scene, _ first: [Binding], _ words: Words
  ) -> [(name: String, rows: [(keys: String, help: String)])] {
    let reachable = Bindings.reachable(in: scene.kind, views: scene.helpViews, after: first)
    return ActionGroup.allCases.compactMap { group in
      var rows: [(keys: [String], help: String)] = []
      for (binding, keys) in reachable where binding.action.group == group {
        let help = words.help(binding.action, in: scene.kind)
        if rows.last?.help != help { rows.append(([], help)) }
        rows[rows.count - 1].keys.append(words.name(of: keys[0]))
      }
      guard !rows.isEmpty else { return nil }
      return (
        words.name(of: group),
        rows.map { keys, help in
          let all = keys.joined(separator: " ")
          return (all.cellWidth > 11 ? "\(keys[0]) … \(keys[keys.count - 1])" : all, help)
        }
      )
    }
  }
}
