import Terminal

/// Keys as text: "right right e 5 enter".
enum KeyNotation {
  private static let named: [(name: String, key: Key)] =
    [
      ("space", " "), ("left", .left), ("right", .right), ("up", .up), ("down", .down),
      ("pgup", .pageUp), ("pgdn", .pageDown), ("home", .home), ("end", .end), ("enter", .enter),
      ("esc", .escape), ("tab", .tab), ("backtab", .backTab), ("backspace", .backspace),
      ("delete", .delete),
    ] + Key.Arrow.allCases.map { ("shift-" + $0.rawValue, .shift($0)) }

  static var names: [String] { named.map(\.name) + ["ctrl-a"] }

  private static func control(_ word: Substring) -> Key? {
    let letter = word.lowercased().dropFirst("ctrl-".count)
    guard word.lowercased().hasPrefix("ctrl-"), letter.count == 1, let letter = letter.first else {
      return nil
    }
    return Key(control: letter)
  }

  /// - Throws: `Failure` naming the first word that is no key.
  static func parse(_ text: String) throws -> [Key] {
    try text.split(separator: " ").map { word in
      if word.count == 1, let character = word.first { return .character(character) }
      guard let key = named.first(where: { $0.name == word.lowercased() })?.key ?? control(word)
      else {
        throw Failure { $0.notAKey(String(word)) }
      }
      return key
    }
  }
}
