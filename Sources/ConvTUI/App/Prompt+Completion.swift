import Drawing
import Formats
import Model

extension Prompt {
  /// What Tab goes on with: a file's path, or one of several kernels; nil where nothing is known.
  var wordToComplete: String? {
    switch action {
    case .figure, .session, .open: line.textBeforeCursor
    case .kernel:
      String(
        line.textBeforeCursor.reversed().prefix { $0 != "," }.reversed().drop { $0 == " " })
    default: nil
    }
  }

  /// Goes on with a word as far as all that it may become agree; where they part, it says so.
  mutating func complete(_ word: String, with candidates: [String], _ words: Words) {
    guard word == wordToComplete else { return }
    complaint = nil
    let candidates = candidates.filter { $0.allSatisfy { $0.cellWidth > 0 } }
    guard let common = Prompt.commonStart(of: candidates) else {
      remark = words.nothingBegins(with: word)
      return
    }
    remark = nil
    let continuation = common.dropFirst(word.count)
    if !continuation.isEmpty { line.insert(continuation) }
    if candidates.count > 1 {
      remark = words.candidates(candidates.map { Prompt.lastPart(of: $0) })
    }
  }

  /// The names that Tab knows besides files.
  var names: [String] {
    switch action {
    case .kernel: NamedKernel.all.map(\.name)
    case .open: InputExample.allCases.map(\.rawValue)
    default: []
    }
  }

  /// What a word may become: one of some names, or a file.
  static func candidates(for word: String, names: [String]) -> [String] {
    names.filter { $0.hasPrefix(word) }
      + PathCompletion.paths(beginning: word)
  }

  private static func commonStart(of texts: [String]) -> String? {
    guard let first = texts.first else { return nil }
    return texts.dropFirst().reduce(first) { common, text in
      String(zip(common, text).prefix { $0 == $1 }.map(\.0))
    }
  }

  /// A path without the folders that it goes through.
  private static func lastPart(of path: String) -> String {
    let end = path.hasSuffix("/") ? "/" : ""
    return (path.split(separator: "/").last.map(String.init) ?? "") + end
  }
}
