import ArgumentParser
import Drawing

/// The language of all that is said; `Language.ofProcess` reads it before any command does, for the
/// help is words too.
struct LanguageOption: ParsableArguments {
  static let help = ArgumentHelp.say(
    "The language. The default is that of LC_ALL, LC_MESSAGES or LANG.",
    "语言。默认由 LC_ALL、LC_MESSAGES 或 LANG 决定。", value: "code")

  @Option(help: help)
  var language: Language?
}

extension Language: ExpressibleByArgument {}
