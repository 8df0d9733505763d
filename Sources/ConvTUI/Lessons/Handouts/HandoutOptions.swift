import ArgumentParser

/// Where a handout is written.
struct HandoutOptions: ParsableArguments {
  @Option(
    help: .say(
      "Write handout.md with its pictures (.svg), and answers.md, into this folder, made if it is missing, and end.",
      "把 handout.md 及其插图（.svg）和 answers.md 写入此文件夹（没有则新建），然后结束。", value: "folder"),
    completion: .directory)
  var handout: String?

  @Flag(
    help: .say(
      "Replace files that exist.",
      "替换已存在的文件。"))
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
