import Foundation
import Testing

@testable import Formats

private func text(_ path: String) throws -> String {
  String(decoding: try FileReader.read(path), as: UTF8.self)
}

@Test func everyLineIsThereAsSoonAsItIsAppended() throws {
  let directory = try Directory()
  let path = directory("metrics.jsonl")
  let log = try LineLog(appendingTo: path)
  #expect(try text(path) == "")
  try log.append(#"{"step":1}"#)
  #expect(try text(path) == "{\"step\":1}\n")
  try log.append(#"{"step":2}"#)
  #expect(try text(path) == "{\"step\":1}\n{\"step\":2}\n")
}

@Test(arguments: [
  ("", ""), ("a\n", "a\n"), ("a\nb", "a\n"), ("half", ""), ("\n", "\n"),
  ("a\n" + String(repeating: "b", count: 4095), "a\n"),
  ("a\n" + String(repeating: "b", count: 10_000), "a\n"),
  (String(repeating: "b", count: 8192), ""),
])
func anUnfinishedLineIsCutOff(_ old: String, _ kept: String) throws {
  let directory = try Directory()
  try directory.file("log", Array(old.utf8))
  try LineLog(appendingTo: directory("log")).append("c")
  #expect(try text(directory("log")) == kept + "c\n")
}

@Test(arguments: [
  ("a", "b\n\nc\nb\n"), ("b", "a\n\nc\n"), ("", "a\nb\nc\nb\n"), ("c", "a\nb\n\nb\n"),
  ("x", "a\nb\n\nc\nb\n"),
])
func linesThatAreNotWantedGoAndAllOthersStay(_ unwanted: String, _ kept: String) throws {
  let directory = try Directory()
  try directory.file("log", Array("a\nb\n\nc\nb\nhalf".utf8))
  try LineLog(appendingTo: directory("log")) { $0 != unwanted }.append("d")
  #expect(try text(directory("log")) == kept + "d\n")
}

@Test(arguments: [0, 3119, 3120, 3121, 6241, 9999, 10_000])
func linesAreCutWhereverThePiecesThatAreReadEnd(_ count: Int) throws {
  let directory = try Directory()
  // 21 bytes each, so that a piece of 65,536 ends within the line 3120.
  let lines = (0..<10_000).map { "line " + String($0 + 10_000) + " 界界 é" }
  try directory.file("log", Array((lines.joined(separator: "\n") + "\n").utf8))
  try LineLog(appendingTo: directory("log")) { count == 10_000 || $0 != lines[count] }.append("d")
  let kept = lines[..<count] + lines.dropFirst(count + 1)
  #expect(try text(directory("log")) == (kept + ["d", ""]).joined(separator: "\n"))
}

/// Until a program that is started runs, it has all open files of the one that starts it.
@Test func aLogThatIsGoneKeepsNoOtherOneOut() throws {
  let directory = try Directory()
  let path = directory("log")
  var log: LineLog? = try LineLog(appendingTo: path)
  try log?.append("a")
  let copy = try #require(
    (0..<1024).first { descriptor in
      (try? FileManager.default.destinationOfSymbolicLink(
        atPath: "/proc/self/fd/\(descriptor)")) == path
    }.map { dup($0) })
  defer { close(copy) }
  log = nil
  try LineLog(appendingTo: path).append("b")
  #expect(try text(path) == "a\nb\n")
}

@Test func oneLogAtATimeWritesAFile() throws {
  let directory = try Directory()
  let log = try LineLog(appendingTo: directory("log"))
  #expect(throws: FileError.inUse(path: directory("log"))) {
    try LineLog(appendingTo: directory("log"))
  }
  try log.append("a")
}

@Test func aLogThatCannotBeWrittenSaysWhy() throws {
  let directory = try Directory()
  #expect(throws: FileError.isDirectory(path: directory.path)) {
    try LineLog(appendingTo: directory.path)
  }
  let nowhere = directory("none/log")
  #expect(throws: FileError.unwritable(path: nowhere, reason: "No such file or directory")) {
    try LineLog(appendingTo: nowhere)
  }
  let full = try LineLog(appendingTo: "/dev/full")
  for _ in 0..<2 {
    #expect(throws: FileError.unwritable(path: "/dev/full", reason: "No space left on device")) {
      try full.append("a")
    }
  }
}
