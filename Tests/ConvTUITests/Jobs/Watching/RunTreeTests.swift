import Foundation
import Model
import Testing

@testable import ConvTUI
@testable import Formats

struct RunTreeTests {
  private static let event = "events.out.tfevents.1.host"

  /// TensorBoard's own numbers are those of the rows.
  @Test(arguments: ["hparams", "tensorflow", "torch"])
  func scalarsAreThoseThatTensorBoardReads(_ name: String) throws {
    let tree = try RunTree([(RunTreeTests.event, WatchedSample.bytes("events/\(name).tfevents"))])
    let run = try #require(tree.runs.first)
    #expect(run.name == "runs")
    let rows = try WatchedSample.rows(name).filter { $0.scalar != nil }
    for tag in Set(rows.map(\.tag)) {
      let expected = rows.filter { $0.tag == tag }
      let parts = try #require(run.tag(tag, .scalar)).parts
      let found = parts.flatMap { part in (0..<part.count).map { part.scalar($0) } }
        .filter { !$0.isNaN }
      #expect(found == expected.compactMap(\.scalar), "\(tag)")
    }
  }

  /// TensorBoard drops what stood before the restart at its step and later.
  @Test func whatARestartSupersedesDoesNotCount() throws {
    let tree = try RunTree([
      (RunTreeTests.event, WatchedSample.bytes("events/resumed.tfevents"))
    ])
    let run = try #require(tree.runs.first)
    let rows = try WatchedSample.rows("resumed")
    for row in rows {
      let live = run.scalars(row.tag).filter { $0.step >= row.step }
      #expect(live.map(\.value) == [row.scalar], "\(row.tag)")
    }
  }

  /// A list from which each value drops all at its step and later.
  @Test func liveRangesAreWhatAPlainListKeeps() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      var (live, steps, kept) = (LiveRanges(), [Int64](), [Int]())
      for index in 0..<60 {
        let step = Int64.random(in: 0...20, using: &generator)
        kept.removeAll { steps[$0] >= step }
        kept.append(index)
        live.append(index, step: step) { steps[$0] }
        steps.append(step)
        #expect(live.ranges.flatMap { Array($0) } == kept)
        #expect((0...index).allSatisfy { live.contains($0) == kept.contains($0) })
      }
    }
  }

  @Test func aLaterFileSupersedesAnEarlierOne() throws {
    let tree = try RunTree([
      ("metrics.csv", Array("step,loss\n1,5\n2,4\n3,3\n".utf8)),
      ("x/metrics.csv", Array("step,loss\n1,9\n".utf8)),
    ])
    #expect(tree.runs.map(\.name) == ["runs", "x"])
    var tag = RunTag(name: "loss", kind: .scalar)
    for run in tree.runs { for part in try #require(run.tag("loss")).parts { tag.append(part) } }
    #expect(tag.steps == [1] && tag.count == 4 && tag.restarts == [1])
    #expect(tag.last.map { $0.part.scalar($0.index) } == 9)
  }

  static let samples = [
    "events/torch.tfevents", "events/resumed.tfevents", "logs/hf.txt", "logs/keras.csv",
    "logs/keras.txt", "logs/lightning.csv", "logs/timm.csv", "logs/train.jsonl",
    "logs/ultralytics.csv",
  ]

  /// Cut at any byte, a file has fewer values and no fault, and goes on when the rest arrives.
  @Test(arguments: samples)
  func cutAtAnyByteItGoesOn(_ name: String) throws {
    let bytes = try WatchedSample.bytes(name)
    let place = name.hasPrefix("events/") ? RunTreeTests.event : name.lastPart
    let whole = try RunTree([(place, bytes)])
    var grown = RunTree(["runs"])
    let number = try grown.begin(place)
    for (offset, byte) in bytes.enumerated() { grown.take([byte], at: offset, of: number) }
    #expect(grown.summary == whole.summary && !whole.summary.isEmpty)
    #expect(grown.files[number].damages.count == 0)
    for cut in stride(from: 1, to: bytes.count, by: max(1, bytes.count / 97)) {
      var parted = RunTree(["runs"])
      let number = try parted.begin(place)
      parted.take(Array(bytes[..<cut]), at: 0, of: number)
      #expect(parted.files[number].trouble == nil && parted.files[number].damages.count == 0)
      parted.take(Array(bytes[cut...]), at: cut, of: number)
      #expect(parted.summary == whole.summary, "cut at \(cut)")
    }
  }

  @Test func anotherFileOfTheSameNameBeginsAnew() throws {
    var tree = try RunTree([("log.csv", Array("step,loss\n1,5\n2,4\n".utf8))])
    try tree.take("step,acc\n1,0.5\n", as: "log.csv")
    let run = try #require(tree.runs.first)
    #expect(run.tags.map(\.name) == ["acc"] && tree.files[0].replacements == 1)
  }

  @Test func rowsThatAnotherLogRepeatsCountOnce() throws {
    let rows = "{\"step\": 1, \"loss\": 2}\n{\"step\": 2, \"loss\": 1}\n"
    let tree = try RunTree([
      ("a/vis_data/scalars.json", Array(rows.utf8)), ("a/a.jsonl", Array(rows.utf8)),
    ])
    #expect(tree.runs.map(\.name) == ["a"])
    #expect(tree.runs[0].scalars("loss").map(\.value) == [2, 1])
  }

  @Test func logsOfOneFolderWithOtherValuesAreRunsOfTheirOwn() throws {
    let tree = try RunTree([
      ("k/log.csv", WatchedSample.bytes("logs/keras.csv")),
      ("k/other.csv", Array("epoch,loss\n0,7\n".utf8)),
    ])
    #expect(tree.runs.map(\.name) == ["k/log.csv", "k/other.csv"])
    #expect(tree.runs[1].scalars("loss").map(\.value) == [7])
  }

  @Test func ofTheStatesInCheckpointsTheLastCounts() throws {
    var tree = RunTree(["runs"])
    let state = try WatchedSample.bytes("logs/trainer_state.json")
    for place in ["checkpoint-4/trainer_state.json", "checkpoint-16/trainer_state.json"] {
      let number = try tree.begin(place)
      tree.take(document: state, of: number)
    }
    let run = try #require(tree.runs.first)
    #expect(tree.runs.count == 1 && run.name == "runs")
    #expect(run.tag("loss")?.parts.count == 1)
    #expect(run.scalars("loss").map(\.step) == run.scalars("loss").map(\.step).sorted())
  }

  /// The first values as they stand in the file.
  @Test func epochsCountWhereThereIsNoStep() throws {
    let tree = try RunTree([("log.csv", WatchedSample.bytes("logs/keras.csv"))])
    let run = try #require(tree.runs.first)
    let tag = try #require(run.tag("val_loss"))
    #expect(tag.unit == .epoch && tag.count == 4)
    // The third row of epoch 2 is superseded by the run that went back to epoch 1.
    #expect(run.scalars("val_loss").map(\.step) == [0, 1])
    #expect(run.scalars("val_loss").map(\.value) == [0.7608122229576111, 0.6822500228881836])
    #expect(run.restarts == [1])
  }

  @Test func placesTellRunsAndSteps() {
    let runs = [
      "a/events.out.tfevents.1": "a", "checkpoint-500/model.safetensors": "",
      "v/version_0/checkpoints/epoch=3-step=300.ckpt": "v/version_0", "t/weights/last.pt": "t",
      "m/20240101/vis_data/scalars.json": "m/20240101",
    ]
    for (path, run) in runs { #expect(FilePlace.run(of: path) == run, "\(path)") }
    let steps: [String: Int64?] = [
      "checkpoint-500/model.safetensors": 500, "checkpoints/epoch=3-step=300.ckpt": 300,
      "epoch_7.pth": 7, "w03.npz": 3, "last.pt": nil, "conv1.safetensors": 1,
    ]
    for (path, step) in steps { #expect(FilePlace.step(in: path) == step, "\(path)") }
  }

  @Test(arguments: [
    ("train/loss", "loss", TagName.Split.training), ("val_loss", "loss", .validation),
    ("loss", "loss", .training), ("eval/acc@1", "acc@1", .validation),
    ("loss/test", "loss", .test), ("train loss", "loss", .training), ("test", "test", .training),
    ("grad_norm", "grad_norm", .training), ("value_function", "value_function", .training),
  ])
  func tagsTellOnWhichDataTheyWereFound(_ tag: String, _ base: String, _ split: TagName.Split) {
    let name = TagName(tag)
    #expect(name.base == base && name.split == split)
  }

  /// PyTorch's `add_hparams` writes into a folder of its own.
  @Test func theParametersOfARunBelongToIt() throws {
    let parameters = try WatchedSample.bytes("events/hparams.tfevents")
    let trial = "a/1700000000.25/" + RunTreeTests.event
    let training = ("a/" + RunTreeTests.event, try WatchedSample.bytes("events/torch.tfevents"))
    let tree = try RunTree([(trial, parameters), training])
    #expect(tree.runs.map(\.name) == ["a"])
    #expect(tree.runs[0].tags.contains { $0.kind == .hyperparameters })
    // Several are trials of their own, and so is one without a run around it.
    let other = "a/1700000001.5/" + RunTreeTests.event
    let several = try RunTree([(trial, parameters), (other, parameters), training])
    #expect(several.runs.map(\.name) == ["a/1700000000.25", "a/1700000001.5", "a"])
    #expect(try RunTree([(trial, parameters)]).runs.map(\.name) == ["a/1700000000.25"])
    // A training in a folder that is named by the time is one.
    let timed = try RunTree([(trial, training.1), training])
    #expect(timed.runs.map(\.name) == ["a/1700000000.25", "a"])
  }

  @Test func alarmsTellOfNaNDivergenceAndPlateau() throws {
    func alarms(_ values: [Double]) throws -> [Alarm] {
      let rows = values.enumerated().map { "{\"step\": \($0), \"loss\": \($1)}\n" }.joined()
      let tree = try RunTree([("m.jsonl", Array(rows.utf8))])
      return tree.runs.flatMap { run in run.tags.flatMap { Alarm.alarms(of: $0, in: run.name) } }
    }
    let falling = (0..<100).map { 10 / Double($0 + 1) }
    #expect(try alarms(falling).isEmpty)
    let rising = falling + (0..<20).map { 30 + Double($0) }
    guard case .divergence? = try alarms(rising).first?.kind else {
      Issue.record("no divergence")
      return
    }
    #expect(try alarms(rising).first?.step == 100)
    let flat = falling + [Double](repeating: 0.11, count: 100)
    #expect(try alarms(flat).first.map { !$0.isGrave && $0.step == 99 } == true)
    let lost = "{\"step\": 0, \"loss\": 1}\n{\"step\": 7, \"loss\": NaN}\n"
    let tree = try RunTree([("m.jsonl", Array(lost.utf8))])
    let tag = try #require(tree.runs.first?.tag("loss"))
    #expect(Alarm.alarms(of: tag, in: ".").map(\.step) == [7])
  }
}

/// As Lightning writes `hparams.yaml`.
@Test func parametersOfAYAMLFileBelongToTheRunBesideIt() throws {
  let yaml = """
    batch_size: 32
    lr: 0.001
    nesterov: true
    optimizer: !!python/name:torch.optim.SGD ''
    model:
      name: lenet
      sizes:
      - 6
      - 16
    """
  let directory = try Directory()
  for (name, text) in [
    ("a/metrics.csv", "step,loss\n1,2\n"), ("a/hparams.yaml", yaml), ("b/hparams.yaml", "{}\n"),
    ("c/metrics.csv", "step,loss\n1,3\n"), ("c/args.yaml", "lr: [1\n"),
  ] {
    try FileManager.default.createDirectory(
      atPath: directory.path + "/" + name.prefix(1), withIntermediateDirectories: true)
    try directory.file(name, text)
  }
  var job = WatchJob([directory.path])
  job.take(WatchJob.Order(look: 1))
  while !job.isIdle { job.step(isWatched: false) }
  let report = job.report()
  #expect(report.runs.map(\.name) == ["a", "c"])
  let found = try #require(report.runs.first).parameters
  #expect(
    found.map(\.name)
      == ["batch_size", "lr", "nesterov", "optimizer", "model.name", "model.sizes"])
  #expect(
    found.map(\.value)
      == [.number(32), .number(0.001), .flag(true), .text(""), .text("lenet"), .text("6, 16")])
  #expect(ParameterSources(report.runs).runs.map(\.run.name) == ["a"])
  let troubles = WatchListing(report: report, selection: .all, words: words).troubles
  #expect(troubles.contains { $0.contains("c/args.yaml”: line 2 cannot be read") }, "\(troubles)")
}
