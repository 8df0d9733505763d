import Drawing

/// What a watched program printed besides numbers.
extension WatchScene {
  /// The last lines, if a program's own output is watched.
  private func logLines(_ count: Int) -> [String] {
    guard count > 0, let file = report?.tree.files.first(where: { $0.path == "-" }) else {
      return []
    }
    return file.printed.filter { !$0.isEmpty }.suffix(count).map(\.printable)
  }

  /// How many lines of the log a page has room for, with a heading.
  private func logHeight(_ page: Rect) -> Int { page.height >= 28 ? 6 : page.height >= 16 ? 4 : 0 }

  /// What the log takes of a page with charts, with an empty line above it.
  func logRoom(_ page: Rect) -> Int {
    let count = logLines(logHeight(page) - 1).count
    return count == 0 ? 0 : count + 2
  }

  func drawLog(into frame: inout Frame, in page: Rect, _ look: Look) {
    let lines = logLines(logHeight(page) - 1)
    guard !lines.isEmpty else { return }
    let top = page.height - lines.count - 1
    frame.write(
      [[Span(look.words.printedLines, .strong)]]
        + lines.map { ([Span($0, .secondary)] as Line).shortened(to: page.width - 2) },
      in: page.inset(top: top, left: 1), look)
  }

  /// The log alone, where nothing in it is a number yet.
  ///
  /// - Returns: Whether there is one.
  func drawsLogAlone(into frame: inout Frame, in rect: Rect, _ look: Look) -> Bool {
    let lines = logLines(rect.height - 4)
    guard !lines.isEmpty else { return false }
    let heading: [Line] =
      [Span(look.words.noNumbersPrinted, .strong)].folded(to: rect.width - 2) + [[]]
    frame.write(
      heading
        + lines.flatMap { [Span($0, .text)].folded(to: rect.width - 2) }
        .suffix(rect.height - 2 - heading.count),
      in: rect.inset(top: 1, left: 1), look)
    return true
  }
}
