import Formats
import Model

extension Session {
  /// Each setting under its name.
  mutating func set<Root>(_ root: Root, by table: [Setting<Root>]) {
    for setting in table {
      switch setting.get(root) {
      case .flag(let isOn): set(setting.name, isOn ? 1 : 0)
      case .whole(let number): set(setting.name, number)
      case .number(let number): set(setting.name, number)
      case .pair(let pair): set(setting.name, pair)
      case .choice(let text), .text(let text): set(setting.name, text)
      case .matrix(let matrix): set(setting.name, matrix)
      }
    }
  }
}

extension SessionFields {
  /// Sets all that stands there.
  func read<Root>(into root: inout Root, by table: [Setting<Root>]) throws {
    for setting in table
    where has(setting.name) || setting.isNeeded {
      try setting.set(&root, try value(setting.name, of: setting.domain))
    }
  }

  private func value(
    _ name: String, of domain: SettingDomain
  ) throws(SessionError) -> SettingValue {
    switch domain {
    case .flag: .flag(try flag(name))
    case .whole(let range): .whole(try int(name, in: range))
    case .pair(_, .some(let word)) where (try? text(name)) == word: .choice(word)
    // What a geometry does not take it refuses itself, with its number.
    case .pair: .pair(try pair(name, limit: .max))
    case .number: .number(try anyNumber(name))
    case .scaled(let hasZero): .number(hasZero ? try number(name) : try positive(name))
    case .choice(let names): .choice(try word(name, among: names))
    case .matrix, .kernel: .matrix(try matrix(name))
    case .text: .text(try text(name))
    }
  }
}

extension SceneWithSession where Self: SceneWithSettings {
  func save(to session: inout Session) { session.set(settings, by: Self.table) }
}
