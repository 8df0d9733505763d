import Foundation
import Testing

@testable import Formats

private func permissions(_ path: String) throws -> Int? {
  try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
}

@Test func writtenFileReadsBack() throws {
  let directory = try Directory()
  let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
  try FileWriter.write(bytes, to: directory("a"))
  #expect(try FileReader.read(directory("a")) == bytes)
  try FileWriter.write([], to: directory("a"))
  #expect(try FileReader.read(directory("a")) == [])
  #expect(directory.names == ["a"])
}

@Test func permissionsOfTheOldFileStay() throws {
  let directory = try Directory()
  try FileWriter.write([1], to: directory("a"))
  try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: directory("a"))
  try FileWriter.write([2], to: directory("a"))
  #expect(try permissions(directory("a")) == 0o640)
}

@Test func failedWriteLeavesTheOldFileWhole() throws {
  let directory = try Directory()
  let path = directory("a")
  try FileWriter.write([1, 2, 3], to: path)
  let full = FileError.unwritable(path: path, reason: "No space left on device")
  #expect(throws: full) {
    try FileWriter.write(to: path) { (descriptor) throws(FileError) in
      try FileWriter.write([9], to: descriptor, path: path)
      throw full
    }
  }
  #expect(try FileReader.read(path) == [1, 2, 3])
  #expect(directory.names == ["a"])
}

@Test func leftoversOfAFileAreRemovedAndNoOthers() throws {
  let directory = try Directory()
  let long = String(repeating: "界", count: 85)
  let others = [".convtui-a-b-x1", ".convtui-ab-x1", ".convtui-x1", "convtui-a-x1"]
  for name in others + ["a", ".convtui-a-x1", ".convtui-a-0z9"] {
    try directory.file(name, [1])
  }
  try FileManager.default.createSymbolicLink(atPath: directory("link"), withDestinationPath: "a")
  FileWriter.removeLeftovers(of: directory("link"))
  #expect(directory.names == (others + ["a", "link"]).sorted())
  // A name of 255 bytes, the most that there are, is written and leaves nothing either.
  try FileWriter.write([1], to: directory(long))
  FileWriter.removeLeftovers(of: directory(long))
  FileWriter.removeLeftovers(of: directory("none/a"))
  #expect(directory.names == (others + ["a", "link", long]).sorted())
}

@Test func aNewFileIsMadeBesideItsTargetUnderItsName() throws {
  let directory = try Directory()
  let temporary = try TemporaryFile(beside: directory("a"), path: "a")
  close(temporary.descriptor)
  #expect(directory.names.allSatisfy { $0.hasPrefix(".convtui-a-") } && directory.names.count == 1)
  FileWriter.removeLeftovers(of: directory("a"))
  #expect(directory.names == [])
}

@Test func symbolicLinkStaysAndItsTargetIsReplaced() throws {
  let directory = try Directory()
  try FileManager.default.createDirectory(
    atPath: directory("inside"), withIntermediateDirectories: false)
  for (link, target) in [("link", "inside/a"), ("again", directory("link"))] {
    try FileManager.default.createSymbolicLink(
      atPath: directory(link), withDestinationPath: target)
  }
  try FileWriter.write([1], to: directory("link"))
  #expect(try FileReader.read(directory("inside/a")) == [1])
  try FileWriter.write([2], to: directory("again"))
  #expect(try FileReader.read(directory("inside/a")) == [2])
  #expect(
    try FileManager.default.destinationOfSymbolicLink(atPath: directory("link")) == "inside/a")
  #expect(directory.names == ["again", "inside", "link"])
}

@Test func linksInACircleAreRefused() throws {
  let directory = try Directory()
  try FileManager.default.createSymbolicLink(
    atPath: directory("a"), withDestinationPath: "a")
  #expect(throws: FileError.self) { try FileWriter.write([1], to: directory("a")) }
  #expect(throws: FileError.self) { try FileReader.read(directory("a")) }
}

@Test func devicesAreWrittenDirectly() throws {
  try FileWriter.write([1], to: "/dev/null")
  #expect(
    throws: FileError.unwritable(path: "/dev/full", reason: "No space left on device")
  ) { try FileWriter.write([1], to: "/dev/full") }
}

@Test func directoryIsNoFile() throws {
  let directory = try Directory()
  #expect(throws: FileError.isDirectory(path: directory.path)) {
    try FileReader.read(directory.path)
  }
  #expect(throws: FileError.isDirectory(path: directory.path)) {
    try FileWriter.write([1], to: directory.path)
  }
}

@Test func missingPathsAreNamed() throws {
  let directory = try Directory()
  try FileWriter.write([1], to: directory("a"))
  for path in [directory("b"), directory("a/b")] {
    #expect(throws: FileError.missing(path: path)) { try FileReader.read(path) }
  }
  for (path, reason) in [
    (directory("a/b"), "Not a directory"), (directory("no/b"), "No such file or directory"),
    ("", "No such file or directory"),
  ] {
    #expect(throws: FileError.unwritable(path: path, reason: reason)) {
      try FileWriter.write([1], to: path)
    }
  }
  #expect(try FileReader.read(directory("a")) == [1])
}

@Test func endlessStreamIsCutOff() throws {
  let descriptor = open("/dev/zero", O_RDONLY)
  defer { close(descriptor) }
  #expect(throws: FileError.tooLong(path: "zero", limit: 100_000)) {
    try FileReader.read(descriptor: descriptor, path: "zero", longest: 100_000)
  }
}

@Test func streamIsReadAsFarAsItsStartIsWorth() throws {
  let descriptor = open("/dev/zero", O_RDONLY)
  defer { close(descriptor) }
  let bytes = try FileReader.read(descriptor: descriptor, path: "zero", longest: 1 << 17) {
    $0.count + 200_000
  }
  #expect((1 << 16) + 200_000..<(1 << 17) + 200_000 ~= bytes.count)
  let start = try FileReader.read(descriptor: descriptor, path: "zero") { _ in 0 }
  #expect(start.count == 1 << 16)
}

@Test func devicesAreNotRead() throws {
  for path in ["/dev/zero", "/dev/urandom", "/dev/null"] {
    #expect(throws: FileError.special(path: path, .device, takesPipes: true)) {
      try FileReader.read(path)
    }
    #expect(throws: FileError.special(path: path, .device, takesPipes: false)) {
      try FileReader.open(path, namedBy: .file)
    }
  }
}

/// Nobody writes to it: a reader that waited would wait for ever.
@Test func pipeThatAFileNamesIsRefusedAtOnce() throws {
  let directory = try Directory()
  let path = directory("pipe")
  mkfifo(path, 0o600)
  let refused = FileError.special(path: path, .pipe, takesPipes: false)
  #expect(throws: refused) { try FileReader.read(path, namedBy: .file) }
  #expect(throws: refused) { try FileReader.open(path, namedBy: .file) }
  #expect(throws: refused) { try LineLog(appendingTo: path) }
  #expect(throws: refused) { try FileWriter.checkIsNoPipe(path) }
}

@Test func namesThatAreNoTextAreFilesLikeOthers() throws {
  let directory = try Directory()
  for name in ["caf\u{10FFE9}.png", "\u{10FFFF}\u{10FF80}", "\u{301}a", "é", "e\u{301}"] {
    let bytes = name.pathBytes
    #expect(String(path: bytes) == name)
    try FileWriter.create([1], at: directory(name))
    try FileWriter.write([2], to: directory(name))
    #expect(try FileReader.read(directory(name)) == [2])
    #expect(try FileReader.open(directory(name)).count == 1)
    #expect(try DirectoryListing.names(in: directory.path).map(\.pathBytes).contains(bytes))
    #expect(symlink(name.systemPath, directory("link" + name).systemPath) == 0)
    try FileWriter.write([3], to: directory("link" + name))
    #expect(try FileReader.read(directory(name)) == [3])
    FileWriter.removeLeftovers(of: directory(name))
  }
  #expect(try DirectoryListing.entries(of: directory.path).count == 10)
  #expect("caf\u{10FFE9}".pathBytes == [0x63, 0x61, 0x66, 0xE9])
  #expect("a\0b".systemPath == [0])
}

@Test func directoriesAreListedInTheOrderOfTheirScalars() throws {
  let directory = try Directory()
  let names = ["B", "a", "e\u{301}", "f", "é", "ﬀ", "😀", "\u{10FF80}"]
  for name in names.reversed() { try FileWriter.write([], to: directory(name)) }
  #expect(try DirectoryListing.entries(of: directory.path).map(\.name) == names)
}

@Test func newFileIsCreatedAndNothingIsReplaced() throws {
  let directory = try Directory()
  try FileWriter.create([1, 2], at: directory("a"))
  #expect(try FileReader.read(directory("a")) == [1, 2])
  #expect(throws: FileError.exists(path: directory("a"))) {
    try FileWriter.create([3], at: directory("a"))
  }
  #expect(try FileReader.read(directory("a")) == [1, 2])
  try FileManager.default.createSymbolicLink(
    atPath: directory("link"), withDestinationPath: directory("nothing"))
  #expect(throws: FileError.exists(path: directory("link"))) {
    try FileWriter.create([3], at: directory("link"))
  }
  #expect(
    throws: FileError.unwritable(path: directory("no/a"), reason: "No such file or directory")
  ) {
    try FileWriter.create([3], at: directory("no/a"))
  }
  #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path).count == 2)
}
