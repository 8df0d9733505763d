import Testing

@testable import Formats

extension LogReader {
  /// All lines of a text.
  fileprivate func lines(_ bytes: [UInt8]) -> [LogLine] {
    var reader = self
    var lines: [LogLine] = []
    reader.take(bytes) { lines.append($0) }
    return lines
  }
}

extension LogLine {
  fileprivate var row: LogRow? { if case .row(let row) = self { row } else { nil } }
  fileprivate var text: String? { if case .text(let text) = self { text } else { nil } }
}

extension LogRow {
  /// As in `3 0.5 loss=0.25`.
  fileprivate var summary: String {
    let values = entries.map { entry in
      switch entry.value {
      case .number(let number): "\(entry.tag)=\(number)"
      case .array(let array): "\(entry.tag)=\(array.dimensions)\(array.values)"
      }
    }
    let position = [step.map { "\($0)" } ?? "-", epoch.map { "\($0)" } ?? "-"]
    return (position + values).joined(separator: " ")
  }
}

private func rows(_ name: String, _ reader: LogReader) throws -> [String] {
  reader.lines(try SampleFile.bytes("logs/" + name)).compactMap { $0.row?.summary }
}

private func printed(_ text: String) -> [String] {
  LogReader.console.lines(Array((text + "\n").utf8)).compactMap { $0.row?.summary }
}

@Test func jsonLinesKeepInfinitiesArraysAndTheLineThatIsNotDone() throws {
  #expect(
    try rows("train.jsonl", .json) == [
      "0 - loss=9.927 w=[2][0.379, -0.005]", "1 - loss=4.55", "2 - loss=nan",
    ])
  let nested =
    #"{"iter": 7, "epoch": 0.5, "a": {"b": -Infinity, "c": {"d": [[1,2],[3,4]]}}, "t": "x"}"#
  #expect(printed(nested) == ["7 0.5 a/b=-inf a/c/d=[2, 2][1.0, 2.0, 3.0, 4.0]"])
  #expect(
    printed(#"{"r": [[1],[2,3]], "m": [1,"x"], "e": [], "k": true, "n": null, "x": 1}"#) == [
      "- - e=[0][] x=1.0"
    ])
}

@Test func tablesOfEveryProgramAreRows() throws {
  #expect(
    try rows("lightning.csv", .csv) == [
      "0 - train_loss=1.0", "1 - train_loss=0.5", "2 - train_loss=0.3333333333333333",
      "3 - train_loss=0.25", "3 0.0 val_loss=0.5", "4 - train_loss=0.2",
      "5 - train_loss=0.16666666666666666",
    ])
  #expect(
    try rows("keras.csv", .csv).last == "- 1.0 accuracy=0.4166666567325592 "
      + "loss=0.8696915507316589 val_accuracy=0.6875 val_loss=0.6822500228881836")
  #expect(try rows("keras_na.csv", .csv) == ["- 0.0 accuracy=0.484375 loss=0.8811510801315308"])
  #expect(
    try rows("timm.csv", .csv).first
      == "- 0.0 train_loss=2.3 eval_loss=2.2 eval_top1=10.5 eval_top5=50.0 lr=0.1")
  #expect(
    try rows("ultralytics.csv", .csv).first
      == "- 1.0 time=0.156485 train/loss=0.74579 metrics/accuracy_top1=0.5 "
      + "metrics/accuracy_top5=1.0 val/loss=0.69335 lr/pg0=0.000625125 lr/pg1=0.000625125 "
      + "lr/pg2=0.000625125")
}

@Test func headersInTheMiddlePaddingAndShortRowsAreTaken() {
  let old = "     epoch,      train/box_loss,   val/loss\n      0,   0.5,   inf\n      1,   0.25\n"
  let again = "epoch,train/box_loss,lr\n0,0.125,1e-05\n"
  let lines = LogReader.csv.lines(Array((old + again).utf8))
  #expect(
    lines.compactMap { $0.row?.summary } == [
      "- 0.0 train/box_loss=0.5 val/loss=inf", "- 1.0 train/box_loss=0.25",
      "- 0.0 train/box_loss=0.125 lr=1e-05",
    ])
  #expect(lines.compactMap(\.text).count == 2)
  let yolo =
    "     0/299      7.1G   0.08   0.03  0.02   0.13   12   640  0.1 0.2 0.3 0.4 0.5 0.6 0.7\n"
  #expect(
    LogReader.csv.lines(Array(yolo.utf8)).first?.row?["metrics/mAP_0.5"] == 0.3)
}

@Test func aTrainersStateHasItsHistory() throws {
  let rows = try LogDocument.rows(SampleFile.bytes("logs/trainer_state.json"))
  #expect(rows.count == 9)
  #expect(
    rows[0].summary
      == "2 0.25 grad_norm=0.9021247029304504 learning_rate=4.6875e-05 loss=0.8764630556106567")
  #expect(rows[4]["eval_loss"] == 0.7927398085594177)
  #expect(
    try LogDocument.rows(Array(#"[{"iter":1,"x":2}, 3]"#.utf8)).map(\.summary) == ["1 - x=2.0"])
  #expect(throws: FormatError.empty) { try LogDocument.rows(Array("{}".utf8)) }
}

@Test func huggingFacesDictionariesAreRows() throws {
  let found = try rows("hf.txt", .console)
  #expect(found.count == 11)
  #expect(found[0] == "- 0.25 loss=0.8765 grad_norm=0.9021 learning_rate=4.688e-05")
  #expect(
    printed("{'loss': 0.5, 'x': nan, 'y': tensor(0.25, device='cuda:0'), 'epoch': 1.0}") == [
      "- 1.0 loss=0.5 x=nan y=0.25"
    ])
}

@Test func kerasProgressIsReadAsATerminalShowsIt() throws {
  #expect(
    try rows("keras.txt", .console) == [
      "- 1.0 accuracy=0.4167 loss=1.2303 val_accuracy=0.6875 val_loss=0.7608",
      "- 2.0 accuracy=0.4167 loss=1.1178 val_accuracy=0.6875 val_loss=0.7292",
      "- 3.0 accuracy=0.4167 loss=1.02 val_accuracy=0.6875 val_loss=0.7063",
      "- - accuracy=0.4844 loss=0.8812",
    ])
}

@Test func whatIsNoDataIsText() throws {
  let lines = LogReader.console.lines(try SampleFile.bytes("logs/ultralytics.txt"))
  #expect(lines.compactMap { $0.row?.summary } == [])
  #expect(lines.contains(.text("Starting training for 3 epochs...")))
  for line in [
    "2026-11-28 09:41:02 INFO starting", "size: 3.0 KB", "Python-3.11.7 torch-2.13.0",
    "http://localhost:6006/", "batch=4, epochs=3, lr0=0.01, amp=False", "eta: 0:01:02", "",
  ] {
    #expect(LogReader.console.lines(Array((line + "\n").utf8)) == [.text(line)])
  }
}

@Test(arguments: [
  ("Train Epoch: 1 [640/60000 (1%)]\tLoss: 2.301", "- \(640.0 / 60000) Loss=2.301"),
  (
    "Epoch: [2][ 10/5000]\tTime  0.5 ( 0.9)\tLoss 6.9e+00 (7.0e+00)\tAcc@1   0.00 (  0.10)",
    "- 2.002 Time=0.5 Time/average=0.9 Loss=6.9 Loss/average=7.0 Acc@1=0.0 Acc@1/average=0.1"
  ),
  (
    "Epoch: [0]  [ 10/100]  eta: 0:00:10  lr: 0.000100  loss: 6.9 (7.0)  time: 0.1  max mem: 10",
    "- 0.1 lr=0.0001 loss=6.9 loss/average=7.0 time=0.1 max mem=10.0"
  ),
  (
    "Train: 3 [  50/200 ( 25%)]  Loss: 6.97 (6.98)  LR: 1.000e-06",
    "- 3.25 Loss=6.97 Loss/average=6.98 LR=1e-06"
  ),
  ("Epoch: [0][1/4]\tAcc: 5%", "- 0.25 Acc=5.0"),
  ("Test:  [ 10/79]  loss: 0.5 (0.6)", "- - test/loss=0.5 test/loss/average=0.6"),
  ("iter 100: loss 3.2, time 5.20ms, mfu 1.5%", "100 - loss=3.2 time=5.2 mfu=1.5"),
  ("step 100: train loss 4.1, val loss 4.2", "100 - train loss=4.1 val loss=4.2"),
  ("epoch=3 step=17 loss=0.5 lr=1e-3", "17 3.0 loss=0.5 lr=0.001"),
  ("epoch: 3, loss: 0.5", "- 3.0 loss=0.5"),
  ("[Epoch 3/10] train loss: 0.5 | val acc: 97.5%", "- 3.0 train loss=0.5 val acc=97.5"),
  ("Epoch 3: loss=-inf, acc=nan", "- 3.0 loss=-inf acc=nan"),
  (
    "Test set: Average loss: 0.0500, Accuracy: 9800/10000 (98%)",
    "- - Average loss=0.05 Accuracy=0.98"
  ),
  ("step 3 loss 0.2", "3 - loss=0.2"),
  ("Epoch 1, iter 20, train loss 0.41, acc 0.9", "20 1.0 train loss=0.41 acc=0.9"),
  ("val_loss = 0.25", "- - val_loss=0.25"),
  ("\u{1B}[32mloss: 0.5\u{1B}[0m", "- - loss=0.5"),
  ("  6%|▌ | 1/16\r          \rloss: 0.5", "- - loss=0.5"),
])
func linesThatProgramsPrintAreRows(_ line: String, row: String) {
  #expect(printed(line) == [row])
}

@Test(arguments: [
  "hf.txt", "keras.txt", "ultralytics.txt", "train.jsonl", "keras.csv", "lightning.csv", "timm.csv",
])
func everyCutLogGoesOnWhenTheRestComes(_ name: String) throws {
  let bytes = try SampleFile.bytes("logs/" + name)
  let reader: LogReader =
    name.hasSuffix("csv") ? .csv : name.hasSuffix("jsonl") ? .json : .console
  let whole = reader.lines(bytes)
  for cut in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 500)) {
    var reader = reader
    var lines: [LogLine] = []
    reader.take(Array(bytes[..<cut])) { lines.append($0) }
    #expect(lines.map { "\($0)" } == whole[..<lines.count].map { "\($0)" })
    reader.take(Array(bytes[cut...])) { lines.append($0) }
    #expect(lines.map { "\($0)" } == whole.map { "\($0)" })
  }
}

@Test(arguments: [
  ("a/metrics.jsonl", "", "JSONLines"), ("metrics.csv", "", "CSVLog"),
  ("metrics.json", #"{"iteration": 1, "loss": 2}"# + "\n", "JSONLines"),
  ("trainer_state.json", "{\n  \"epoch\": 2", nil), ("log.txt", #"{"epoch": 1}"#, "JSONLines"),
  ("train.log", "loss: 0.5\n", "ConsoleLine"), ("out", "1\n", "ConsoleLine"),
  ("results.txt", " 0/299 7.1G .1 .2 .3 .4 12 640 .1 .2 .3 .4 .5 .6 .7\n", "CSVLog"),
])
func theReaderOfAFileFollowsFromItsNameAndStart(_ name: String, start: String, reader: String?) {
  let found = LogReader(name: name, start: Array(start.utf8))
  #expect((found != nil) == (reader != nil))
  if let found, let reader { #expect("\(found)".contains(reader)) }
}

@Test func theLineThatIsBeingWrittenCanBeSeen() {
  var reader = LogReader.console
  reader.take(Array(" 50%|██   | 5/10\r 60%|███".utf8)) { _ in Issue.record("no line ended") }
  #expect(reader.unfinished == " 60%|███  | 5/10")
}
