import Drawing
import Terminal

/// The last line: the keys that matter here, a question, or a sentence.
struct Footer {
  let state: State

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let lines = self.lines(width: rect.width - 3)
    let place = Rect(
      row: rect.rows.upperBound - lines.count, column: rect.column, width: rect.width,
      height: lines.count)
    frame.fill(place, look.bar)
    frame.write(lines, in: place.inset(left: 2, right: 1), look)
    if let prompt = state.prompt, prompt.line.isSelected,
      let index = lines.lastIndex(where: Self.holdsCursor)
    {
      let end = lines[index].prefix { $0 != Self.cursor }
      let columns = Line(end).cellWidth
      let start = columns - (end.last?.text.cellWidth ?? 0)
      for column in start..<columns {
        frame[place.row + index, rect.column + 2 + column].style.attributes.insert(.reverse)
      }
    }
  }

  private static let cursor = Span("▏", .accent)
  private static func holdsCursor(_ line: Line) -> Bool { line.contains(cursor) }

  /// One line, or more upwards where a sentence is long.
  private func lines(width: Int) -> [Line] {
    if let prompt = state.prompt { return lines(prompt, width: width) }
    if let notice = state.notice, !isToldByPanel {
      return [Span(notice, state.isNoticeGood ? .strong : .warning)].folded(to: width)
    }
    if let overlay = state.overlay { return [keys(on: overlay, width: width)] }
    return [keys(width: width)]
  }

  /// The question and its answer, which never takes more than a line.
  private func lines(_ prompt: Prompt, width: Int) -> [Line] {
    let question = Span(prompt.question + " ", .accent)
    let (before, after) = prompt.line.window(width: width - 1)
    let answer = [Span(before, .strong), Footer.cursor, Span(after, .strong)]
    let remark =
      prompt.complaint.map { Span($0, .warning) }
      ?? Span(prompt.remark ?? state.words.keys(of: prompt), .secondary)
    let whole = [question] + answer + [Span("  "), remark]
    if whole.cellWidth <= width { return [whole] }
    let line = [question] + answer
    return [remark].folded(to: width)
      + (line.cellWidth <= width ? [line] : [question].folded(to: width) + [answer])
  }

  /// Whether the settings on the screen say themselves what was refused.
  private var isToldByPanel: Bool {
    if case .settings = state.overlay { !state.isNoticeGood } else { false }
  }

  // MARK: Keys

  /// What keys do in what lies over the scene.
  private func keys(on overlay: Overlay, width: Int) -> Line {
    let words = state.words
    let keys: [(keys: String, label: String)] =
      switch overlay {
      case .settings: words.settingsKeys
      case .commands: words.commandKeys
      case .help(let page): words.helpKeys(page: page, of: state.helpOverlay.pageCount)
      }
    let items = keys.map { [Span($0.keys, .accent), Span(" " + $0.label, .secondary)] }
    return items.inOneLine(within: width)
  }

  /// One thing that keys do: those that go together share a label.
  private struct Item {
    private(set) var keys: [(name: String, action: Action)]
    let label: String
    private(set) var line: Line
    private(set) var width: Int

    init(key: String, _ action: Action, label: String) {
      keys = [(key, action)]
      self.label = label
      line = [Span(key, .accent), Span(" " + label, .secondary)]
      width = line.cellWidth
    }

    mutating func add(_ key: String, _ action: Action) {
      keys.append((key, action))
      line[0].text += " " + key
      width += 1 + key.cellWidth
    }
  }

  /// What every scene can do stands at the end, always.
  private static let general: Set<Action> = [.settings, .commands, .help, .quit]

  /// As many keys as fit, and those to more of them, with the columns where they begin.
  private func placedItems(width: Int) -> [(item: Item, column: Int)] {
    let all = Footer.items(state)
    func columns(_ items: [Item], _ gap: Int) -> Int {
      items.reduce(-gap) { $0 + $1.width + gap }
    }
    let gap = columns(all, 3) <= width ? 3 : 2
    func isGeneral(_ item: Item) -> Bool {
      item.keys.contains { Footer.general.contains($0.action) }
    }
    var last = all.filter(isGeneral)
    // Help and quit are the last that go.
    while last.count > 2, columns(last, gap) > width { last.removeFirst() }
    var rest = width - columns(last, gap) - gap
    let first = all.filter { !isGeneral($0) }.filter { item in
      guard item.width <= rest else { return false }
      rest -= item.width + gap
      return true
    }
    var column = 0
    return (first + last).map { item in
      defer { column += item.width + gap }
      return (item, column)
    }
  }

  private func keys(width: Int) -> Line {
    var (line, end): (Line, Int) = ([], 0)
    for (item, column) in placedItems(width: width) {
      line += [Span(String(repeating: " ", count: max(0, column - end)))] + item.line
      end = column + item.width
    }
    return line
  }

  /// What the label under a column does; of several keys the one that is nearest.
  func action(at column: Int, in rect: Rect) -> Action? {
    guard state.prompt == nil, state.notice == nil else { return nil }
    for (item, start) in placedItems(width: rect.width - 3) {
      let offset = column - rect.column - 2 - start
      guard (0..<item.width).contains(offset) else { continue }
      var end = 0
      for key in item.keys {
        end += key.name.cellWidth + 1
        if offset < end { return key.action }
      }
      return item.keys.last?.action
    }
    return nil
  }

  /// The keys of a scene that do what they say just now, those that go together as one.
  private static func items(_ state: State) -> [Item] {
    let (scene, words, lesson) = (state.scene, state.words, state.lessonBindings)
    let cursor = scene as? any SceneWithCursor
    let (hasCursor, isAtKernel) = (cursor?.hasCursor ?? false, cursor?.isAtKernel ?? false)
    func action(of key: Key) -> Action? {
      let own = lesson.first { $0.keys.contains(key) }
      return own?.action
        ?? Bindings.binding(
          for: key, in: scene.kind, view: scene.view, hasCursor: hasCursor, isAtKernel: isAtKernel)?
        .action
    }
    var items: [Item] = []
    for binding in lesson.filter(\.isInFooter) + Bindings.inFooter(of: scene.kind, in: scene.view)
    where hasCursor || !binding.needsCursor {
      let key = binding.keys.first {
        action(of: $0) == binding.action && !state.answerKeeps($0)
      }
      guard let key = key.map(words.name(of:)) else { continue }
      let label = words.label(binding.action, in: scene.kind, scene.view)
      if items.last?.label == label {
        items[items.count - 1].add(key, binding.action)
      } else {
        items.append(Item(key: key, binding.action, label: label))
      }
    }
    return items
  }
}
