import Drawing

/// The last line: the keys that matter here, a question, or a sentence.
struct Footer {
  let state: State

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let lines = self.lines(width: rect.width - 4)
    let place = Rect(
      row: rect.rows.upperBound - lines.count, column: rect.column, width: rect.width,
      height: lines.count)
    frame.fill(place, look.bar)
    frame.write(lines, in: place.inset(left: 2, right: 2), look)
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
    if let notice = state.notice {
      return [Span(notice, state.isNoticeGood ? .strong : .warning)].folded(to: width)
    }
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

  // MARK: Keys

  /// One thing that keys do: those that go together share a label.
  private struct Item {
    var keys: [(name: String, action: Action)]
    let label: String

    var line: Line {
      [Span(keys.map(\.name).joined(separator: " "), .accent), Span(" " + label, .secondary)]
    }
  }

  /// What every scene can do stands at the end, always.
  private static let general: Set<Action> = [.settings, .commands, .help, .quit]

  /// As many keys as fit, and those to more of them, with the columns where they begin.
  private func placedItems(width: Int) -> [(item: Item, column: Int)] {
    let all = Footer.items(state)
    func columns(_ items: [Item], _ gap: Int) -> Int {
      items.reduce(-gap) { $0 + $1.line.cellWidth + gap }
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
      guard item.line.cellWidth <= rest else { return false }
      rest -= item.line.cellWidth + gap
      return true
    }
    var column = 0
    return (first + last).map { item in
      defer { column += item.line.cellWidth + gap }
      return (item, column)
    }
  }

  private func keys(width: Int) -> Line {
    placedItems(width: width).reduce(into: []) { line, placed in
      let gap = placed.column - line.cellWidth
      line += [Span(String(repeating: " ", count: max(0, gap)))] + placed.item.line
    }
  }

  /// What the label under a column does; of several keys the one that is nearest.
  func action(at column: Int, in rect: Rect) -> Action? {
    guard state.prompt == nil, state.notice == nil else { return nil }
    for (item, start) in placedItems(width: rect.width - 4) {
      let offset = column - rect.column - 2 - start
      guard (0..<item.line.cellWidth).contains(offset) else { continue }
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
    var items: [Item] = []
    for binding in lesson.filter(\.isInFooter) + Bindings.inFooter(of: scene.kind)
    where binding.views.contains(scene.view) {
      let key = binding.keys.first {
        Bindings.binding(for: $0, in: scene, after: lesson)?.action == binding.action
      }.map(words.name(of:))
      guard let key else { continue }
      let label = words.label(binding.action, in: scene.kind)
      if items.last?.label == label {
        items[items.count - 1].keys.append((key, binding.action))
      } else {
        items.append(Item(keys: [(key, binding.action)], label: label))
      }
    }
    return items
  }
}
