import Drawing
import FoundationEssentials
import Terminal

extension Language {
  /// The language that a person asks for: by an option, or else by the environment, whose first name
  /// that is set and not empty counts.
  ///
  /// - Parameters:
  ///   - arguments: Those of the command line, of which none has been read yet.
  ///   - hasUnicode: Whether Chinese can be shown; where it cannot, the environment asks for English.
  init(arguments: [String], environment: [String: String], hasUnicode: Bool) {
    let name = Language.optionName
    let next = zip(arguments, arguments.dropFirst()).first { $0.0 == name }?.1
    let joined = arguments.first { $0.hasPrefix(name + "=") }?.dropFirst(name.count + 1)
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }
      .first { !$0.isEmpty }
    if let asked = (next ?? joined.map(String.init)).flatMap(Language.init(rawValue:)) {
      self = asked
    } else {
      self = hasUnicode && locale?.lowercased().hasPrefix("zh") == true ? .chinese : .english
    }
  }

  private static let optionName = "--language"

  /// That of this process.
  static let ofProcess = Language(
    arguments: CommandLine.arguments, environment: ProcessInfo.processInfo.environment,
    hasUnicode: TextEncoding.ofLocale == .unicode)
}
