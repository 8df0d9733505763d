import Model

/// A scene whose settings stand in a table.
protocol SceneWithSettings: Scene {
  associatedtype Settings: Hashable & Sendable
  /// What can be set, in the order of the panel.
  static var table: [Setting<Settings>] { get }
  /// Whether the settings are those of the step that is shown: then that is gone to first.
  static var settingsFollowStep: Bool { get }
  /// What can be set of how it is shown: no number follows from it, and undo leaves it.
  static var displays: [Setting<Self>] { get }
  var settings: Settings { get }
  /// Whether a setting means something now.
  func has(setting name: String) -> Bool
  /// Whether a setting for the strip below the scene has its place there now.
  func isInStrip(setting name: String) -> Bool
  /// Shows other settings, at the same place as far as that is still there.
  ///
  /// - Throws: What does not fit; nothing has changed then.
  mutating func show(_ settings: Settings) throws
  /// What the settings come to, with numbers: the size of the output.
  func consequence(_ words: Words) -> String?
  /// Learns which settings have just been replaced.
  mutating func note(_ before: Settings)
}

/// A scene whose settings can be taken back.
protocol SceneWithUndo: SceneWithSettings {
  var undo: Undo<Settings> { get set }
}

/// One setting as a person sees it.
struct SettingRow: Hashable, Sendable {
  let name, label, purpose, value: String
  /// The value as it may be typed.
  let typed: String
  let domain: SettingDomain
  let isMain: Bool

  /// Whether a step leads to another value.
  var canStep: Bool { domain != .text }
  /// The columns that its values take, so that nothing moves as they change.
  var room: Int { min(SettingRow.mostRoom, max(domain.usualWidth, value.cellWidth)) }
  private static let mostRoom = 28

  /// The matrix that it is set to, if it is one.
  var matrix: Tensor? {
    guard case .matrix(let matrix) = domain.value(of: typed) else { return nil }
    return matrix
  }
}

extension SceneWithSettings {
  static var displays: [Setting<Self>] { [] }
  static var settingsFollowStep: Bool { false }
  func has(setting name: String) -> Bool { true }
  func isInStrip(setting name: String) -> Bool { true }
  func consequence(_ words: Words) -> String? { nil }
  mutating func note(_ before: Settings) {}

  var hasMainSettings: Bool {
    Self.table.contains { $0.isMain && $0.isShown }
      || Self.displays.contains { $0.isMain && $0.isShown }
  }

  /// All that can be set, as settings of the scene.
  private static var all: [Setting<Self>] { all { _ in true } }

  private static func all(_ isWanted: (_ isMain: Bool) -> Bool) -> [Setting<Self>] {
    table.filter { isWanted($0.isMain) }.map { setting in
      var whole = Setting<Self>(
        name: setting.name, label: setting.label, purpose: setting.purpose,
        domain: setting.domain, isMain: setting.isMain,
        get: { setting.get($0.settings) },
        set: { scene, value in
          var changed = scene.settings
          try setting.set(&changed, value)
          try scene.change(to: changed)
        })
      whole.isShown = setting.isShown
      return whole
    } + displays.filter { isWanted($0.isMain) }
  }

  /// What can be set, that which matters most first.
  ///
  /// - Parameter mainOnly: Whether nothing else is wanted.
  func rows(_ words: Words, mainOnly: Bool = false) -> [SettingRow] {
    let shown = Self.all { $0 || !mainOnly }.filter { $0.isShown && has(setting: $0.name) }
    return (shown.filter(\.isMain) + shown.filter { !$0.isMain }).map { setting in
      let value = setting.get(self)
      return SettingRow(
        name: setting.name, label: words[keyPath: setting.label],
        purpose: words[keyPath: setting.purpose],
        value: setting.domain.name(of: value) ?? words.text(of: value),
        typed: setting.domain.typed(value), domain: setting.domain,
        isMain: setting.isMain && isInStrip(setting: setting.name))
    }
  }

  /// Changes the settings, which undo takes back.
  mutating func change(to settings: Settings) throws {
    let before = self.settings
    guard settings != before else { return }
    try show(settings)
    note(before)
  }

  /// Sets one by a step up or down; choices that do not fit are left out.
  ///
  /// - Returns: Why nothing fits; nil where it is done.
  mutating func step(setting name: String, by step: Int, _ words: Words) -> String? {
    guard let setting = Self.all.first(where: { $0.name == name }) else {
      return words.noSetting(name, among: rows(words).map(\.name))
    }
    let values = setting.domain.values(after: setting.get(self), by: step)
    if values.isEmpty { return words.noFurtherValue(setting.domain, words[keyPath: setting.label]) }
    var refusal: String?
    for value in values {
      guard let reason = set(setting, value, words) else { return nil }
      refusal = refusal ?? reason
    }
    return refusal
  }

  /// Sets one to what was typed; returns why that cannot be.
  mutating func set(_ name: String, typed text: String, _ words: Words) -> String? {
    guard let setting = Self.all.first(where: { $0.name == name }) else {
      return words.noSetting(name, among: rows(words).map(\.name))
    }
    guard let value = setting.domain.value(of: text) else {
      return words.notAValue(text, setting.domain, of: words[keyPath: setting.label])
    }
    return set(setting, value, words)
  }

  /// Sets one to a value of its domain; returns why that cannot be.
  mutating func set(_ name: String, to value: SettingValue, _ words: Words) -> String? {
    guard let setting = Self.all.first(where: { $0.name == name }) else {
      return words.noSetting(name, among: rows(words).map(\.name))
    }
    return set(setting, value, words)
  }

  private mutating func set(
    _ setting: Setting<Self>, _ value: SettingValue, _ words: Words
  ) -> String? {
    do {
      try setting.set(&self, value)
      return nil
    } catch {
      let nearest = setting.domain.nearest(to: value) { value in
        var other = self
        return (try? setting.set(&other, value)) != nil
      }
      return words.sentence(error) + words.nearest(nearest)
    }
  }
}

extension SceneWithInput where Self: SceneWithSettings {
  /// Sets the setting that is the input.
  mutating func take(input: Tensor, _ words: Words) -> String? {
    set("input", to: .matrix(input), words)
  }
}

extension SceneWithUndo {
  mutating func note(_ before: Settings) { undo.note(before) }

  /// Takes back the last change, or does it again.
  ///
  /// - Returns: False where there is none.
  mutating func takeBack(isAgain: Bool) -> Bool {
    let found = isAgain ? undo.forward(from: settings) : undo.back(from: settings)
    guard let found else { return false }
    // It was shown before, so it fits.
    try? show(found)
    return true
  }
}
