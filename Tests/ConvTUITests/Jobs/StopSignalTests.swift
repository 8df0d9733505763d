import Testing

@testable import ConvTUI

/// Trainings without a screen, and signals that whoever started them wants ignored.
@Suite(.enabled(if: BuiltBinary.path != nil, "the program is not built")) struct StopSignalTests {
  private static let call = [
    "train", "--json", "--layers", "flatten, linear10", "--epochs", "1", "--batch", "100",
  ]
  /// Starts it as a job, and goes on when its first batch is done.
  private static let start = "\"$@\" >log & pid=$!; until [ -s log ]; do :; done"

  @Test(arguments: ["HUP", "INT", "TERM"])
  func signalIgnoredAtTheStartStaysIgnored(name: String) throws {
    let directory = try Directory()
    let result = try Program.shell(
      "cd '\(directory.path)'; trap '' \(name); \(Self.start); kill -\(name) $pid; wait $pid && cat log",
      Self.call)
    #expect(result.status == 0 && result.lines.count == 90)
  }

  /// A shell without job control lets what runs in the background ignore Ctrl-C.
  @Test func interruptDoesNotEndAJobOfAScript() throws {
    let directory = try Directory()
    let result = try Program.shell(
      "cd '\(directory.path)'; \(Self.start); kill -INT $pid; wait $pid && cat log", Self.call)
    #expect(result.status == 0 && result.lines.count == 90)
  }

  @Test(arguments: [("HUP", 129), ("TERM", 143)] as [(String, Int32)])
  func otherSignalsEndItAfterABatch(name: String, status: Int32) throws {
    let directory = try Directory()
    let result = try Program.shell(
      "cd '\(directory.path)'; \(Self.start); kill -\(name) $pid; wait $pid; code=$?; cat log; exit $code",
      Self.call + ["--epochs", "1000000"])
    #expect(result.status == status && result.output.last == UInt8(ascii: "\n"))
  }
}
