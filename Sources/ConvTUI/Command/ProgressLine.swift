import Glibc

/// A line on standard error that says how far something has come, where that takes a while and a
/// person can see it.
struct ProgressLine {
  private let name: String
  private let start = ContinuousClock.now
  private let isSeen = isatty(STDERR_FILENO) == 1
  private var shown = -1

  /// Nothing is shown before so much time.
  private static let patience = Duration.milliseconds(200)

  init(_ name: String) { self.name = name }

  mutating func show(_ share: Double) {
    let percent = Int(share * 100)
    guard isSeen, percent > shown, ContinuousClock.now - start > ProgressLine.patience else {
      return
    }
    shown = percent
    Output.report("\r" + Text.progress(name, share))
  }

  /// Takes the line away.
  func end() {
    if shown >= 0 { Output.report("\r\u{1B}[K") }
  }
}
