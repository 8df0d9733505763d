import Drawing
import Terminal

/// What one looks at, in sentences, and then the keys by group; page by page where they do not fit on
/// one.
struct HelpOverlay {
  private let scene: any Scene
  private let keyWidth, columnWidth: Int
  let box: Rect
  private let pages: [HelpPages.Page]

  /// - Parameters:
  ///   - about: What is said of the scene.
  ///   - first: The keys that come before the scene's own.
  init(
    _ scene: any Scene, _ about: [String]? = nil, after first: [Binding] = [], in size: Size,
    _ words: Words
  ) {
    self.scene = scene
    let rows = HelpOverlay.rows(scene, first, words)
    keyWidth = (rows.map(\.keys.cellWidth).max() ?? 0) + 2
    let groups = ActionGroup.allCases.map { group in
      rows.filter { $0.actions[0].group == group }
    }
    // As many columns as there are groups, as far apart as there is room.
    let least = keyWidth + (rows.map(\.help.cellWidth).max() ?? 0) + 3
    let room = size.width - 3
    let columns = max(1, min(groups.count { !$0.isEmpty }, room / least))
    columnWidth = max(least, min(room / columns, least + HelpOverlay.mostBetween))
    let width = min(size.width, columns * columnWidth + 3)
    let about = (about ?? scene.about(words)).map {
      [Span("· ", .accent), Span($0)].folded(to: width - 4, indent: 2)
    }
    let foremost = Action.foremost(of: rows.flatMap(\.actions)).compactMap { action in
      rows.first { $0.actions.contains(action) }
    }
    let entries = zip(ActionGroup.allCases, groups).filter { !$1.isEmpty }.map { group, rows in
      [.group(words.name(of: group))] + rows.map(\.entry)
    }
    let whole = HelpPages(
      about.flatMap(\.self), first: [.group(words.firstKeys)] + foremost.map(\.entry),
      groups: entries, room: max(1, size.height - 6), columns: columns
    ).pages
    // Where there is room, lines stand apart.
    pages = whole.count == 1 ? [whole[0].spread(about, in: size.height - 6)] : whole
    let height = min(size.height - 2, (pages.map(\.height).max() ?? 0) + (pages.count > 1 ? 4 : 5))
    box = Rect(
      row: max(1, (size.height - height) / 2), column: (size.width - width) / 2, width: width,
      height: height)
  }

  /// The most that is free between two columns.
  private static let mostBetween = 20

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
    let number = min(page, pages.count - 1)
    let page = pages[number]
    frame.cover(box, look.bar)
    BoxLines.drawFrame(box, sidesOnly: false, into: &frame, look.style(.accent))
    let inner = box.inset(top: 1, left: 2, bottom: 1, right: 1)
    let title = [
      Span(scene.kind.title(look.words), .strong),
      Span("   " + scene.kind.purpose(look.words), .secondary),
    ]
    frame.write([title.shortened(to: inner.width)], in: inner, look)
    var place = inner.inset(top: 2)
    if !page.about.isEmpty {
      frame.write(page.about, in: place, look)
      place = place.inset(top: page.about.count + 1)
    }
    for (column, entries) in page.columns.enumerated() {
      for (line, entry) in entries.enumerated() {
        draw(entry, in: place.inset(top: line, left: column * columnWidth), into: &frame, look)
      }
    }
    if pages.count > 1 {
      frame.write(
        look.words.helpPage(number + 1, of: pages.count),
        at: Point(row: box.rows.upperBound - 1, column: inner.column), look)
    }
  }

  private func draw(
    _ entry: HelpPages.Entry, in place: Rect, into frame: inout Frame, _ look: Look
  ) {
    switch entry {
    case .group(let name): frame.write([[Span(name, .secondary)]], in: place, look)
    case .keys(let keys, let help):
      frame.write([[Span(keys, .accent)]], in: place, look)
      frame.write([[Span(help)]], in: place.inset(left: keyWidth), look)
    case .gap: break
    }
  }

  // MARK: Keys

  /// What some keys do, and what they ask for.
  private struct Row {
    let keys, help: String
    let actions: [Action]

    var entry: HelpPages.Entry { .keys(keys, help) }
  }

  /// What the keys do; those that do alike share a row.
  private static func rows(_ scene: any Scene, _ first: [Binding], _ words: Words) -> [Row] {
    let reachable = Bindings.reachable(in: scene.kind, views: scene.helpViews, after: first)
    return ActionGroup.allCases.flatMap { group in
      var rows: [(keys: [Key], help: String, actions: [Action])] = []
      for (binding, keys) in reachable where binding.action.group == group {
        let help = words.help(binding.action, in: scene.kind)
        if rows.last?.help != help { rows.append(([], help, [])) }
        rows[rows.count - 1].actions.append(binding.action)
        if !rows[rows.count - 1].keys.contains(keys[0]) {
          rows[rows.count - 1].keys.append(keys[0])
        }
      }
      return rows.map { Row(keys: words.names(of: $0.keys), help: $0.help, actions: $0.actions) }
    }
  }
}

extension Action {
  /// Those of some that one needs first, in their order.
  fileprivate static func foremost(of actions: [Action]) -> [Action] {
    let first: [Action] = [
      .lessonNext, .lessonBack, .lessonAnswer, .play, .next, .nextPart, .backward(-1),
    ]
    let then: [Action] = [
      .view, .settings, .commands, .hide, .nextPanel, .enlarge, .zoomIn, .open, .undo, .reset,
      .goTo, .help, .quit,
    ]
    let changes = actions.filter { action in
      if case .setting = action { true } else { action == .edit || action == .kernel }
    }
    return (first + changes + then).filter(actions.contains)
  }
}
