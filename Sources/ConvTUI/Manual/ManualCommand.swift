import ArgumentParser

/// Prints the manual page; `make install` asks for it.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Prints the manual page, for man(1).", shouldDisplay: false)

  func run() throws {
    try Output.write(ManualPage(try Failure.translating { try CommandOutline.program() }).text)
  }
}
