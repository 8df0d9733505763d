import Foundation
import Testing

@testable import ConvTUI

struct WatchCommandTests {
  private func folder() throws -> Directory {
    let directory = try Directory()
    try directory.file(
      "events.out.tfevents.1.a", WatchedSample.bytes("events/resumed.tfevents"))
    try directory.file("log.csv", WatchedSample.bytes("logs/ultralytics.csv"))
    return directory
  }

  @Test func listNamesRunsTagsAndLastValues() throws {
    let directory = try folder()
    let result = try Program.run(["watch", directory.path, "--list"])
    #expect(result.status == 0 && result.sentence.isEmpty, "\(result.sentence)")
    let line = try #require(result.lines.first { $0.contains("val/loss") })
    #expect(line.contains("scalar") && line.contains("epoch 3") && line.contains("0.6934"))
    let filtered = try Program.run(
      ["watch", directory.path, "--once", "--filter", "^lr/", "--run", "."])
    #expect(filtered.lines.count == 4)
  }

  @Test func csvAndJSONHoldEveryValue() throws {
    let directory = try folder()
    let name = directory.path.lastPart
    let csv = try Program.run(["watch", directory.path, "--csv", "val/loss"])
    #expect(
      csv.lines == [
        "run,tag,step,time,value,superseded", "\(name),val/loss,1,,0.69335,0",
        "\(name),val/loss,2,,0.69335,0",
        "\(name),val/loss,3,,0.69335,0",
      ])
    let json = try Program.run(["watch", directory.path, "--json", "val/loss"])
    let values = try json.lines.map { line in
      try #require(
        JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])["value"] as? Double
    }
    #expect(values == [0.69335, 0.69335, 0.69335])
    let missing = try Program.run(["watch", directory.path, "--csv", "nothing like it"])
    #expect(missing.status == 1 && missing.sentence.contains("val/loss") && missing.text.isEmpty)
  }

  /// Of every kind --list says what it is, and --json writes it; --csv refuses all but scalars.
  @Test func everyKindIsListedAndWritten() throws {
    let directory = try Directory()
    try directory.file("events.out.tfevents.1.a", ViewsSample.bytes)
    let list = try Program.run(["watch", directory.path, "--list"])
    let told: [(String, String)] = [
      ("photo", "8×6"), ("jpeg", "16×8"), ("weights", "50 numbers"), ("note", "Run"),
      ("session_start", "batch"),
    ]
    for (tag, text) in told {
      #expect(list.lines.contains { $0.contains(tag) && $0.contains(text) }, "\(tag)")
    }
    let keys: [(String, String)] = [
      ("photo", "images"), ("weights", "buckets"), ("note", "texts"), ("session_start", "hparams"),
    ]
    for (tag, key) in keys {
      let json = try Program.run(["watch", directory.path, "--json", tag])
      #expect(!json.lines.isEmpty && json.lines.allSatisfy { $0.contains("\"\(key)\"") }, "\(tag)")
    }
    let csv = try Program.run(["watch", directory.path, "--csv", "photo"])
    #expect(csv.status == 1 && csv.text.isEmpty && csv.sentence.contains("--json"))
  }

  @Test func thePixelsOfAnImageAreWritten() throws {
    let directory = try Directory()
    try directory.file("events.out.tfevents.1.a", ViewsSample.bytes)
    let line = try #require(
      try Program.run(["watch", directory.path, "--json", "photo"]).lines.first)
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    let image = try #require((object?["images"] as? [[String: Any]])?.first)
    let (shape, values) = (image["shape"] as? [Int] ?? [], image["values"] as? [Double] ?? [])
    #expect(shape.count == 3 && Array(shape.dropFirst()) == [6, 8])
    #expect(values.count == shape.reduce(1, *) && values.allSatisfy { (0...1).contains($0) })
  }

  @Test func aStoppedRankIsNamedInTheList() throws {
    let directory = try Directory()
    for (rank, count) in [50, 20].enumerated() {
      let rows = (0..<count).map { "{\"step\": \($0), \"loss\": 1}\n" }.joined()
      try FileManager.default.createDirectory(
        atPath: directory.path + "/rank\(rank)", withIntermediateDirectories: true)
      try directory.file("rank\(rank)/m.jsonl", Array(rows.utf8))
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -1000)],
        ofItemAtPath: directory.path + "/rank\(rank)/m.jsonl")
    }
    let result = try Program.run(["watch", directory.path, "--list"])
    #expect(result.status == 0 && result.sentence.contains("rank 1"), "\(result.sentence)")
  }

  @Test func viewsArePrintedAndDrawn() throws {
    let directory = try Directory()
    try directory.file("events.out.tfevents.1.a", ViewsSample.bytes)
    let views: [(String, String)] = [
      ("images", "photo  step 10"), ("histograms", "step 10: 50 numbers"), ("text", "small net"),
      ("hparams", "adam"),
    ]
    let options = ["--print", "--color", "none", "--size", "110x34"]
    for (view, told) in views {
      let result = try Program.run(
        ["watch", directory.path, "--view", view, "--step", "10"] + options)
      #expect(result.status == 0 && result.text.contains(told), "\(view)")
    }
    let compared = try Program.run(
      ["watch", directory.path, "--view", "kernels", "--keys", "home p end"] + options)
    #expect(compared.text.contains("A: step 0, B: step 20"))
    let figure = directory.path + "/view.svg"
    let drawn = try Program.run([
      "watch", directory.path, "--view", "images", "--figure", figure,
    ])
    #expect(drawn.status == 0, "\(drawn.sentence)")
    #expect(try String(contentsOfFile: figure, encoding: .utf8).contains("<svg"))
  }

  @Test func whereThereIsNothingItSaysWhatWouldWork() throws {
    let directory = try Directory()
    try directory.file("notes.docx", "x")
    let result = try Program.run(["watch", directory.path, "--list"])
    #expect(result.status == 1 && result.text.isEmpty)
    #expect(result.sentence.contains("1 .docx") && result.sentence.contains("SummaryWriter"))
    let missing = try Program.run(["watch", directory.path + "/no", "--list"])
    #expect(missing.status == 1 && missing.sentence.contains("There is no file"))
    #expect(try Program.run(["watch", directory.path, "--run", "("]).status == 64)
  }

  @Test func whatAProgramPrintsIsRead() throws {
    let input = String(decoding: try WatchedSample.bytes("logs/hf.txt"), as: UTF8.self)
    let result = try Program.run(["watch", "-", "--csv", "eval_loss"], input: input)
    #expect(result.lines.count == 3 && result.lines[1].contains("0.7927"))
  }

  @Test func anAlarmIsTheStatus() throws {
    let directory = try Directory()
    try directory.file("m.jsonl", "{\"step\": 1, \"loss\": 2}\n{\"step\": 2, \"loss\": NaN}\n")
    let result = try Program.run(["watch", directory.path, "--once", "--alarm-exit"])
    #expect(result.status == 3 && result.sentence.contains("NaN first at step 2"))
    try directory.file("m.jsonl", "{\"step\": 1, \"loss\": 2}\n{\"step\": 2, \"loss\": 1}\n")
    #expect(try Program.run(["watch", directory.path, "--once", "--alarm-exit"]).status == 0)
  }

  @Test func printShowsOneFrame() throws {
    let directory = try folder()
    let result = try Program.run(
      ["watch", directory.path, "--print", "--color", "none", "--size", "80x24", "--step", "2"])
    #expect(result.status == 0 && result.text.contains("9 Watch"))
    #expect(result.lines.contains { $0.contains("2") && $0.contains("‖") })
  }

  @Test func theLinesToAddAreSaidInPython() throws {
    let result = try Program.run(["watch", "--help-code"])
    #expect(result.status == 0 && result.text.contains("add_tensor"))
    for name in ["Hugging Face", "Lightning", "Keras", "json.dumps", "register_forward_hook"] {
      #expect(result.text.contains(name), "\(name)")
    }
  }
}
