import Formats
import Foundation
import Glibc
import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Terminal

/// Sessions that are damaged, or made to do harm.
struct BrokenSessionTests {
  /// Changes of the text of a good session, and what is said about them.
  static let mistakes = [
    ("\"convtui\": 1", "\"convtui\": 2", "version 2"),
    ("\"convtui\": 1", "\"convtui\": \"x\"", "unknown version"),
    ("\"convtui\": 1,", "", "not a session"),
    ("\"slide\"", "\"slides\"", "“scene” is not valid; one of slide, edges"),
    ("\"slide\"", "\"train\"", "one of slide, edges"),
    ("\"position\": 0", "\"position\": -1", "“position”"),
    ("\"position\": 0", "\"position\": 99999999999999999999", "“position”"),
    ("\"speed\": 2", "\"speed\": 8", "“speed” is not valid; a whole number from 0 to 7"),
    ("\"speed\": 2,", "", "“speed” is missing"),
    ("[3, 4, 5]", "[3, 4]", "“input” is not valid; a matrix"),
    ("[3, 4, 5]", "[]", "“input”"), ("[3, 4, 5]", "[3, 4, null]", "“input”"),
    ("[3, 4, 5]", "7", "“input”"),
    ("[2, 3]]", "[2, 3], [1, 1], [1, 1]]", "is larger than the input"),
    ("\"stride\": [1, 1]", "\"stride\": [0, 1]", "must be at least 1"),
    ("\"stride\": [1, 1]", "\"stride\": [9223372036854775807, 1]", "the maximum is 1048576"),
    ("\"stride\": [1, 1]", "\"stride\": 1", "a pair of whole numbers"),
    ("\"zeros\"", "\"zero\"", "one of zeros, reflect"),
    ("[0, 1, 2]", "[0, 1, 2", "missing in line"),
    ("[3, 4, 5]", "[3, +4, 5]", "a value is missing in line 6"), ("}", "}}", "the end"),
  ]

  @Test(arguments: mistakes)
  func brokenSessionIsOneSentence(_ old: String, _ new: String, _ part: String) throws {
    let text = try State.opened().scene.session().text
    #expect(text.contains(old))
    do {
      _ = try Session.scene(
        from: Array(text.replacing(old, with: new, maxReplacements: 1).utf8), picture: Load.picture)
      Issue.record("\(new) was opened")
    } catch {
      let sentence = words.sentence(error)
      #expect(sentence.contains(part), "\(sentence)")
    }
  }

  @Test(arguments: SceneKind.allCases.filter { $0.restore != nil })
  func cutOrChangedSessionsNeverTrap(_ name: SceneKind) throws {
    let bytes = Array(try State.opened(name).scene.session().text.utf8)
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<600 {
      var broken = bytes
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: broken.indices, using: &generator)
        let marks = Array("0123456789-.,[]{}\"eN: x".utf8)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: broken.remove(at: place)
        case 1: broken[place] = marks.randomElement(using: &generator) ?? 0
        default: broken.insert(marks.randomElement(using: &generator) ?? 0, at: place)
        }
      }
      // A padding of a million is as good as any, but slow.
      guard !String(decoding: broken, as: UTF8.self).contains(#/\d{4}/#) else { continue }
      if let scene = try? Session.scene(from: broken, picture: Load.picture) {
        var state = try State.opened(with: scene)
        _ = state.handle(.tick(.zero))
        _ = state.frame()
      }
    }
  }

  /// What a session names is opened without waiting, and what stands there is not told.
  @Test func whatASessionNamesIsAFileOnADiskAndNotRepeated() throws {
    let directory = try Directory()
    let secret = "root:secret:1"
    try directory.file("shadow", secret)
    try directory.file("shadow.json", "{\"\(secret)\": [1], \"b\": [2]}")
    try directory.file("shadow.pgm", "P2 1 1 255 \(secret)")
    mkfifo(directory.path + "/pipe", 0o600)
    _ = try done(
      ["maps", "\(repository)/assets/house.png", "--save", "s.json"], in: directory)
    let text = try directory.text("s.json")
    let path = try #require(text.firstMatch(of: #/"picture-file": "(.*)"/#)?.1)
    for (name, words) in [
      ("shadow", "does not fit here"), ("shadow.json", "does not fit here"),
      ("shadow.pgm", "does not fit here"), ("pipe", "is a pipe"), ("", "is a folder"),
    ] {
      try directory.file("t.json", text.replacing(path, with: directory.path + "/" + name))
      let message = try expectMistake(
        1, ["open", "t.json", "--print"], in: directory, says: words)
      #expect(!message.contains("secret"), "\(message)")
    }
    for (name, words) in [("/dev/zero", "is a device"), ("-", "no file “-”")] {
      try directory.file("t.json", text.replacing(path, with: name))
      try expectMistake(1, ["open", "t.json", "--print"], in: directory, says: words)
    }
    // What a person names is quoted where it helps.
    try expectMistake(
      1, ["correlate", "--input", "shadow", "--kernel", "1"], in: directory, says: secret)
  }

  /// Each number of a session becomes one at which sums and products overflow.
  @Test(arguments: SceneKind.allCases.filter { $0.restore != nil })
  func extremeNumbersInSessionsNeverTrap(
    _ name: SceneKind
  ) throws {
    let text = try State.opened(name).scene.session().text
    let extremes = [
      "-1", "0", "2147483648", "9007199254740992", "9223372036854775807",
      "-9223372036854775808",
    ]
    var fields: Set<Substring> = []
    for number in text.matches(of: #/"([a-z-]+)": (\[+)?(-?\d+)(, (-?\d+))?/#)
    where fields.insert(number.1).inserted {
      for range in [number.3.startIndex..<number.3.endIndex]
        + (number.5.map { [$0.startIndex..<$0.endIndex] } ?? [])
      {
        for extreme in extremes {
          let changed = Array(text.replacingCharacters(in: range, with: extreme).utf8)
          guard let scene = try? Session.scene(from: changed, picture: Load.picture) else {
            continue
          }
          var state = try State.opened(with: scene)
          _ = state.frame()
          for key in "+.,- p" { _ = state.handle(.key(.character(key))) }
          for key in [Key.right, .down, .tab, .end, .right, .home] { _ = state.handle(.key(key)) }
          _ = state.frame()
        }
      }
    }
    #expect(fields.count > 3)
  }
}
