import Drawing
import Terminal

/// The settings of a scene, one of them chosen.
struct SettingsPanel: Hashable, Sendable {
  private(set) var selected = 0

  /// What comes of a key.
  enum Reply: Hashable {
    case close
    case step(String, Int)
    /// A question about a setting.
    case type(SettingRow)
    /// The key is none of the panel's.
    case foreign
    case done
  }

  init(selected: Int = 0) { self.selected = selected }

  mutating func press(_ key: Key, _ rows: [SettingRow]) -> Reply {
    guard rows.indices.contains(selected) else { return .close }
    switch key {
    case .up: selected = (selected + rows.count - 1) % rows.count
    case .down: selected = (selected + 1) % rows.count
    case .left: return .step(rows[selected].name, -1)
    case .right: return .step(rows[selected].name, 1)
    case .enter: return .type(rows[selected])
    case .escape, "s": return .close
    default: return .foreign
    }
    return .done
  }

  /// A click chooses a row, and steps one that is chosen; beside the panel it closes it.
  mutating func click(_ point: Point, _ rows: [SettingRow], in size: Size, _ words: Words) -> Reply
  {
    let box = SettingsPanel.box(rows, in: size, words)
    guard box.contains(point) else { return .close }
    let index = point.row - box.row - 3
    guard rows.indices.contains(index) else { return .done }
    if index == selected { return .step(rows[index].name, 1) }
    selected = index
    return .done
  }

  // MARK: Drawing

  private static func widths(_ rows: [SettingRow]) -> (label: Int, value: Int) {
    (rows.map(\.label.cellWidth).max() ?? 0, max(8, rows.map(\.value.cellWidth).max() ?? 0))
  }

  static func box(_ rows: [SettingRow], in size: Size, _ words: Words) -> Rect {
    let widths = widths(rows)
    let texts = rows.map(\.purpose.cellWidth) + [words.settingsKeys.cellWidth]
    let width = min(size.width, max(widths.label + widths.value + 12, (texts.max() ?? 0) + 6))
    let height = min(size.height - 2, rows.count + 9)
    return Rect(row: 1, column: size.width - width, width: width, height: height)
  }

  func draw(
    _ rows: [SettingRow], consequence: String?, into frame: inout Frame, _ look: Look
  ) {
    let words = look.words
    let box = SettingsPanel.box(rows, in: frame.size, words)
    let widths = SettingsPanel.widths(rows)
    frame.cover(box, look.bar)
    BoxLines.drawFrame(box, sidesOnly: false, into: &frame, look.style(.accent))
    let inner = box.inset(top: 1, left: 3, bottom: 1, right: 3)
    frame.write([[Span(words.settingsTitle, .strong)]], in: inner, look)
    let most = inner.height - 6
    let first = max(0, min(selected - most + 1, rows.count - most))
    for (line, row) in rows.enumerated().dropFirst(first).prefix(most) {
      let isSelected = line == selected
      let place = inner.inset(top: 2 + line - first)
      let label = Span((isSelected ? "▸ " : "  ") + row.label, isSelected ? .accent : .text)
      frame.write([[label]], in: place, look)
      let value = isSelected ? "‹ \(row.value) ›" : "  \(row.value)"
      frame.write(
        [[Span(value, isSelected ? .accent : .strong)]], in: place.inset(left: widths.label + 4),
        look)
    }
    let purpose = rows.indices.contains(selected) ? rows[selected].purpose : ""
    let foot: [Line] = [
      [Span(purpose, .secondary)], [Span(consequence ?? "", .strong)], [],
      [Span(words.settingsKeys, .secondary)],
    ]
    frame.write(foot, in: inner.inset(top: inner.height - foot.count), look)
  }
}
