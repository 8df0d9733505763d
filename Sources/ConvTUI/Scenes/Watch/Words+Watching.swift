import Drawing
import Formats

/// Words on the files of trainings that are followed.
extension Words {
  func uncheckedTensors(_ count: Int, _ most: Int) -> String {
    say(
      "Only the first \(most) tensors are checked for updates that are too large or too small; \(count) more are not.",
      "只检查前 \(most) 个张量的更新是否过大或过小；另有 \(count) 个未检查。")
  }

  func notAPattern(_ option: String, _ text: String) -> String {
    say(
      "\(option) needs a regular expression; \(quoted(text)) is none.",
      "\(option) 需要正则表达式；\(quoted(text)) 不是。")
  }

  var watchColumns: [String] {
    [
      say("run", "运行"), say("tag", "标签"), say("kind", "种类"), say("values", "值数"),
      say("last step", "最后一步"), say("last value", "最后的值"),
    ]
  }

  func name(of kind: EventKind) -> String {
    switch kind {
    case .scalar: say("scalar", "标量")
    case .tensor: say("tensor", "张量")
    case .image: say("image", "图像")
    case .histogram: say("histogram", "直方图")
    case .text: say("text", "文字")
    case .hyperparameters: say("hyperparameters", "超参数")
    case .precisionRecall: say("precision and recall", "精确率与召回率")
    case .audio: say("audio", "音频")
    case .other(let plugin): plugin.isEmpty ? say("other", "其他") : plugin.printable
    }
  }

  /// A step as text.
  func whole(_ step: Int64) -> String { NumberText.whole(Int(max(step, -Int64.max))) }

  /// A step, or an epoch, or the number of a row.
  func position(_ step: Int64, _ unit: LogTable.Unit) -> String {
    let number = whole(step)
    return switch unit {
    case .step: number
    case .epoch: say("epoch \(number)", "第 \(number) 轮")
    case .row: say("row \(number)", "第 \(number) 行")
    }
  }

  func noTag(_ name: String, among names: [String]) -> String {
    guard !names.isEmpty else { return say("There is no tag at all.", "没有任何标签。") }
    let shown = list(names.prefix(10).map { quoted($0) }) + (names.count > 10 ? " …" : "")
    return say(
      "There is no tag \(quoted(name)); the tags are \(shown).",
      "没有标签 \(quoted(name))；标签有 \(shown)。")
  }

  // MARK: What was skipped

  func damaged(_ path: String, _ damages: [RecordReader.Damage], _ count: Int) -> String {
    let places = list(damages.prefix(5).map { "\($0.offset)" }) + (count > 5 ? " …" : "")
    return say(
      "\(place(path)): \(self.count(count, "damaged record")) skipped, at byte \(places); what follows is read.",
      "\(place(path))：跳过 \(count) 条损坏的记录，位于字节 \(places)；其后的内容已读取。")
  }

  func noRoom(_ path: String, arrays: Int) -> String {
    say(
      "\(place(path)): no room for \(count(arrays, "array")) more; add_tensor keeps them in the file.",
      "\(place(path))：另有 \(arrays) 个数组没有空间；add_tensor 会把它们留在文件中。")
  }

  func gone(_ path: String) -> String {
    say(
      "\(place(path)) is no longer there; what was read of it stays.",
      "\(place(path)) 已不存在；已读取的内容保留。")
  }

  func noParameters(in path: String, line: Int) -> String {
    say(
      "\(place(path)): line \(line) cannot be read, so the hyperparameters of this file are left out.",
      "\(place(path))：第 \(line) 行无法读取，因此略去此文件中的超参数。")
  }

  func noNumbers(_ path: String, _ bytes: Int) -> String {
    say(
      "\(place(path)): no numbers in the first \(bytes >> 20) MB, so it is read no further.",
      "\(place(path))：前 \(bytes >> 20) MB 中没有数字，不再读取。")
  }

  func linkNotFollowed(_ path: String) -> String {
    say(
      "\(quoted(path)) is a link that leads elsewhere; it is not followed.",
      "\(quoted(path)) 是指向别处的链接，未跟随。")
  }

  // MARK: Where there is nothing

  func nothingToWatch(_ places: [String]) -> String {
    say("No training was found in \(all(places)).", "在 \(all(places)) 中没有找到训练。")
  }

  var lookedFor: String {
    say(
      "convtui looked for event files of TensorBoard (tfevents), lines of JSON (.jsonl, .json), tables "
        + "(.csv), printed logs (.log, .txt) and checkpoints (.safetensors, .npz, .pt, .ckpt).",
      "convtui 查找了 TensorBoard 的事件文件（tfevents）、JSON 行（.jsonl、.json）、表格（.csv）、打印的日志"
        + "（.log、.txt）和检查点（.safetensors、.npz、.pt、.ckpt）。")
  }

  func found(folders: Int, files: Int, endings: [(ending: String, count: Int)]) -> String {
    let kinds = endings.map { ending, number in
      "\(number) " + (ending.isEmpty ? say("without an ending", "无扩展名") : "." + ending.printable)
    }
    let most = kinds.isEmpty ? "" : say(": ", "：") + list(kinds)
    return say(
      "It found \(count(files, "file")) in \(count(folders, "folder"))\(most).",
      "在 \(folders) 个文件夹中找到 \(files) 个文件\(most)。")
  }

  var linesThatWouldWork: String {
    say("These lines in a PyTorch program would make one:", "在 PyTorch 程序中加入这几行即可：")
  }

  var moreCode: String {
    say(
      "convtui watch --help-code prints the lines for other programs, and those that show kernels.",
      "convtui watch --help-code 打印用于其他程序以及显示卷积核的代码。")
  }
}
