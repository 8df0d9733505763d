import Drawing

/// A text of a lesson, in the languages that it was written in.
struct LocalText: Hashable, Sendable {
  /// By the code of the language, such as "en"; a text without a language has an empty code.
  let texts: [String: String]

  /// The languages that a text may be given in.
  static let codes = ["en", "zh"]

  init(_ text: String) { texts = ["": text] }

  init(_ texts: [String: String]) { self.texts = texts }

  /// What the program says by itself, in all of its languages.
  init(_ phrase: Phrase) {
    texts = Dictionary(
      uniqueKeysWithValues: Language.allCases.map { ($0.rawValue, phrase(Words(language: $0))) })
  }

  /// The text in a language, else in English, else in the first that there is.
  func text(in words: Words) -> String {
    texts[words.language.rawValue] ?? texts[""] ?? texts["en"]
      ?? texts.min { $0.key < $1.key }?.value ?? ""
  }
}
