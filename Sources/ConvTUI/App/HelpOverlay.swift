import Drawing
import Terminal

/// What one looks at, in sentences, and the keys by group: beside each other on a wide screen, else page by
/// page where they do not fit on one.
struct HelpOverlay {
  private let scene: any Scene
  private let keyWidth, columnWidth: Int
  let box: Rect
  private let pages: [HelpPages.Page]
  /// The sentences that stand on the left of a wide screen, and the columns that they take.
  private let beside: (lines: [Line], width: Int)?

  var pageCount: Int { pages.count }

  /// - Parameters:
  ///   - about: What is said of the scene.
  ///   - first: The keys that come before the scene's own.
  ///   - scenes: All scenes, which a high screen lists with what can be set.
  init(
    _ scene: any Scene, _ about: [String]? = nil, after first: [Binding] = [],
    among scenes: [any Scene] = [], in size: Size, _ words: Words
  ) {
    self.scene = scene
    let rows = HelpOverlay.rows(scene, first, words)
    keyWidth = (rows.map(\.keys.cellWidth).max() ?? 0) + 2
    let groups = ActionGroup.allCases.map { group in
      rows.filter { $0.actions[0].group == group }
    }
    let entries = zip(ActionGroup.allCases, groups).filter { !$1.isEmpty }.map { group, rows in
      [.group(words.name(of: group))] + rows.map(\.entry)
    }
    let foremost = Action.foremost(of: rows.flatMap(\.actions)).compactMap { action in
      rows.first { $0.actions.contains(action) }
    }
    box = Rect(row: 1, column: 0, width: size.width, height: max(1, size.height - 2))
    let least = keyWidth + (rows.map(\.help.cellWidth).max() ?? 0) + 3
    let room = max(1, box.height - HelpOverlay.frame)
    let sentences = about ?? scene.about(words)
    func folded(to width: Int) -> [[Line]] {
      sentences.map { [Span("· ", .accent), Span($0)].folded(to: width, indent: 2) }
    }
    if size.width >= HelpOverlay.wide {
      let width = size.width * 2 / 5
      let about = folded(to: width - 4)
      let spread = Array(about.joined(separator: [[]]))
      let lines = spread.count < room ? spread : about.flatMap(\.self)
      let columns = max(1, (size.width - width - 4) / least)
      let keys = HelpPages([], first: [], groups: entries, room: room, columns: min(2, columns))
      if lines.count < room, keys.pages.count == 1 {
        let seen = [[Span(words.whatYouSee, .strong)], []] + lines
        let set =
          scenes.isEmpty
          ? [] : HelpOverlay.settings(scene, room: room - seen.count - 2, width, words)
        beside = (seen + (set.isEmpty ? [] : [[], []] + set), width)
        columnWidth = (size.width - width - 6) / max(1, keys.pages[0].columns.count)
        pages = [
          keys.pages[0].spread([], in: room).over(HelpOverlay.list(of: scenes, words), in: room)
        ]
        return
      }
    }
    beside = nil
    // As many columns as there are groups, as far apart as there is room.
    let columns = max(1, min(entries.count, (size.width - 3) / least))
    columnWidth = max(least, min((size.width - 3) / columns, least + HelpOverlay.mostBetween))
    let lines = folded(to: size.width - 4)
    let whole = HelpPages(
      lines.flatMap(\.self), first: [.group(words.firstKeys)] + foremost.map(\.entry),
      groups: entries, room: room, columns: columns
    ).pages
    // Where there is room, lines stand apart.
    pages = whole.map { page in
      page.about.isEmpty ? page.spread([], in: room) : page.spread(lines, in: room)
    }
  }

  /// The lines of the frame, of the title and below it.
  private static let frame = 4
  /// The most that is free between two columns.
  private static let mostBetween = 20
  /// The narrowest screen on which the sentences stand beside the keys.
  private static let wide = 150

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
    drawHead(number, in: inner, into: &frame, look)
    var place = inner.inset(top: 2)
    if let beside {
      frame.write(beside.lines, in: place.inset(right: place.width - beside.width), look)
      let column = place.column + beside.width
      for row in place.inset(bottom: 1).rows {
        frame.write("│", at: Point(row: row, column: column), look.style(.secondary))
      }
      place = place.inset(left: beside.width + 3)
    } else if !page.about.isEmpty {
      frame.write(page.about, in: place, look)
      place = place.inset(top: page.about.count + 1)
    }
    for (column, entries) in page.columns.enumerated() {
      for (line, entry) in entries.enumerated() {
        draw(entry, in: place.inset(top: line, left: column * columnWidth), into: &frame, look)
      }
    }
  }

  /// What the scene is, and the pages as tabs.
  private func drawHead(_ number: Int, in inner: Rect, into frame: inout Frame, _ look: Look) {
    let words = look.words
    var tabs = pages.count < 2 ? [] : pages.indices.map { " " + words.helpPage($0, pages) + " " }
    if tabs.count > 2 { tabs = [" " + words.place(number + 1, of: pages.count) + " "] }
    let width = tabs.reduce(0) { $0 + $1.cellWidth + 1 }
    let title = [
      Span(scene.kind.title(words), .strong),
      Span("   " + scene.kind.purpose(words), .secondary),
    ]
    frame.write([title.shortened(to: inner.width - width - 1)], in: inner, look)
    var column = inner.columns.upperBound - width
    for (page, tab) in tabs.enumerated() {
      column = frame.write(
        tab, at: Point(row: inner.row, column: column),
        page == number || tabs.count == 1 ? look.chosen : look.style(.secondary))
      column += 1
    }
  }

  private func draw(
    _ entry: HelpPages.Entry, in place: Rect, into frame: inout Frame, _ look: Look
  ) {
    switch entry {
    case .group(let name): frame.write([[Span(name, .strong)]], in: place, look)
    case .keys(let keys, let help):
      frame.write([[Span(keys, .accent)]], in: place, look)
      frame.write([[Span(help)]], in: place.inset(left: keyWidth), look)
    case .gap: break
    }
  }

  // MARK: What a high screen adds

  /// What can be set, each on a line, or on every second where that has room; none where there is no room.
  private static func settings(
    _ scene: any Scene, room: Int, _ width: Int, _ words: Words
  ) -> [Line] {
    let rows = (scene as? any SceneWithSettings)?.rows(words) ?? []
    let name = (rows.map(\.label.cellWidth).max() ?? 0) + 3
    let lines = rows.map { row in
      [Span(row.label.padded(to: name), .strong), Span(row.purpose)].folded(
        to: width - 4, indent: name)
    }
    let whole = lines.flatMap(\.self)
    guard !rows.isEmpty, whole.count + 2 <= room else { return [] }
    let spread = Array(lines.joined(separator: [[]]))
    return [[Span(words.whatCanBeSet, .strong)], []] + (spread.count + 2 <= room ? spread : whole)
  }

  /// The scenes by their keys.
  private static func list(of scenes: [any Scene], _ words: Words) -> [HelpPages.Entry] {
    guard scenes.count > 1 else { return [] }
    let width = (scenes.map { $0.kind.title(words).cellWidth }.max() ?? 0) + 3
    return [.group(words.allScenes)]
      + scenes.enumerated().map { index, scene in
        .keys(
          "\(index + 1)",
          scene.kind.title(words).padded(to: width) + scene.kind.purpose(words))
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
        let help = words.help(
          binding.action, in: scene.kind, scene.helpViews.count == 1 ? scene.view : nil)
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
