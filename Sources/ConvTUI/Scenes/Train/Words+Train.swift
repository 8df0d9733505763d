import Drawing
import Model

/// Words of the train scene.
extension Words {
  var smoothing: String { "smoothing" }
  var smoothingPurpose: String { "how much a curve follows its past" }
  var logLoss: String { "log loss" }
  var logLossPurpose: String { "whether the axis of the loss is logarithmic" }

  var branchesLabel: String { "branches" }
  var branchesPurpose: String { "whether the losses of all branches are drawn" }

  var trainTitle: String { "Train" }
  var trainPurpose: String { "a small network learns" }

  /// What the keys do here.
  func trainAction(_ action: Action) -> ActionWords? {
    switch action {
    case .next, .previous: ActionWords(label: "batch", help: "next or previous batch")
    case .nextRow, .previousRow: ActionWords(label: "epoch", help: "next or previous epoch")
    case .nextPanel, .previousPanel: ActionWords(label: "layer", help: "next or previous layer")
    case .move: ActionWords(help: "move the pen")
    case .pick: ActionWords(label: "pen", help: "pen down or up")
    case .leave: ActionWords(help: "leave the pen")
    case .zoomIn: ActionWords(help: "the chosen map alone")
    case .zoomOut, .zoomReset: ActionWords(help: "all maps")
    case .nextItem, .previousItem:
      ActionWords(label: "sample", help: "next or previous sample")
    case .edit: ActionWords(label: "draw", help: "draw a sample")
    default: nil
    }
  }

  var accuracy: String { "accuracy" }
  var training: String { "training" }
  var validation: String { "validation" }
  var shortTraining: String { "train" }
  var shortValidation: String { "val" }
  var mistakes: String { "mistakes" }
  var drawn: String { "drawn by hand" }
  var kernels: String { "weights" }
  var gradients: String { "gradient" }
  var confusion: Line { [Span("class ↓", .strong), Span("  predicted →", .strong)] }
  var mostFrequent: String { "most often confused" }
  var takenForWord: String { "as" }
  var nothingConfused: String { "nothing" }
  var layerTable: [String] { ["  layer", "output", "‖w‖", "‖∂L/∂w‖", "‖Δw‖/‖w‖", "dead"] }
  var noBranchYet: String {
    "There is only one branch. To make another, go back to a batch and change lr or the optimizer."
  }

  var oneClass: String {
    "The data has only one class; a network needs at least two classes to learn."
  }

  func noRestart(_ folder: String) -> String {
    "\(folder) holds this training; start convtui with another --out folder to train again."
  }

  func preparing(_ images: TrainingImages) -> String {
    switch images {
    case .drawn(let count, _): "Drawing \(self.count(count, "image")) …"
    case .read: "Preparing the images …"
    }
  }

  func sample(_ number: Int, of count: Int) -> String { "sample \(number) of \(count)" }

  /// The class that is predicted, after the word for it.
  func takenFor(
    _ name: String, _ probability: Float, _ isRight: Bool?
  ) -> (word: String, answer: String) {
    let sign = isRight.map { $0 ? "  ✓" : "  ✗" } ?? ""
    return ("prediction", "\(name), \(Formula.percentage(probability, decimals: 1))\(sign)")
  }

  func smoothed(_ smoothing: Smoothing) -> String {
    smoothing == .none ? "" : " smoothed \(NumberText.short(smoothing.rawValue))"
  }

  func unit(_ unit: Int, of count: Int) -> String { "unit \(unit + 1) of \(count)" }

  func ofUnit(_ unit: Int) -> String { "of unit \(unit + 1)" }

  func right(_ correct: Int, of images: Int) -> String { "\(correct) of \(images) right" }

  func lost(at step: Int) -> String {
    "The loss is not finite from batch \(step) on: go back and lower lr."
  }

  /// The state of a training, the most important part first.
  func standing(_ snapshot: TrainingSnapshot, batchesPerEpoch: Int) -> [Line] {
    let trainer = snapshot.trainer
    let epoch = max(1, (snapshot.step + batchesPerEpoch - 1) / batchesPerEpoch)
    var parts: [Line] = [[Span("\(epochWord) ", .secondary), Span("\(epoch)", .strong)]]
    if trainer.epochScore.images > 0 {
      parts.append(score(loss, trainer.epochScore))
    }
    if let evaluation = snapshot.evaluation { parts.append(score(validation, evaluation.score)) }
    return parts
  }

  private var epochWord: String { "epoch" }

  private func score(_ name: String, _ score: BatchScore) -> Line {
    [
      Span(name + " ", .secondary), Span(NumberText.fixed(Float(score.loss), decimals: 4), .strong),
      Span("  " + NumberText.fixed(Float(score.accuracy) * 100, decimals: 1) + " %", .strong),
    ]
  }

  /// - Parameter speed: As the bar says it.
  func trainHint(_ speed: String) -> String {
    speed == fullSpeed
      ? "Space trains at full speed; − is slower."
      : "Space trains \(speed.prefix { $0 != " " }) batches a second; + is faster, − slower."
  }

  /// Batches and images a second, and the time to the end.
  func pace(_ batches: Double, batchSize: Int, left: Int) -> [Line] {
    let images = Int((batches * Double(batchSize)).rounded())
    let seconds = Int((Double(left) / batches).rounded(.up))
    let paced = batches < 10 ? NumberText.fixed(Float(batches), decimals: 1) : grouped(Int(batches))
    return [
      [Span(paced, .strong), Span(" batches/s", .secondary)],
      [Span("\(grouped(images))", .strong), Span(" images/s", .secondary)],
      [Span(time(seconds), .strong), Span(" left", .secondary)],
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

  private var trainBranchTable: [String] { ["  #", "from", "batches", "validation", "changed"] }

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
          : branch.changes.map { "\(name(of: $0.change)) at \($0.step)" }.joined(separator: ", "),
      ]
    }
    return .table(
      [trainBranchTable] + rows.prefix(max(0, size.height - 1)), width: size.width,
      role: { $0 == 0 ? .secondary : $0 - 1 == snapshot.current ? .strong : .text })
  }
}
