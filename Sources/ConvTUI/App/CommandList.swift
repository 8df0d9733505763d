import Drawing
import Model
import Terminal

/// All that can be done here, found by typing.
struct CommandList: Hashable, Sendable {
  private var line = LineEditor()
  private(set) var selected = 0

  /// One thing that can be done.
  struct Entry: Hashable, Sendable {
    enum Deed: Hashable, Sendable {
      case perform(Action)
      case set(SettingRow)
      /// A value of a setting, as it may be typed.
      case value(SettingRow, String)
      case kernel(String)
      case input(InputExample)
      case file(String)
      /// In another scene, by its number.
      indirect case elsewhere(Int, Deed)
    }

    let title, purpose: String
    /// The key that does it, or the value that it has.
    let remark: String
    /// Other words by which it is found.
    var alias = ""
    let deed: Deed

    /// Whether it is done in another scene.
    var isElsewhere: Bool { if case .elsewhere = deed { true } else { false } }
  }

  /// What comes of a key.
  enum Reply: Hashable {
    case close, done
    case run(Entry.Deed)
    case step(String, Int)
  }

  mutating func press(_ key: Key, _ all: [Entry]) -> Reply {
    let found = self.found(in: all)
    let chosen = found.indices.contains(selected) ? found[selected] : nil
    switch key {
    case .escape: return .close
    case .enter: return chosen.map { .run($0.deed) } ?? .done
    case .up: select(selected > 0 ? selected - 1 : found.count - 1, of: found.count)
    case .down: select(selected + 1 < found.count ? selected + 1 : 0, of: found.count)
    case .pageUp: select(selected - CommandList.page, of: found.count)
    case .pageDown: select(selected + CommandList.page, of: found.count)
    case .home: select(0, of: found.count)
    case .end: select(found.count - 1, of: found.count)
    case .left, .right:
      guard case .set(let row) = chosen?.deed else {
        line.press(key)
        return .done
      }
      return .step(row.name, key == .right ? 1 : -1)
    default:
      line.press(key)
      selected = 0
    }
    return .done
  }

  /// The entries that a page key goes over.
  private static let page = 10

  private mutating func select(_ index: Int, of count: Int) {
    selected = max(0, min(index, count - 1))
  }

  /// Takes in pasted text as if it were typed.
  mutating func paste(_ text: String) {
    line.insert(text.prefix(Prompt.longestPaste))
    selected = 0
  }

  private var text: String { line.text }

  mutating func click(_ point: Point, _ all: [Entry], in size: Size) -> Reply {
    let box = CommandList.box(in: size)
    guard box.contains(point) else { return .close }
    let found = self.found(in: all)
    let index = point.row - box.row - 3 + first(found.count, in: box)
    guard point.row >= box.row + 3, found.indices.contains(index) else { return .done }
    selected = index
    return .run(found[index].deed)
  }

  /// Those in which each typed word stands: first those whose title begins with the text, then those
  /// with all words in the title; last what only another scene has, for whoever asks for it by name.
  func found(in all: [Entry]) -> [Entry] {
    let typed = text.lowercased()
    let words = typed.split(separator: " ")
    if words.isEmpty { return all.filter { !$0.isElsewhere } }
    func rank(_ entry: Entry) -> Int? {
      let title = entry.title.lowercased()
      if entry.isElsewhere {
        let names = title + " " + entry.alias.lowercased()
        return words.allSatisfy { names.contains($0) } ? 3 : nil
      }
      if title.hasPrefix(typed) { return 0 }
      if words.allSatisfy({ title.contains($0) }) { return 1 }
      let whole = title + " " + (entry.purpose + " " + entry.alias).lowercased()
      return words.allSatisfy { whole.contains($0) } ? 2 : nil
    }
    let ranked = all.map { ($0, rank($0)) }
    return (0...3).flatMap { rank in ranked.filter { $0.1 == rank }.map(\.0) }
  }

  // MARK: Drawing

  /// A text that ends with an ellipsis where it has no room.
  private static func shortened(_ text: String, to width: Int) -> String {
    text.cellWidth <= width ? text : width > 1 ? text.cut(to: width - 1) + "…" : ""
  }

  private static func box(in size: Size) -> Rect {
    let (width, height) = (min(size.width - 2, 84), min(size.height - 3, 24))
    return Rect(row: 1, column: (size.width - width) / 2, width: width, height: height)
  }

  /// The first entry in sight.
  private func first(_ count: Int, in box: Rect) -> Int {
    let room = box.height - 6
    return max(0, min(selected - room + 1, count - room))
  }

  func draw(_ all: [Entry], into frame: inout Frame, _ look: Look) {
    let box = CommandList.box(in: frame.size)
    frame.cover(box, look.bar)
    BoxLines.drawFrame(box, sidesOnly: false, into: &frame, look.style(.accent))
    let inner = box.inset(top: 1, left: 2, bottom: 1, right: 2)
    let found = self.found(in: all)
    let place =
      found.isEmpty ? "" : look.words.place(min(selected, found.count - 1) + 1, of: found.count)
    let (before, after) = line.window(width: inner.width - 5 - place.cellWidth)
    frame.write(
      [[Span("/ ", .accent), Span(before, .strong), Span("▏", .accent), Span(after, .strong)]],
      in: inner, look)
    frame.write(
      [[Span(place, .secondary)]], in: inner.inset(left: inner.width - place.cellWidth), look)
    let first = first(found.count, in: box)
    let seen = found.dropFirst(first).prefix(inner.height - 4)
    let titleWidth = min(inner.width / 2, (seen.map(\.title.cellWidth).max() ?? 0) + 2)
    for (line, entry) in zip(first..., seen) {
      let isSelected = line == selected
      let place = inner.inset(top: 2 + line - first, left: 2, right: 1)
      if isSelected {
        frame.write("▸", at: Point(row: place.row, column: inner.column), look.style(.accent))
      }
      frame.write(
        [[Span(entry.title.cut(to: titleWidth - 1), isSelected ? .accent : .strong)]], in: place,
        look)
      let remark = entry.remark.cellWidth
      let start = Point(row: place.row, column: place.column + titleWidth)
      let end = place.columns.upperBound - remark - 2
      let column = entry.draw(pictureAt: start, until: end, into: &frame, look)
      frame.write(
        [Span(CommandList.shortened(entry.purpose, to: end - column), .secondary)],
        at: Point(row: place.row, column: column), look)
      frame.write(
        [[Span(entry.remark, .accent)]], in: place.inset(left: place.width - remark), look)
    }
    let keys = found.isEmpty ? look.words.nothingFound(text) : look.words.commandKeys
    frame.write([[Span(keys, .secondary)]], in: inner.inset(top: inner.height - 1), look)
  }
}
