extension CommandList {
  /// What a search comes to.
  struct Findings {
    let entries: [Entry]
    /// Whether nothing is called so, and these are spelled alike.
    var isGuess = false
  }

  /// The words that were typed.
  var typed: [String] {
    line.text.lowercased().split(separator: " ").map(String.init)
  }

  /// Those in which each typed word stands, the best first; without any, all that can be done here. Where
  /// there are none, those that are spelled alike.
  func search(in all: [Entry]) -> Findings {
    let typed = typed
    if typed.isEmpty { return Findings(entries: all.filter { !$0.isElsewhere }) }
    let text = typed.joined(separator: " ")
    let ranked = all.map { ($0, $0.rank(of: text, typed)) }
    let found = (0...Entry.lastRank).flatMap { rank in ranked.filter { $0.1 == rank }.map(\.0) }
    if !found.isEmpty { return Findings(entries: found) }
    let alike = alike(in: all)
    return Findings(entries: alike, isGuess: !alike.isEmpty)
  }

  /// Those with a word that differs in few letters from the one that was typed.
  private func alike(in all: [Entry]) -> [Entry] {
    guard typed.count == 1, typed[0].count > 2 else { return [] }
    let here = all.filter { !$0.isElsewhere }
    let words = Set(here.flatMap { $0.title.lowercased().parts }).sorted()
    guard let nearest = typed[0].nearest(among: words) else { return [] }
    return here.filter { $0.title.lowercased().parts.contains(nearest) }
  }
}

extension CommandList.Entry {
  fileprivate static let lastRank = 6

  /// How well it suits what was typed, 0 the best; nil where it does not: first what begins with it, then
  /// what has words that do, then other words for it, then those within a word and in the purpose; last
  /// what is elsewhere, for whoever asks for it by name.
  fileprivate func rank(of text: String, _ typed: [String]) -> Int? {
    let (title, other) = (title.lowercased(), alias.lowercased())
    let parts = title.parts
    let all = parts + other.parts
    func begins(_ words: [String]) -> Bool {
      typed.allSatisfy { typed in words.contains { $0.hasPrefix(typed) } }
    }
    let named = title + " " + other
    if isElsewhere {
      return begins(all)
        ? 5 : typed.allSatisfy { named.contains($0) } ? CommandList.Entry.lastRank : nil
    }
    if title.hasPrefix(text) || shownName.lowercased().hasPrefix(text) { return 0 }
    if begins(parts) { return 1 }
    if begins(all) { return 2 }
    if typed.allSatisfy({ title.contains($0) }) { return 3 }
    let whole = named + " " + purpose.lowercased()
    return typed.allSatisfy { whole.contains($0) } ? 4 : nil
  }
}

extension String {
  /// Its words, those with a hyphen also in parts.
  fileprivate var parts: [String] {
    let words = split { $0.isWhitespace || ":：,，(（)）/".contains($0) }.map(String.init)
    return words
      + words.filter { $0.contains("-") }.flatMap { $0.split(separator: "-").map(String.init) }
  }
}
