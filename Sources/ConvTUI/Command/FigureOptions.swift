import ArgumentParser

/// What is written of a scene instead of opening it.
struct FigureOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write a figure, by the ending one of \(Figure.endings.joined(separator: ", ")), and end.",
      valueName: "file"))
  var figure: String?

  @Flag(help: "Replace a file that is there already.")
  var force = false

  var isAsked: Bool { figure != nil }

  /// Writes all that is asked for.
  ///
  /// - Parameter depth: The colours asked for.
  func write(_ state: State, depth: ColorDepth?) throws {
    try Failure.translating {
      if let figure {
        let files = try state.files(of: Figure(figure), at: figure, depth: depth)
        try FigureFiles.write(files, replaces: force)
      }
    }
  }
}
