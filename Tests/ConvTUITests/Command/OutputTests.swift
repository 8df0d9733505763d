import Foundation
import TestSupport
import Testing

/// What is written, and what happens when nobody reads it.
struct OutputTests {
  private let identity = ["correlate", "--input", "-", "--kernel", "1", "--output"]

  @Test func closedPipeEndsQuietly() throws {
    for script in ["\"$@\" | head -c 1", "(trap '' PIPE; \"$@\"; echo $? >&2) | head -c 1"] {
      for arguments in [["learn", "--json", "--steps", "10000"], ["--help"]] {
        let result = try Program.shell(script, arguments)
        #expect(result.output.count == 1)
        #expect(result.sentence == (script.contains("trap") ? "0\n" : ""))
      }
    }
  }

  @Test func readerThatHasGoneIsNoMistake() throws {
    for arguments in [["learn", "--json", "--steps", "10000"], ["slide", "--print"], ["--help"]] {
      let script = "(trap '' PIPE; \"$@\"; echo $? >&2) | true"
      let result = try Program.shell(script, arguments)
      #expect(result.sentence == "0\n")
    }
  }

  @Test func fullDiskIsAMistake() throws {
    for arguments in [
      ["learn", "--json"], ["field", "--json"], ["slide", "--print"], ["--help"],
    ] {
      let result = try Program.shell("\"$@\" >/dev/full", arguments)
      #expect(result.status == 1)
      #expect(result.sentence.contains("Standard output cannot be written: No space left"))
    }
  }

  @Test func outputThatCannotBeWrittenIsNamed() throws {
    let directory = try Directory()
    try FileManager.default.createDirectory(
      atPath: directory.path + "/folder.csv", withIntermediateDirectories: false)
    for (name, parts) in [
      ("nowhere/y.csv", ["“nowhere/y.csv” cannot be written", "folder"]),
      ("folder.csv", ["“folder.csv” is a folder"]), ("y", ["“y”", "no ending", ".npy"]),
      ("", ["“”", "no ending"]), ("y.xyz", ["“y.xyz”", "“.xyz”", ".json, .csv or .npy"]),
      ("y.png", ["“.png”", ".npy"]), ("folder.csv/y.csv/z.json", ["cannot be written"]),
    ] {
      let message = try expectMistake(1, identity + [name], input: "1,2\n", in: directory)
      for part in parts { #expect(message.contains(part), "\(message)") }
      #expect(try directory.names == ["folder.csv"])
    }
  }

  @Test func tensorOfSeveralPlanesIsNoCSV() throws {
    let directory = try Directory()
    try expectMistake(
      1, identity + ["y.csv"], input: "[[[1]], [[2]]]", in: directory, says: "channel")
    try directory.file("k.json", "[[[[1]]], [[[2]]]]")
    try directory.file("y.csv", "old")
    let two = ["correlate", "--input", "-", "--kernel", "k.json", "--output", "y.csv"]
    try expectMistake(1, two, input: "1,2\n", in: directory, says: "“y.csv”", "rank 3", ".json")
    #expect(try directory.text("y.csv") == "old")
  }

  @Test func oldFileStaysWholeAfterAMistake() throws {
    let directory = try Directory()
    try directory.file("y.csv", "old")
    try expectMistake(1, identity + ["y.csv"], input: "1\n", in: directory)
    try expectMistake(1, identity + ["y.csv", "--force"], input: "1,x\n", in: directory)
    try expectMistake(1, identity + ["y.csv", "--stride", "0"], input: "1\n", in: directory)
    // The file may be at most as long as nothing at all; the signal says so as an error.
    let script = "cd '\(directory.path)' && ulimit -f 0 && trap '' XFSZ && exec \"$@\""
    let result = try Program.shell(script, identity + ["y.csv", "--force"], input: "1\n")
    #expect(result.status == 1)
    #expect(result.sentence.contains("“y.csv” cannot be written (File too large)"))
    #expect(try directory.text("y.csv") == "old")
    #expect(try directory.names == ["y.csv"])
    _ = try done(identity + ["y.csv", "--force"], input: "1\n", in: directory)
    #expect(try directory.text("y.csv") == "1\n")
  }

  @Test func inputMayBeTheOutput() throws {
    let directory = try Directory()
    try directory.file("x.csv", "1,2\n")
    let arguments = [
      "correlate", "--input", "x.csv", "--kernel", "2", "--output", "x.csv", "--force",
    ]
    _ = try done(arguments, in: directory)
    #expect(try directory.text("x.csv") == "2,4\n")
  }

  @Test func deadlineEndsWhatHangs() {
    #expect(throws: Program.Failure.self) {
      _ = try Program.shell("tail -f /dev/null", [], deadline: .milliseconds(200))
    }
  }
}
