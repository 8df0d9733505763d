import ArgumentParser

/// Where a handout is written.
struct HandoutOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write handout.md with its pictures (.svg) into this folder, made if it is missing, and end.",
      valueName: "folder"), completion: .directory)
  var handout: String?

  @Flag(help: "Replace files that exist.")
  var force = false

  var isAsked: Bool { handout != nil }

  /// Writes a handout where one is asked for.
  func write(_ handout: @autoclosure () -> Handout) throws {
    guard let folder = self.handout else { return }
    let files = handout().files
    try Failure.translating {
      try FigureFiles.write(files, inFolder: folder, replaces: force)
    }
  }
}
