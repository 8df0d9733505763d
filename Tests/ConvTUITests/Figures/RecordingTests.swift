import Formats
import Foundation
import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

struct RecordingTests {
  /// The glyphs of a terminal that is sent a recording's output.
  private struct Replay {
    var rows: [[Character]]

    init(_ size: Size) {
      rows = [[Character]](
        repeating: [Character](repeating: " ", count: size.width), count: size.height)
    }

    mutating func take(_ output: String) {
      var place = (row: 0, column: 0)
      var rest = output[...]
      while let glyph = rest.popFirst() {
        guard glyph == "\u{1B}" else {
          rows[place.row][place.column] = glyph
          if glyph.cellWidth == 2 { rows[place.row][place.column + 1] = Cell.continuation }
          place.column += glyph.cellWidth
          continue
        }
        let end = rest.firstIndex { $0.isLetter }!
        let numbers = rest[..<end].dropFirst().split(separator: ";").compactMap { Int($0) }
        if rest[end] == "H" { place = (numbers[0] - 1, numbers[1] - 1) }
        rest = rest[rest.index(after: end)...]
      }
    }
  }

  private func lines(_ text: String) throws -> [Any] {
    try text.split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8), options: .fragmentsAllowed)
    }
  }

  private func text(_ recording: Recording) -> String {
    recording.text { state in
      var jobs = ImmediateJobs()
      jobs.finish(&state)
    }
  }

  @Test(arguments: [SceneKind.slide, .edges, .learn, .flip, .field])
  func replayedFramesAreTheFramesOfTheSteps(_ name: SceneKind) throws {
    let state = try State.opened(name)
    let recording = text(try Recording(state, rate: 4))
    #expect(recording == text(try Recording(state, rate: 4)))
    let lines = try lines(recording)
    let header = try #require(lines[0] as? [String: Any])
    #expect(header["version"] as? Int == 2)
    #expect(header["width"] as? Int == 80 && header["height"] as? Int == 24)
    var replay = Replay(state.size)
    var events = lines.dropFirst().compactMap { $0 as? [Any] }
    for step in 0...state.scene.timeline.length {
      var there = state
      there.show(step: step)
      if let chapter = there.scene.chapter(words) {
        #expect(events.first?[1] as? String == "m")
        #expect(events.removeFirst()[2] as? String == chapter)
      }
      if let event = events.first, event[0] as? Double == Double(step) / 4 {
        #expect(event[1] as? String == "o")
        replay.take(try #require(event[2] as? String))
        events.removeFirst()
      }
      #expect(replay.rows == (0..<24).map { there.frame().row($0).map(\.glyph) }, "step \(step)")
    }
    #expect(events.isEmpty)
  }

  @Test func onlyWhatChangesIsWritten() throws {
    let lines = text(try Recording(try State.opened())).split(separator: "\n")
    #expect(lines.count == 8)
    #expect(lines[3].count * 2 < lines[1].count)
  }

  @Test func partOfATimelineBeginsAtTimeZero() throws {
    let events = try lines(text(try Recording(try State.opened(), from: 2, to: 3, rate: 1000)))
      .dropFirst().compactMap { $0 as? [Any] }
    #expect(events.compactMap { $0[1] as? String } == ["o", "m", "o"])
    #expect(events.compactMap { $0[0] as? Double } == [0, 0.001, 0.001])
  }

  @Test func stepsThatAreNotThereAreRefused() throws {
    let state = try State.opened()
    for (first, last) in [(3, 2), (0, 5), (-1, 2)] {
      #expect(throws: FigureError.steps(from: first, to: last, end: 4)) {
        try Recording(state, from: first, to: last)
      }
    }
    let long = try State.opened(with: SlideScene.random(Shape(110, 110), Shape(1, 1), seed: 1))
    #expect(throws: FigureError.tooManySteps(12100)) { try Recording(long) }
    #expect(throws: Never.self) { try Recording(long, from: 2100) }
  }

  @Test func keyDoesNotWaitForATraining() throws {
    #expect(try FigureTests.request("a.cast", in: .train).1 == nil)
    #expect(try FigureTests.request("a.cast").1 == .write(.recording, path: "a.cast"))
  }

  @Test func wideGlyphsAreNotCutInTwo() {
    var (old, new) = (Frame(Size(width: 6, height: 1)), Frame(Size(width: 6, height: 1)))
    old.write("a界b", at: Point(row: 0, column: 0), Style())
    new.write("a世b", at: Point(row: 0, column: 0), Style())
    #expect(Export.changes(from: old, to: new, depth: .none) == "\u{1B}[1;2H世")
    #expect(Export.changes(from: new, to: new, depth: .none) == "")
    new.write("ab", at: Point(row: 0, column: 0), Style())
    new[0, 2] = Cell(glyph: "c")
    #expect(Export.changes(from: old, to: new, depth: .none) == "\u{1B}[1;2Hbc")
  }

  @Test func flagsRecordATrainingToo() throws {
    let directory = try Directory()
    let call = ["train", "--layers", "flatten, linear10", "--to", "2", "--size", "60x20"]
    _ = try done(call + ["--record", "a.cast"], in: directory)
    _ = try done(call + ["--record", "b.cast"], in: directory)
    let lines = try directory.text("a.cast").split(separator: "\n")
    #expect(lines.count == 5 && lines[2] == #"[0.500000, "m", "epoch 1"]"#)
    #expect(try directory.bytes("a.cast") == directory.bytes("b.cast"))
  }

  @Test func wrongFlagsSayWhatWouldWork() throws {
    try expectMistake(64, ["slide", "--from", "1"], says: "--record")
    try expectMistake(64, ["slide", "--record", "a.cast", "--rate", "0"], says: "above 0")
    try expectMistake(64, ["slide", "--record", "a.cast", "--rate", "nan"], says: "above 0")
    try expectMistake(1, ["slide", "--record", "a.svg"], says: "a.cast would work")
    try expectMistake(1, ["slide", "--record", "a"], says: "a.cast would work")
    try expectMistake(
      64, ["slide", "--figure", "a.json", "--save", "a"], says: "must name different files")
    try expectMistake(
      1, ["slide", "--record", "a.cast", "--to", "9"], says: "from 0 to 9", "from 0 to 4")
  }
}
