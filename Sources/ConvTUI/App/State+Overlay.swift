import Drawing
import Terminal

/// Keys and clicks while something lies over the scene.
extension State {
  /// The settings of the scene, where they stand in a table.
  var settingRows: [SettingRow] { (scene as? any SceneWithSettings)?.rows(words) ?? [] }

  /// What those settings come to; not while a lesson asks for it.
  var consequence: String? {
    lesson?.asksForAFormula == true ? nil : (scene as? any SceneWithSettings)?.consequence(words)
  }

  /// The help, without what gives an answer away that is waited for.
  var helpOverlay: HelpOverlay {
    let asked = lesson == nil ? riddle : lesson?.attempt
    var answer = asked?.isOpen == true ? words.text(of: asked?.expected) : ""
    if case .choice = asked?.expected { answer = "" }
    let about = scene.about(words).filter { answer.isEmpty || !$0.words.contains(answer) }
    return HelpOverlay(
      scene, about, after: lessonBindings, among: lesson == nil ? scenes : [], in: size, words)
  }

  var commands: [CommandList.Entry] {
    CommandList.entries(scene, scenes, files, lesson: lessonBindings, words)
  }

  /// Those, and where something is looked for, what only other scenes have.
  func commands(for list: CommandList) -> [CommandList.Entry] {
    list.typed.isEmpty
      ? commands : commands + CommandList.elsewhere(scenes, from: current, words)
  }

  mutating func press(_ key: Key, on overlay: Overlay) -> Request? {
    switch overlay {
    case .help(let page):
      let next = helpOverlay.page(after: key, from: page)
      self.overlay = next.map { .help(page: $0) }
      return key == "q" ? .quit : nil
    case .settings(var panel):
      let reply = panel.press(key, settingRows)
      self.overlay = .settings(panel)
      if reply == .foreign { return pressInScene(key) }
      obey(reply)
    case .commands(var list):
      let seen = list
      let reply = list.press(key) { commands(for: seen) }
      self.overlay = .commands(list)
      return obey(reply)
    }
    return nil
  }

  mutating func click(_ point: Point, on overlay: Overlay) -> Request? {
    switch overlay {
    case .help: self.overlay = nil
    case .settings(var panel):
      let reply = panel.click(point, settingRows, on: settingsSheet ?? sheet(of: panel))
      self.overlay = .settings(panel)
      obey(reply)
    case .commands(var list):
      let reply = list.click(point, commands(for: list), in: size)
      self.overlay = .commands(list)
      return obey(reply)
    }
    return nil
  }

  private mutating func obey(_ reply: SettingsPanel.Reply) {
    switch reply {
    case .close: overlay = nil
    case .step(let name, let step): self.step(name, by: step)
    case .type(let row): ask(forSetting: row.name)
    case .foreign, .done: break
    }
  }

  private mutating func obey(_ reply: CommandList.Reply) -> Request? {
    switch reply {
    case .close: overlay = nil
    case .done: break
    case .step(let name, let step): self.step(name, by: step)
    case .run(let deed):
      overlay = nil
      return run(deed)
    }
    return nil
  }

  mutating func run(_ deed: CommandList.Entry.Deed) -> Request? {
    switch deed {
    case .perform(let action): return perform(action)
    case .set(let row):
      overlay = .settings(
        SettingsPanel(selected: settingRows.firstIndex { $0.name == row.name } ?? 0))
    case .value(let row, let text):
      if let refusal = set(row.name, typed: text) { notice = refusal }
    case .input(let example): notice = take(example)
    case .file(let path): return .open(path)
    case .kernel(let name):
      guard let kernel = GivenKernel.written(name)?.first,
        var scene = scene as? any SceneWithKernels
      else { break }
      let response = scene.choose(kernel, words)
      scenes[current] = scene
      heed(response)
    case .elsewhere(let index, let deed):
      _ = perform(.scene(index))
      return run(deed)
    case .look(let view, let action):
      if scene.view != view, let refusal = set("view", typed: view.rawValue) {
        notice = refusal
      } else if let key = Bindings.table(of: scene.kind).first(where: { $0.action == action })?.keys
        .first
      {
        (notice, isNoticeGood) = (
          words.here(words.name(of: key), words.title(of: action, in: scene.kind)), true
        )
      }
    }
    return nil
  }

  /// Sets one by a step; why that does not fit becomes the notice.
  mutating func step(_ name: String, by step: Int) {
    change { scene, words in scene.step(setting: name, by: step, words) }
  }

  /// Sets one to what was typed; returns why that cannot be.
  mutating func set(_ name: String, typed text: String) -> String? {
    change { scene, words in scene.set(name, typed: text, words) }
    defer { notice = nil }
    return notice
  }

  /// Steps the setting of the strip under a point; false where there is none.
  mutating func change(at point: Point, by step: Int) -> Bool {
    let strip = SettingsStrip(scene, in: layout.strip, words)
    guard let row = strip.setting(at: point) else { return false }
    self.step(row.name, by: step)
    return true
  }

  func sheet(of panel: SettingsPanel) -> SettingsSheet {
    SettingsSheet(
      settingRows, consequence: consequence, selected: panel.selected, in: layout, words)
  }

  /// The part of the body that settings leave to the scene.
  func uncovered(_ body: Rect) -> Rect {
    settingsSheet?.uncovered(body) ?? body
  }

  private mutating func change(
    _ body: (inout any SceneWithSettings, Words) -> String?
  ) {
    guard var scene = scene as? any SceneWithSettings else { return }
    (notice, isNoticeGood) = (body(&scene, words), false)
    scenes[current] = scene
    scenes[current].follow()
  }
}

extension String {
  /// What stands between its blanks, without marks at the ends; Chinese has none between words, so all
  /// letters part them too.
  fileprivate var words: Set<String> {
    let pieces = split { $0.isLetter || $0.isWhitespace || ",;:()。，；：（）！？?".contains($0) }
    return Set(pieces.map { String($0.last == "." ? $0.dropLast() : $0) })
  }
}
