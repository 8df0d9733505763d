import Drawing
import Terminal

/// A line of text that is being edited, and where its cursor stands.
struct LineEditor: Hashable, Sendable {
  private var characters: [Character]
  /// How many characters stand before the cursor.
  private(set) var cursor: Int
  /// Whether all of the text is selected: what is typed takes its place, and moving the cursor keeps
  /// it.
  private(set) var isSelected: Bool

  init(_ text: String = "", isSelected: Bool = false) {
    characters = Array(text)
    cursor = characters.count
    self.isSelected = isSelected && !text.isEmpty
  }

  var text: String { String(characters) }
  var textBeforeCursor: String { String(characters[..<cursor]) }

  /// Types a character, moves the cursor, or deletes; other keys do nothing.
  mutating func press(_ key: Key) {
    switch key {
    case .character(let character): insert([character])
    case .left: move(to: cursor - 1)
    case .right: move(to: cursor + 1)
    case .home, .control("a"): move(to: 0)
    case .end, .control("e"): move(to: characters.count)
    case .backspace: delete(cursor - 1..<cursor)
    case .delete: delete(cursor..<cursor + 1)
    case .control("u"): delete(0..<cursor)
    case .control("k"): delete(cursor..<characters.count)
    case .control("w"): delete(startOfWord..<cursor)
    default: break
    }
  }

  /// Puts in what can be seen of some text.
  mutating func insert(_ text: some Sequence<Character>) {
    let seen = text.filter { $0.cellWidth > 0 }
    guard !seen.isEmpty else { return }
    if isSelected { delete(0..<characters.count) }
    characters.insert(contentsOf: seen, at: cursor)
    cursor += seen.count
  }

  private mutating func move(to place: Int) {
    cursor = min(max(0, place), characters.count)
    isSelected = false
  }

  /// Deletes what there is of a range, or all that is selected.
  private mutating func delete(_ range: Range<Int>) {
    let range = (isSelected ? characters.indices : range).clamped(to: characters.indices)
    characters.removeSubrange(range)
    cursor = range.lowerBound
    isSelected = false
  }

  private var startOfWord: Int {
    var start = cursor
    while start > 0, characters[start - 1] == " " { start -= 1 }
    while start > 0, characters[start - 1] != " " { start -= 1 }
    return start
  }
}

extension LineEditor {
  /// What stands before and after the cursor, as much as has room in so many cells; an ellipsis stands
  /// for what is left out.
  func window(width: Int) -> (before: String, after: String) {
    let range = seen(within: width)
    return (
      (range.lowerBound > 0 ? "…" : "") + String(characters[range.lowerBound..<cursor]),
      String(characters[cursor..<range.upperBound])
        + (range.upperBound < characters.count ? "…" : "")
    )
  }

  /// The characters that are shown: some after the cursor, and before it as many as have room.
  private func seen(within width: Int) -> Range<Int> {
    let widths = characters.map(\.cellWidth)
    if widths.reduce(0, +) <= width { return characters.indices }
    var (start, end, used) = (cursor, cursor, 0)
    func fits(_ index: Int, _ room: Int) -> Bool { used + widths[index] <= room }
    while end < widths.count, fits(end, width / 4) {
      used += widths[end]
      end += 1
    }
    while start > 0, fits(start - 1, width - (end < widths.count ? 2 : 1)) {
      start -= 1
      used += widths[start]
    }
    while start == 0, end < widths.count, fits(end, width - 1) {
      used += widths[end]
      end += 1
    }
    return start..<end
  }
}
