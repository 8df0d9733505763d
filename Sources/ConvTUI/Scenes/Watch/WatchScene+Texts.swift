import Drawing
import Formats

/// What was logged as text, at the cursor.
extension WatchScene {
  /// The lines of the chosen text at the cursor, or why there are none.
  func textLines(width: Int) -> [Line] {
    let words = look.words
    guard texts.indices.contains(text), let address = texts[text].address(upTo: step) else {
      return [[Span(words.notYetLogged, .secondary)]]
    }
    switch report?.values[address]?.value {
    case .success(.texts(let texts)):
      return texts.enumerated().flatMap { number, text in
        (number > 0 ? [[]] : [])
          + MarkdownText(text).lines.flatMap { $0.isEmpty ? [[]] : $0.folded(to: max(1, width)) }
      }
    case .failure(let error): return [[Span(words.sentence(error), .warning)]]
    case nil: return [[Span(words.reading, .secondary)]]
    default: return [[Span(words.noTextThere, .secondary)]]
    }
  }

  func drawTexts(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let words = look.words
    guard texts.indices.contains(text) else {
      return drawHint(words.noTexts, into: &frame, in: rect, look)
    }
    let hasList = texts.count > 1 && !isEnlarged && rect.width >= 60
    var place = rect.inset(left: 1, right: 1)
    if hasList {
      let rows = names.enumerated().map { index, name in
        [Span((index == text ? "▸ " : "  ") + name, index == text ? .accent : .text)]
      }
      let width = min(rect.width / 3, rows.map(\.cellWidth).max() ?? 0)
      let first = max(0, min(rows.count - rect.height, text - rect.height / 2))
      for (row, line) in zip(rect.rows, rows[first...]) {
        frame.write(
          line, at: Point(row: row, column: place.column), look, limit: place.column + width)
      }
      for row in rect.rows {
        frame.write(
          "│", at: Point(row: row, column: place.column + width + 1), look.style(.secondary))
      }
      place = place.inset(left: width + 4)
    }
    var title: Line = [Span(names[text], .strong)]
    if let step = texts[text].place(upTo: step) {
      title.append(Span("  " + words.atStep(step), .secondary))
    }
    frame.write([title.shortened(to: place.width)], in: place, look)
    draw(textLines(width: place.width), into: &frame, in: place.inset(top: 2), look)
  }

  /// Lines from the first that is in sight on; what has no room is counted.
  private func draw(_ lines: [Line], into frame: inout Frame, in rect: Rect, _ look: Look) {
    let first = isEnlarged ? min(scroll, max(0, lines.count - rect.height)) : 0
    let isCut = lines.count - first > rect.height
    frame.write(Array(lines[first...]), in: rect.inset(bottom: isCut ? 1 : 0), look)
    guard isCut else { return }
    let rest = lines.count - first - rect.height + 1
    frame.write(
      [[Span(look.words.moreLines(rest, isEnlarged: isEnlarged), .secondary)]],
      in: rect.inset(top: rect.height - 1), look)
  }

  /// What the texts are called, without what TensorBoard adds.
  private var names: [String] {
    texts.map { text in
      let (name, added) = (text.tag.name, "/text_summary")
      let own = name.hasSuffix(added) ? String(name.dropLast(added.count)) : name
      return runNames.label(text.run, own)
    }
  }
}
