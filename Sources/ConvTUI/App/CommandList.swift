import Drawing
import Formats
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
      case kernel(String)
      case input(InputExample)
      case file(String)
    }

    let title, purpose: String
    /// The key that does it, or the value that it has.
    let remark: String
    let deed: Deed
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
    case .up: selected = max(0, selected - 1)
    case .down: selected = min(max(0, found.count - 1), selected + 1)
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

  /// Those in which each typed word stands, those first whose title begins with the text.
  func found(in all: [Entry]) -> [Entry] {
    let words = text.lowercased().split(separator: " ")
    let found = all.filter { entry in
      let whole = (entry.title + " " + entry.purpose).lowercased()
      return words.allSatisfy { whole.contains($0) }
    }
    let beginsSo = { (entry: Entry) in entry.title.lowercased().hasPrefix(text.lowercased()) }
    return found.filter(beginsSo) + found.filter { !beginsSo($0) }
  }

  // MARK: Drawing

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
    let (before, after) = line.window(width: inner.width - 3)
    frame.write(
      [[Span("/ ", .accent), Span(before, .strong), Span("▏", .accent), Span(after, .strong)]],
      in: inner, look)
    let found = self.found(in: all)
    let first = first(found.count, in: box)
    let titleWidth = min(inner.width / 2, (found.map(\.title.cellWidth).max() ?? 0) + 2)
    for (line, entry) in found.enumerated().dropFirst(first).prefix(inner.height - 4) {
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
        [Span(entry.purpose.cut(to: max(0, end - column)), .secondary)],
        at: Point(row: place.row, column: column), look)
      frame.write(
        [[Span(entry.remark, .accent)]], in: place.inset(left: place.width - remark), look)
    }
    let keys = found.isEmpty ? look.words.nothingFound(text) : look.words.commandKeys
    frame.write([[Span(keys, .secondary)]], in: inner.inset(top: inner.height - 1), look)
  }
}

extension CommandList {
  /// What can be done in a scene: its keys and settings, its kernels, what can be opened, and the other scenes.
  static func entries(
    _ scene: any Scene, _ scenes: [any Scene], _ files: [String], lesson: [Binding] = [],
    _ words: Words
  ) -> [Entry] {
    actions(scene, lesson, words) + settings(scene, words) + kernels(scene, words)
      + inputs(scene, words)
      + files.map {
        Entry(
          title: words.openCommand($0), purpose: words.openFilePurpose, remark: "", deed: .file($0))
      }
      + scenes.enumerated().map { index, other in
        Entry(
          title: words.sceneCommand(other.kind.title(words)), purpose: other.kind.purpose(words),
          remark: index < 9 ? "\(index + 1)" : "", deed: .perform(.scene(index)))
      }
  }

  /// One entry for each thing that some key does here, and for what no key does.
  private static func actions(
    _ scene: any Scene, _ lesson: [Binding], _ words: Words
  ) -> [Entry] {
    let cursor = scene as? any SceneWithCursor
    return (lesson + Bindings.table(of: scene.kind)).compactMap { binding in
      guard binding.views.contains(scene.view),
        cursor?.hasCursor ?? false || !binding.needsCursor,
        cursor?.isAtKernel ?? false || !binding.needsKernel
      else { return nil }
      switch binding.action {
      // They have entries of their own, or make no sense without a key.
      case .scene, .commands, .move, .setting, .pan: return nil
      default: break
      }
      let key = binding.keys.first {
        Bindings.binding(for: $0, in: scene, after: lesson)?.action == binding.action
      }
      guard key != nil || binding.keys.isEmpty else { return nil }
      return Entry(
        title: words.title(of: binding.action, in: scene.kind),
        purpose: words.help(binding.action, in: scene.kind),
        remark: key.map(words.name(of:)) ?? "", deed: .perform(binding.action))
    }
  }

  private static func settings(_ scene: any Scene, _ words: Words) -> [Entry] {
    ((scene as? any SceneWithSettings)?.rows(words) ?? []).map { row in
      Entry(title: row.label, purpose: row.purpose, remark: row.value, deed: .set(row))
    }
  }

  private static func inputs(_ scene: any Scene, _ words: Words) -> [Entry] {
    guard scene is any SceneWithInput else { return [] }
    return InputExample.allCases.map { example in
      Entry(
        title: words.openCommand(example.rawValue), purpose: words.text(of: example),
        remark: "\(example.input.shape)", deed: .input(example))
    }
  }

  private static func kernels(_ scene: any Scene, _ words: Words) -> [Entry] {
    guard scene is any SceneWithKernels else { return [] }
    return NamedKernel.all.map { named in
      Entry(
        title: words.kernelCommand(named.name), purpose: KernelNotation.text(of: named.kernel),
        remark: "", deed: .kernel(named.name))
    }
  }
}
