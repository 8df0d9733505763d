import Glibc

/// A line on standard error that says how far something has come, where that takes a while and a
/// person can see it.
struct ProgressLine {
  private let name: String
  private let start = ContinuousClock.now
  private var shown = -1

  /// Whether there is a terminal, and no other program has it: in the background of a shell the line
  /// would stand in the next command.
  private var isSeen: Bool {
    let group = tcgetpgrp(STDERR_FILENO)
    return isatty(STDERR_FILENO) == 1 && (group < 0 || group == getpgrp())
  }

  /// The line appears only after this time.
  private static let patience = Duration.milliseconds(200)

  init(_ name: String) { self.name = name }

  mutating func show(_ share: Double) {
    let percent = Int(share * 100)
    guard percent > shown, ContinuousClock.now - start > ProgressLine.patience, isSeen else {
      return
    }
    shown = percent
    Output.report("\r" + text(share))
  }

  /// How far it has come: a bar of twenty characters.
  private func text(_ share: Double) -> String {
    let done = Int((share * 20).rounded())
    return "\(name)  " + String(repeating: "━", count: done)
      + String(repeating: "─", count: 20 - done) + "  \(Int(share * 100)) %"
  }

  /// Takes the line away.
  func end() {
    if shown >= 0, isSeen { Output.report("\r\u{1B}[K") }
  }
}
