import Drawing
import Model

/// What drills ask.
extension Words {
  func name(of kind: DrillKind?) -> String {
    switch kind {
    case nil: say("All kinds", "各种题")
    case .size: say("Sizes", "输出大小")
    case .value: say("Values", "互相关的值")
    case .parameters: say("Parameters", "参数个数")
    case .field: say("Receptive fields", "感受野")
    case .gradient: say("Gradients", "梯度")
    case .flip: say("Convolution", "卷积")
    case .pool: say("Pooling", "汇聚")
    }
  }

  func drillTitle(_ kind: DrillKind?, level: Int, seed: UInt64) -> String {
    say(
      "\(name(of: kind)), level \(level), seed \(seed)", "\(name(of: kind))，第 \(level) 级，种子 \(seed)"
    )
  }

  func drillLevelOutside(_ levels: ClosedRange<Int>) -> String {
    say(
      "--level is from \(levels.lowerBound) to \(levels.upperBound).",
      "--level 是 \(levels.lowerBound) 到 \(levels.upperBound) 的整数。")
  }
  var drillAnswersAlone: String {
    say(
      "--answers goes with --print, --json or --handout.",
      "--answers 要与 --print、--json 或 --handout 一起用。")
  }
  func drillCountOutside(_ most: Int) -> String {
    say("--count is from 1 to \(most).", "--count 是 1 到 \(most) 的整数。")
  }

  private func size(_ size: PlaneSize) -> String { "\(size.rows)×\(size.columns)" }

  /// What differs from the usual way to move: "padding 1 and stride 2".
  private func moves(_ options: CorrelationOptions) -> [String] {
    var parts: [String] = []
    if options.padding != PerAxis(0) { parts.append("\(padding) \(text(options.padding))") }
    if options.stride != PerAxis(1) { parts.append("\(stride) \(text(options.stride))") }
    if options.dilation != PerAxis(1) { parts.append("\(dilation) \(text(options.dilation))") }
    return parts
  }

  /// "a, b and c".
  private func series(_ parts: [String]) -> String {
    all([list(Array(parts.dropLast())), parts.last ?? ""].filter { !$0.isEmpty })
  }

  /// "1", or "1×2" where rows and columns differ.
  private func text(_ value: PerAxis<Int>) -> String {
    value.rows == value.columns ? "\(value.rows)" : "\(value.rows)×\(value.columns)"
  }

  /// The end of a sentence on how a kernel moves.
  private func ending(_ sliding: Sliding) -> String {
    let moves = moves(sliding.options)
    let way = moves.isEmpty ? "" : say(" with \(series(moves))", "，\(list(moves))")
    guard sliding.bias != 0 else { return way + say(".", "。") }
    let bias = NumberText.short(sliding.bias)
    return way + say("; the bias is \(bias).", "；偏置为 \(bias)。")
  }

  // MARK: Sizes and values

  func drillSizes(_ input: PlaneSize, _ kernel: PlaneSize) -> String {
    say("X is \(size(input)), and K is \(size(kernel)).", "X 为 \(size(input))，K 为 \(size(kernel))。")
  }
  func drillSize(_ larger: PlaneSize?, _ options: CorrelationOptions) -> String {
    if let larger {
      return say(
        "How large is Y when X is \(size(larger))? (rows × columns)",
        "X 为 \(size(larger)) 时，Y 有多大？（行 × 列）")
    }
    let moves = moves(options)
    return moves.isEmpty
      ? say("How large is Y? (rows × columns)", "Y 有多大？（行 × 列）")
      : say(
        "How large is Y with \(series(moves))? (rows × columns)", "\(list(moves)) 时，Y 有多大？（行 × 列）")
  }
  func drillWay(_ geometry: Geometry) -> String {
    drillWay(Formula.outputSize(geometry.rows), Formula.outputSize(geometry.columns))
  }
  /// The formulas of both axes, or one where they are the same.
  func drillWay(_ rows: String, _ columns: String) -> String {
    rows == columns ? rows : say("rows \(rows); columns \(columns)", "行：\(rows)；列：\(columns)")
  }

  func drillSlides(_ sliding: Sliding) -> String {
    say("K slides over X", "K 在 X 上滑动") + ending(sliding)
  }

  // MARK: Convolution

  func drillTurns(_ sliding: Sliding) -> String {
    say("A convolution turns K by 180°, then K slides over X", "卷积先把 K 旋转 180°，再在 X 上滑动")
      + ending(sliding)
  }
  func drillConvolution(_ cell: String) -> String { say("What is \(cell)?", "\(cell) 是多少？") }
  var drillTurned: String {
    say("A convolution turns K by 180° before it slides.", "卷积在滑动之前先把 K 旋转 180°。")
  }
  func drillWhichKernel(_ kernel: String) -> String {
    say("Which of these is K = \(kernel), turned by 180°?", "哪一个是 K = \(kernel) 旋转 180° 的结果？")
  }
  var trapNotTurned: String { say("Not yet: that is K as it is.", "还不对：那是没有旋转的 K。") }
  var trapOnlyColumns: String {
    say("Not yet: there only left and right change places.", "还不对：那只交换了左右。")
  }
  var trapOnlyRows: String {
    say("Not yet: there only top and bottom change places.", "还不对：那只交换了上下。")
  }

  // MARK: Pooling

  func drillPools(_ window: PoolingWindow) -> String {
    let size = size(window.size)
    var moves = ["\(stride) \(text(window.stride))"]
    if window.padding != PerAxis(0) { moves.append("\(padding) \(text(window.padding))") }
    let end = window.roundsUp ? say("; a last window may hang over the end", "；最后的窗口可以超出边缘") : ""
    return say(
      "A window of \(size) moves over X with \(series(moves))\(end).",
      "\(size) 的窗口在 X 上移动，\(list(moves))\(end)。")
  }
  func drillPooled(_ isMaximum: Bool, _ unit: Position) -> String {
    let cell = Formula.cell(isMaximum ? maximum : meanOfWindow, unit)
    return say("What is \(cell)?", "\(cell) 是多少？")
  }
  /// - Parameter count: What a mean is divided by; nil where it is a maximum.
  func drillWay(_ count: Float?, _ numbers: [Float], _ value: Float) -> String {
    let texts = numbers.map(NumberText.short)
    let result = NumberText.short(value)
    guard let count else { return "max(\(texts.joined(separator: ", "))) = \(result)" }
    return "(\(texts.joined(separator: " + ")))/\(NumberText.short(count)) = \(result)"
  }
  var trapPaddingWins: String {
    say("Not yet: padding counts for nothing in a maximum.", "还不对：求最大值时不考虑填充。")
  }

  // MARK: Layers

  func drillLayers(_ layers: String) -> String {
    say("An image goes through \(layers).", "图像依次通过 \(layers)。")
  }
  var drillField: String {
    say(
      "How many rows × columns of the image does a unit of the last layer see?",
      "最后一层的一个单元的感受野有多大？（行 × 列）")
  }

  /// - Parameters:
  ///   - layer: The first layer in its notation, which is explained.
  ///   - kernel: Its rows × columns.
  ///   - divided: A layer in two groups.
  func drillChannels(
    _ channels: Int, _ layer: String, _ kernels: Int, _ kernel: String, divided: String?
  ) -> String {
    let groups = divided.map {
      say(
        " In \($0), g2 stands for 2 groups: a kernel sees half of the channels.",
        "\($0) 中的 g2 表示分为 2 组：每个卷积核只看一半的通道。")
    }
    return say(
      "The image has \(count(channels, "channel")). \(layer) has \(count(kernels, "kernel")) of "
        + "\(kernel). Every kernel of every layer has its bias." + (groups ?? ""),
      "图像有 \(channels) 个通道。\(layer) 是 \(kernels) 个 \(kernel) 的卷积核。每一层的每个卷积核都有一个偏置。" + (groups ?? "")
    )
  }
  func drillParameters(_ layers: String) -> String {
    say("How many weights and biases are in \(layers)?", "\(layers) 共有多少个权重和偏置？")
  }
  var trapGroups: String {
    say("Not yet: in groups, a kernel sees only its own channels.", "还不对：分组时卷积核只看本组的通道。")
  }
  var trapFirstLayer: String { say("Not yet: that is the first layer alone.", "还不对：那只是第一层。") }

  // MARK: Gradients

  /// - Parameter rate: The learning rate, where the question needs it.
  func drillLearns(_ reduction: Reduction, rate: Float?) -> String {
    let loss = reduction == .sum ? "L = Σ(Ŷ − Y)²" : say("L = mean of (Ŷ − Y)²", "L = (Ŷ − Y)² 的均值")
    guard let rate else { return say("Ŷ = X ⋆ K, and \(loss).", "Ŷ = X ⋆ K，\(loss)。") }
    let number = NumberText.short(rate)
    return say(
      "Ŷ = X ⋆ K, and \(loss). The learning rate is \(number).", "Ŷ = X ⋆ K，\(loss)。学习率为 \(number)。"
    )
  }
  func drillGradient(_ at: Position) -> String {
    let cell = Formula.cell("∂L/∂K", at)
    return say("What is \(cell)?", "\(cell) 是多少？")
  }
  func drillNextWeight(_ at: Position) -> String {
    let cell = Formula.cell("K", at)
    return say("What is \(cell) after the next step?", "下一步之后 \(cell) 是多少？")
  }
  var trapMeanFactor: String {
    say("Not yet: the mean divides by the number of outputs.", "还不对：均值还要除以输出个数。")
  }
  var trapGradientAlone: String { say("Not yet: that is the gradient.", "还不对：那是梯度。") }
}
