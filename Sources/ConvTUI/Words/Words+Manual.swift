/// What stands in the manual page beside the texts of the help.
extension Words {
  /// A sentence as the line that names the program has it: no capital, no full stop.
  func manualName(_ abstract: String) -> String {
    let words = abstract.hasSuffix(".") ? abstract.dropLast() : abstract[...]
    return words.prefix(1).lowercased() + words.dropFirst()
  }

  /// What an option does, and which values it has.
  func explanation(_ abstract: String, values: [String], usual: String?) -> String {
    let parts = [
      values.isEmpty ? nil : "values: " + values.joined(separator: ", "),
      usual.map { "default: " + $0 },
    ].compactMap(\.self)
    return parts.isEmpty ? abstract : "\(abstract) (\(parts.joined(separator: "; ")))"
  }

  var exitStatuses: [(String, String)] {
    [
      ("0", "The command did its work."),
      ("1", "It could not; a sentence on standard error says why and what would work."),
      ("64", "The call was wrong."),
      (
        "128 + n",
        "The signal n ended it: 130 after Ctrl-C, when all that was to be written is written."
      ),
    ]
  }

  var environment: [(String, String)] {
    [
      ("TERM, COLORTERM", "The terminal, and whether it has 24-bit colour."),
      ("NO_COLOR", "Where it is set and not empty, no colours are used."),
      ("LC_ALL, LC_CTYPE, LANG", "The locale. Where its characters are not UTF-8, all is ASCII."),
    ]
  }
}
