import Drawing
import Model
import Terminal

/// All that can be done here, found by typing.
struct CommandList: Hashable, Sendable {
  private(set) var line = LineEditor()
  private(set) var selected = 0

  /// What entries are about, in the order of the list.
  enum Group: CaseIterable, Hashable, Sendable {
    case setting, view, kernel, example, action, file, scene, step
    /// What is done in another view or scene.
    case elsewhere
  }

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
      /// Goes to a view where an action is possible.
      case look(SceneView, Action)
      /// In another scene, by its number.
      indirect case elsewhere(Int, Deed)
    }

    let group: Group
    /// How it is called among all others, and how within its group.
    let title: String
    var name = ""
    let purpose: String
    /// The value that it has, and the key that does it.
    var value = ""
    var key = ""
    /// Other words by which it is found.
    var alias = ""
    let deed: Deed

    /// Whether it is done in another view or scene.
    var isElsewhere: Bool { group == .elsewhere }
    /// The name that is shown.
    var shownName: String { name.isEmpty ? title : name }
  }

  /// What comes of a key.
  enum Reply: Hashable {
    case close, done
    case run(Entry.Deed)
    case step(String, Int)
  }

  /// The keys that choose among what was found; all others write.
  private static let choosing: [Key] = [
    .escape, .enter, .up, .down, .pageUp, .pageDown, .home, .end, .left, .right,
  ]

  /// - Parameter all: Not worked out for keys that write.
  mutating func press(_ key: Key, _ all: () -> [Entry]) -> Reply {
    guard CommandList.choosing.contains(key) else {
      line.press(key)
      selected = 0
      return .done
    }
    let found = search(in: all()).entries
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
    default: break
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

  mutating func click(_ point: Point, _ all: [Entry], in size: Size) -> Reply {
    let page = CommandPage(self, all, in: size)
    guard page.box.contains(point) else { return .close }
    guard let index = page.entry(at: point) else { return .done }
    selected = index
    return .run(page.found[index].deed)
  }
}
