import ArgumentParser

@main
struct ConvTUI: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "convtui")
  @MainActor func run() async throws {}
}
