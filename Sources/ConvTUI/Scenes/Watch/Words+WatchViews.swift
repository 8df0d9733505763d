import Drawing
import Formats
import Model

/// Words of the views of images, histograms, texts and hyperparameters, and of what is compared.
extension Words {
  func atStep(_ step: Int64) -> String { say("step \(whole(step))", "第 \(whole(step)) 步") }

  // MARK: Images

  var noImages: [String] {
    [
      say(
        "No image and no feature map was logged. In PyTorch these lines log them:",
        "没有记录图像和特征图。在 PyTorch 中用这几行记录："),
      "    writer.add_image(\"input\", image, step)",
      "    writer.add_tensor(\"maps/conv1\", conv1(image).detach(), step)",
    ]
  }

  var firstSample: String { say(", sample 0", "，样本 0") }

  // MARK: Histograms

  var noHistograms: [String] {
    [
      say("No histogram was logged. In PyTorch this line logs one:", "没有记录直方图。在 PyTorch 中用这一行记录："),
      "    writer.add_histogram(\"conv1\", model.conv1.weight, step)",
    ]
  }
  var noHistogramThere: String { say("it has no numbers", "它没有数值") }
  var numbersInALine: String { say("numbers in a row", "每行个数") }

  func range(_ histogram: EventHistogram) -> String {
    NumberText.short(Float(histogram.least)) + "…" + NumberText.short(Float(histogram.greatest))
  }

  func mean(_ histogram: EventHistogram) -> String? {
    histogram.mean.map {
      let number = NumberText.short(Float($0))
      return say("mean \(number)", "均值 \(number)")
    }
  }

  /// A histogram in one sentence.
  func told(_ histogram: EventHistogram, at step: Int64) -> String {
    let count = NumberText.short(Float(histogram.count))
    let (least, greatest) = (
      NumberText.short(Float(histogram.least)), NumberText.short(Float(histogram.greatest))
    )
    let mean = mean(histogram).map { say(", \($0)", "，\($0)") } ?? ""
    return say(
      "step \(whole(step)): \(count) numbers, min \(least), max \(greatest)\(mean)",
      "第 \(whole(step)) 步：\(count) 个数，最小 \(least)，最大 \(greatest)\(mean)")
  }

  // MARK: Texts

  var noTexts: [String] {
    [
      say("No text was logged. In PyTorch this line logs one:", "没有记录文字。在 PyTorch 中用这一行记录："),
      "    writer.add_text(\"notes\", \"learning rate 0.1\", step)",
    ]
  }
  var noTextThere: String { say("There is no text.", "没有文字。") }
  func moreLines(_ count: Int, isEnlarged: Bool) -> String {
    let lines = say(self.count(count, "more line"), "还有 \(count) 行")
    return "… " + lines
      + (isEnlarged ? say(", ↓ goes on", "，↓ 继续") : say(", Enter enlarges", "，Enter 放大"))
  }

  // MARK: Hyperparameters

  var noParameters: [String] {
    [
      say(
        "No hyperparameters were logged. In PyTorch this line logs them:",
        "没有记录超参数。在 PyTorch 中用这一行记录："),
      "    writer.add_hparams({\"lr\": 0.1}, {\"accuracy\": accuracy})",
    ]
  }
  var runColumn: String { say("  run", "  运行") }
  var sameInAll: String { say("The same in all runs", "各次运行相同") }

  // MARK: What is compared

  func pinned(_ step: Int64) -> String {
    say(
      "A is step \(whole(step)). What you look at from now on is B; p lets A go.",
      "A 是第 \(whole(step)) 步。之后所看的是 B；按 p 取消 A。")
  }
  var pinTaken: String { say("A is no longer compared with.", "不再与 A 比较。") }
  /// - Parameter run: That of A, where there are several.
  func comparison(_ pin: Int64, of run: String?, _ step: Int64) -> String {
    let name = run.map { " " + $0.printable } ?? ""
    return say(
      "A:\(name) step \(whole(pin)), B: step \(whole(step))",
      "A：\(name)第 \(whole(pin)) 步，B：第 \(whole(step)) 步")
  }
  func pinName(_ step: Int64) -> String { "A  " + atStep(step) }
  var difference: String { "B − A" }
  func share(_ part: Double) -> String {
    let percent = part * 100
    return NumberText.short(Float(percent < 10 ? (percent * 10).rounded() / 10 : percent.rounded()))
      + " %"
  }
  var pinnedColumns: [String] {
    [say("  tensor", "  张量"), "‖B−A‖/‖B‖", "‖B‖", say("dead", "死亡")]
  }

  // MARK: One tile

  var kernelNow: String { say("this kernel", "这个卷积核") }
  func tile(kernel: Int, channel: Int, of shape: Shape) -> String {
    switch shape.rank {
    case 4:
      say(
        "kernel \(kernel), channel \(channel)", "卷积核 \(kernel)，通道 \(channel)")
    case 3: say("channel \(channel)", "通道 \(channel)")
    default: say("the matrix", "矩阵")
    }
  }
  var enterOpensSlide: String {
    say("arrows choose, Enter opens it in slide", "方向键选择，Enter 在 slide 中打开")
  }
  var exampleDigit: String { say("the example digit", "示例数字") }
  var kernelHasNaN: String {
    say("It has numbers that are not finite, which slide does not show.", "其中有非有限的数，slide 不显示。")
  }
  func kernelTooLarge(_ kernel: Shape, _ input: Shape) -> String {
    say(
      "It is \(kernel), larger than the input of \(input).", "它是 \(kernel)，比 \(input) 的输入大。")
  }
  func opened(_ tag: String, _ tile: String, over input: String) -> String {
    say("\(tag), \(tile), slides over \(input).", "\(tag) 的\(tile)在 \(input) 上滑动。")
  }

  // MARK: About

  var watchImages: String {
    say(
      "Images stand as they were logged. A feature map has one tile for each of its channels: blue is negative, "
        + "orange is positive.", "图像按记录的样子显示。特征图的每个通道是一个图块：蓝色为负，橙色为正。")
  }
  var watchHistograms: String {
    say(
      "Each column is the histogram of one step. The brighter a place, the more numbers lie there: the scale "
        + "below says how many in a line of the screen.", "每一列是一步的直方图。越亮的地方数越多：下方的色标表示屏幕一行中有多少个。")
  }
  var watchTexts: String {
    say("The text that was last logged up to this step, without its marks.", "到这一步为止最后记录的文字，去掉了标记。")
  }
  var watchParameters: String {
    say(
      "Each row is a run: first its measure at this step, then what differs between the runs.",
      "每一行是一次运行：先是这一步的指标，再是各次运行的不同之处。")
  }
  var watchPin: String {
    say("p keeps this place as A, to compare later ones with it.", "p 把这里固定为 A，用来与之后的比较。")
  }

  /// What `--csv` does not write.
  func csvHoldsScalars(_ name: String, _ kinds: [String]) -> String {
    say(
      "--csv writes scalars; \(quoted(name)) is of the kind \(list(kinds)). --json writes it.",
      "--csv 写标量；\(quoted(name)) 的种类是\(list(kinds))。--json 可以写出它。")
  }
  func numberCount(_ count: Double) -> String {
    let number = NumberText.short(Float(count))
    return say("\(number) numbers", "\(number) 个数")
  }
}
