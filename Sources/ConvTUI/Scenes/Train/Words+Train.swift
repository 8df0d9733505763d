import Drawing
import Model

/// Words of the train scene.
extension Words {
  var smoothing: String { say("smoothing", "平滑") }
  var smoothingPurpose: String {
    say(
      "how much of its past a curve carries along: light 0.8, strong 0.95",
      "曲线在多大程度上依赖过去：较弱 0.8，较强 0.95")
  }
  var logLoss: String { logarithmic }
  var logLossPurpose: String { say("whether the axis of the loss is logarithmic", "损失轴是否用对数") }

  var branchesLabel: String { say("branches", "各分支") }
  var branchesPurpose: String { say("whether the losses of all branches are drawn", "是否画出所有分支的损失") }

  var trainTitle: String { say("Train", "训练") }
  var trainPurpose: String { say("a small network learns", "一个小网络在学习") }

  /// What the keys do here.
  func trainAction(_ action: Action) -> ActionWords? {
    switch action {
    case .next, .previous:
      ActionWords(label: say("batch", "批"), help: say("previous or next batch", "上一批或下一批"))
    case .nextRow, .previousRow:
      ActionWords(label: say("epoch", "轮"), help: say("previous or next epoch", "上一轮或下一轮"))
    case .nextPanel, .previousPanel:
      ActionWords(label: say("layer", "层"), help: say("previous or next layer", "上一层或下一层"))
    case .move: ActionWords(help: say("move the pen", "移动画笔"))
    case .pick: ActionWords(label: say("pen", "画笔"), help: say("pen down or up", "落笔或抬笔"))
    case .leave: ActionWords(help: say("leave the pen", "放下画笔"))
    case .zoomIn: ActionWords(help: say("the chosen map alone", "只看所选的映射"))
    case .zoomOut, .zoomReset: ActionWords(help: say("all maps", "所有映射"))
    case .enlarge: ActionWords(label: say("larger", "放大"))
    case .nextItem, .previousItem:
      ActionWords(label: say("sample", "样本"), help: say("previous or next sample", "上一个或下一个样本"))
    case .view: ActionWords(help: say("the next view", "下一个视图"))
    case .edit: ActionWords(label: say("draw", "画"), help: say("draw a sample", "画一个样本"))
    default: nil
    }
  }

  func parameterCount(_ weights: Int) -> String {
    say(count(weights, "parameter"), "\(weights) 个参数")
  }

  /// While batches are computed up to the one that was asked for.
  func computing(batch: Int, to goal: Int) -> String {
    say("computing: batch \(batch) of \(goal)", "正在计算：第 \(batch) 批，共 \(goal) 批")
  }
  var accuracy: String { say("accuracy", "准确率") }
  /// In place of a prediction, where nothing is drawn yet.
  var nothingDrawn: String { say("Draw: Enter puts the pen down.", "画吧：Enter 落笔。") }
  func measuredNext(afterEpoch epoch: Int) -> String {
    say("again after epoch \(epoch)", "第 \(epoch) 轮后再测")
  }
  /// What Tab did where the maps of a layer need not be in sight.
  func chosenLayer(_ number: Int, _ name: String) -> String {
    say(
      "Layer \(number), \(name), is chosen; v shows its maps.",
      "已选第 \(number) 层 \(name)；按 v 看它的映射。")
  }
  var batches: String { say("batches", "批") }
  /// Which layers have no room, and how to see them.
  func shown(_ shown: Int, ofLayers count: Int, next: String?) -> Line {
    [
      Span(say("\(shown) of \(count) layers fit", "\(count) 层中显示 \(shown) 层"), .strong),
      Span(
        next.map { say("   Tab goes on to \($0)", "   Tab 到下一层 \($0)") }
          ?? say("   ⇧Tab goes back", "   ⇧Tab 往回"), .secondary),
    ]
  }
  var training: String { say("training", "训练") }
  var validation: String { say("validation", "验证") }
  var shortTraining: String { say("train", "训练") }
  var shortValidation: String { say("val", "验证") }
  var mistakes: String { say("mistakes", "错误") }
  var drawn: String { say("drawn by hand", "手画的") }
  var kernels: String { say("weights", "权重") }
  var gradients: String { say("gradient", "梯度") }
  var confusion: Line {
    [
      Span(say("class ↓", "类别 ↓"), .strong), Span(say("  predicted →", "  预测 →"), .strong),
      Span(say("   ■ right", "   ■ 正确"), .negative),
      Span(say("  ■ mistakes", "  ■ 错误"), .positive),
    ]
  }
  var mostFrequent: String { say("most often confused", "最常混淆") }
  var takenForWord: String { say("as", "当作") }
  var nothingConfused: String { say("nothing", "没有") }
  var layerTable: [String] {
    [say("  layer", "  层"), say("output", "输出"), "‖w‖", "‖∂L/∂w‖", "‖Δw‖/‖w‖", say("dead", "死亡")]
  }
  /// What stands in that table.
  var layerNumbers: String {
    say(
      "‖w‖ is the length of a layer's weights, all in one vector, ‖∂L/∂w‖ that of their gradient, and "
        + "‖Δw‖/‖w‖ how much of ‖w‖ the last batch moved them. A dead unit gives 0 for every validation "
        + "image.",
      "‖w‖ 是一层所有权重合成的向量的长度，‖∂L/∂w‖ 是其梯度的长度，‖Δw‖/‖w‖ 是上一批移动权重的比例。死亡单元对每幅验证图像都给出 0。")
  }
  var noBranchYet: String {
    say(
      "There is only one branch. To make another, go back to a batch and change lr or the optimizer.",
      "只有一个分支。要再建一个，请回到某一批，改变 lr 或优化器。")
  }

  var oneClass: String {
    say(
      "The data has only one class; a network needs at least two classes to learn.",
      "数据只有一个类别；网络至少需要两个类别才能学习。")
  }

  func noRestart(_ folder: String) -> String {
    say(
      "\(folder) holds this training; start convtui with another --out folder to train again.",
      "\(folder) 中保存着这次训练；要重新训练，请用另一个 --out 文件夹启动 convtui。")
  }

  /// What becomes of the images that are drawn or read.
  ///
  /// - Parameter network: What it is called; nil for one's own.
  func whatIsPrepared(_ images: TrainingImages, for network: String?) -> Line {
    let (training, validation) = (images.trainingCount, images.validationCount)
    return [
      Span(
        say(
          "\(network ?? "The network") will learn from \(count(training, "image")) and be tested on "
            + "\(validation) others. This takes a moment.",
          "\(network ?? "网络")将用 \(training) 幅图像学习，用另外 \(validation) 幅检验。请稍候。"))
    ]
  }

  func preparing(_ images: TrainingImages) -> String {
    switch images {
    case .drawn(let count, _): say("Drawing \(self.count(count, "image")) …", "正在画 \(count) 幅图像 …")
    case .read: say("Preparing the images …", "正在准备图像 …")
    }
  }

  func sample(_ number: Int, of count: Int) -> String {
    say("sample \(number) of \(count)", "第 \(number) 个样本，共 \(count) 个")
  }

  /// The class that is predicted, after the word for it.
  func takenFor(
    _ name: String, _ probability: Float, _ isRight: Bool?
  ) -> (word: String, answer: String) {
    let sign = isRight.map { $0 ? "  ✓" : "  ✗" } ?? ""
    return (
      say("prediction", "预测"),
      say(
        "\(name), \(Formula.percentage(probability, decimals: 1))\(sign)",
        "\(name)，\(Formula.percentage(probability, decimals: 1))\(sign)")
    )
  }

  func smoothed(_ smoothing: Smoothing) -> String {
    smoothing == .none
      ? ""
      : say(
        ", smoothing \(choice(smoothing.name))", "，平滑：\(choice(smoothing.name))")
  }

  func unit(_ unit: Int, of count: Int) -> String {
    say("unit \(unit + 1) of \(count)", "第 \(unit + 1) 个单元，共 \(count) 个")
  }

  func ofUnit(_ unit: Int) -> String { say("of unit \(unit + 1)", "第 \(unit + 1) 个单元") }

  func right(_ correct: Int, of images: Int) -> String {
    say("\(correct) of \(images) right", "\(images) 个中对了 \(correct) 个")
  }

  func validated(at step: Int) -> String {
    say("measured at batch \(step)", "在第 \(step) 批测得")
  }

  func lost(at step: Int) -> String {
    say(
      "The loss is not finite from batch \(step) on: go back and lower lr.",
      "从第 \(step) 批起损失不再有限：请退回去，减小 lr。")
  }

  /// The state of a training, the most important part first.
  func standing(_ snapshot: TrainingSnapshot, batchesPerEpoch: Int) -> [Line] {
    let trainer = snapshot.trainer
    let epoch = max(1, (snapshot.step + batchesPerEpoch - 1) / batchesPerEpoch)
    var parts: [Line] = [
      [
        Span(say("epoch ", "第 "), .secondary), Span("\(epoch)", .strong),
        Span(say("", " 轮"), .secondary),
      ]
    ]
    if trainer.epochScore.images > 0 {
      parts[0] +=
        [Span(": ", .secondary)] + score(say("loss ", "损失 "), trainer.epochScore)
        + [Span(say(" right", " 正确"), .secondary)]
    }
    // Before the first epoch's end it tells of a network that knows nothing.
    if let evaluation = snapshot.evaluation, snapshot.step >= batchesPerEpoch {
      // In the same order; there is room for the numbers alone.
      parts.append(score(say("validation: ", "验证："), evaluation.score))
    }
    return parts
  }

  private func score(_ name: String, _ score: BatchScore) -> Line {
    [
      Span(name, .secondary), Span(NumberText.fixed(Float(score.loss), decimals: 4), .strong),
      Span(say(", ", "，"), .secondary),
      Span(NumberText.fixed(Float(score.accuracy) * 100, decimals: 1) + " %", .strong),
    ]
  }

  /// What can be worked out before the network has learned anything.
  ///
  /// - Returns: The question in full, and shortened.
  func howGoodIsGuessing(classes: Int) -> [String] {
    [
      say(
        "\(classes) classes: how often is a guess right, and how large is its loss?",
        "\(classes) 个类别：随便猜，猜对的比例是多少，损失又是多少？"),
      say(
        "Guess 1 of \(classes): how often right? What loss?",
        "\(classes) 类里随便猜：猜对多少？损失多少？"),
    ]
  }
  var guessing: String { say("guessing", "猜") }
  /// What the numbers of an image are, 0 to 1.
  var pixel: String { say("pixel", "像素") }

  /// - Parameter speed: As the bar says it.
  func trainHint(_ speed: String) -> String {
    speed == fullSpeed
      ? say("Space trains at full speed.", "空格全速训练。")
      : say(
        "Space trains \(speed.prefix { $0 != " " }) batches/s.",
        "空格开始训练，每秒 \(speed.prefix { $0 != " " }) 批。")
  }

  /// Batches and images a second, and the time to the end.
  func pace(_ batches: Double, batchSize: Int, left: Int) -> [Line] {
    let images = Int((batches * Double(batchSize)).rounded())
    let seconds = Int((Double(left) / batches).rounded(.up))
    let paced = batches < 10 ? NumberText.fixed(Float(batches), decimals: 1) : grouped(Int(batches))
    return [
      [Span(paced, .strong), Span(say(" batches/s", " 批/秒"), .secondary)],
      [Span("\(grouped(images))", .strong), Span(say(" images/s", " 幅/秒"), .secondary)],
      [Span(time(seconds), .strong), Span(say(" left", " 剩余"), .secondary)],
    ]
  }

  /// Hours, minutes and seconds: 1:02:03, or 2:03.
  private func time(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, rest) = seconds.quotientAndRemainder(dividingBy: 3600)
    let (minutes, left) = rest.quotientAndRemainder(dividingBy: 60)
    return hours > 0 ? "\(hours):\(two(minutes)):\(two(left))" : "\(minutes):\(two(left))"
  }

  /// A whole number with a comma after every three digits.
  private func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.indices.reduce(into: "") { text, index in
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digits[index])
    }
  }

  // MARK: Branches

  private var trainBranchTable: [String] {
    ["  #", say("from", "起于"), say("batches", "批数"), say("validation", "验证"), say("changed", "改动")]
  }

  /// The branches beside each other in numbers.
  func branches(_ snapshot: TrainingSnapshot, size: Size) -> [Line] {
    let rows = snapshot.branches.enumerated().map { index, branch in
      let accuracy = branch.log.evaluations[.accuracy].last
      return [
        (index == snapshot.current ? "▸ " : "  ") + "\(index + 1)",
        branch.from.map(String.init) ?? "–",
        "\(branch.end)",
        accuracy.map { NumberText.fixed($0 * 100, decimals: 1) + " %" } ?? "–",
        branch.changes.isEmpty
          ? "–"
          : branch.changes.map {
            say("\(name(of: $0.change)) at \($0.step)", "第 \($0.step) 批 \(name(of: $0.change))")
          }.joined(separator: say(", ", "、")),
      ]
    }
    return .table(
      [trainBranchTable] + rows.prefix(max(0, size.height - 1)), width: size.width,
      role: { $0 == 0 ? .secondary : $0 - 1 == snapshot.current ? .strong : .text })
  }
}
