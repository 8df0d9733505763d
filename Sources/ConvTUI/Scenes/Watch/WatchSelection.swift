import ArgumentParser

/// Which runs and tags are meant.
struct WatchSelection: Sendable {
  /// A regular expression that is found in the name of a run, or of a tag; empty for all.
  let run, tag: String

  /// - Throws: Where one is no regular expression.
  init(run: String?, tag: String?) throws {
    (self.run, self.tag) = (run ?? "", tag ?? "")
    for (option, text) in [("--run", self.run), ("--filter", self.tag)] where !text.isEmpty {
      guard (try? Regex(text)) != nil else {
        throw ValidationError { $0.notAPattern(option, text) }
      }
    }
  }

  static let all = WatchSelection()

  private init() { (run, tag) = ("", "") }

  static func finds(_ pattern: String, in text: String) -> Bool {
    guard !pattern.isEmpty else { return true }
    guard let regex = try? Regex(pattern) else { return text.contains(pattern) }
    return (try? regex.firstMatch(in: text)) != nil
  }

  func runs(of runs: [Run]) -> [Run] {
    run.isEmpty ? runs : runs.filter { WatchSelection.finds(run, in: $0.name) }
  }

  func tags(of run: Run) -> [RunTag] {
    tag.isEmpty ? run.tags : run.tags.filter { WatchSelection.finds(tag, in: $0.name) }
  }
}
