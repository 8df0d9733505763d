import ArgumentParser

/// Prints the manual page; `make install` asks for it.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: Words.ofProcess.say(
      "Prints the manual page, for man(1).", "打印手册页，供 man(1) 使用。"),
    shouldDisplay: false)

  @OptionGroup var spoken: LanguageOption

  func run() throws {
    let program = try Failure.translating { try CommandOutline.program() }
    try Output.write(ManualPage(program, .ofProcess).text)
  }
}
