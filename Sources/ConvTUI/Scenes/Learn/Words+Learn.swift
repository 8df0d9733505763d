import Drawing
import Model

/// Words of the views of the learn scene.
extension Words {
  var chart: String { say("chart", "图表") }
  var chartPurpose: String { say("what is drawn beside the weights", "权重旁边画什么") }
  var seed: String { say("seed", "随机种子") }
  var seedPurpose: String { say("draws the weights to start from: a whole number", "抽取初始权重的整数") }

  var startPurpose: String { say("the weights to start from", "初始权重") }

  /// What the keys do here.
  func learnAction(_ action: Action) -> ActionWords? {
    switch action {
    case .view: ActionWords(help: say("run, surface, backward", "运行、曲面、反向"))
    case .nextItem, .previousItem:
      ActionWords(
        label: say("branch", "分支"),
        help: say("previous or next branch", "上一个或下一个分支"))
    case .backward: ActionWords(label: say("number", "数"))
    case .nextPanel: ActionWords(label: say("cursor", "光标"))
    case .leave: ActionWords(label: say("leave", "离开"))
    default: nil
    }
  }

  var learnTitle: String { say("Learn", "学习") }
  var learnPurpose: String { say("a kernel learns by gradient descent", "卷积核用梯度下降学习") }

  // MARK: run

  var lossNow: String { say("loss now", "现在的损失") }

  var whatAStepDoes: String {
    say(
      "Each step moves K against ∂L/∂K, so that X ⋆ K comes closer to Y.",
      "每一步让 K 沿 −∂L/∂K 移动，使 X ⋆ K 更接近 Y。")
  }
  var whichKernel: String {
    say(
      "Which kernel K turns X into Y? Guess it; then each → moves K a step.",
      "哪个卷积核 K 把 X 变成 Y？先猜一猜；然后每按一次 → 走一步。")
  }
  func kernelFound(_ weights: [Float]) -> String {
    let target = "(" + weights.map(NumberText.short).joined(separator: ", ") + ")"
    return say(
      "K has come close to \(target), the kernel that made Y.", "K 已接近得到 Y 的卷积核 \(target)。")
  }
  var epoch: String { say("epoch", "轮") }

  /// A loss as the chapter prints it.
  func printed(_ loss: Float) -> String {
    loss < 1e6 ? NumberText.fixed(loss, decimals: 3) : NumberText.short(loss)
  }

  func epoch(_ step: Int, loss: String) -> String {
    say("epoch \(step), loss \(loss)", "第 \(step) 轮，损失 \(loss)")
  }

  /// The same where it is not what the chapter prints; the smallest with their power of ten.
  func loss(_ loss: Float) -> String {
    loss == 0 || loss >= 0.001 && loss < 1e6 ? printed(loss) : NumberText.short(loss)
  }

  /// Behind the losses that the chapter prints.
  var eachBeforeItsStep: String { say("each before its step", "均为走该步之前") }

  /// Between a small step of a number and what the loss changes by.
  var changesTheLoss: String { say("moves the loss by", "使损失变化") }

  /// Which losses the chapter prints.
  var epochPrints: String {
    say(
      "The chapter prints each loss before the step: epoch 2 is after 1 step.",
      "本章先打印损失再走一步：第 2 轮是第 1 步之后的损失。")
  }
  /// Before the weight of the next step.
  var next: String { say("next", "下一步") }
  var inputName: String { say("input", "输入") }

  func after(_ steps: Int) -> String {
    say("after " + count(steps, "step"), "\(steps) 步后")
  }

  // MARK: backward

  var backward: String { say("Backward", "反向传播") }
  var targetName: String { say("target", "目标") }
  var soFar: String { say("so far", "至今") }
  var zerosBetween: String { say("zeros between", "其间补零") }
  /// What is asked before the gradient is shown.
  func whichSlope(_ loss: String, _ gradient: String, _ output: String) -> String {
    say(
      "The loss is \(loss). What is its slope \(gradient), as \(output) grows?",
      "损失是 \(loss)。\(output) 增大时，它的斜率 \(gradient) 是多少？")
  }
  var backwardKeys: String {
    say("Key . takes one step forward and shows it, key , one step back.", "按 . 前进一步就能看到，按 , 后退一步。")
  }

  /// What a stage does, in a sentence each.
  func outputGradient(_ factor: String) -> String {
    say(
      "G is \(factor) times the error Ŷ − Y: a square e² has the slope 2·e.",
      "G 是误差 Ŷ − Y 的 \(factor) 倍：平方 e² 的斜率是 2·e。")
  }
  /// Three lines beside a square and its two strips.
  var twoStrips: [String] {
    [
      say("A side e that grows a little", "边长 e 增大一点，"),
      say("adds two strips e to e²:", "e² 就增加两条长 e 的边："),
      say("the slope is 2·e.", "斜率是 2·e。"),
    ]
  }
  func kernelGradient(_ window: Int, of count: Int, _ gradient: String) -> String {
    say(
      "Window \(window) of \(count) adds its X times its G, \(gradient), to ∂L/∂K.",
      "第 \(window) 个窗口（共 \(count) 个）把它的 X 乘以它的 G（\(gradient)），加到 ∂L/∂K 上。")
  }
  func inputGradient(_ cell: String) -> String {
    say("Each window with \(cell) adds G·K:", "每个含有 \(cell) 的窗口都加上 G·K：")
  }

  /// Behind the products of G and K′.
  var turnedKernel: String { say("K′ is K turned by 180°", "K′ 是 K 旋转 180°") }

  /// How many rows of a matrix are shown whose rows are all the same.
  func equalRows(_ shown: Int, of count: Int) -> String {
    say("\(shown) of \(count) equal rows", "\(count) 行相同，显示 \(shown) 行")
  }

  func backwardPass(_ step: Int) -> String {
    say("Backward pass at step \(step)", "第 \(step) 步的反向传播")
  }

  func copies(_ count: Int) -> String {
    say(
      "and from the \(count) \(count == 1 ? "copy" : "copies") of it in the padding",
      "以及它在填充中的 \(count) 个副本")
  }

  /// The gradient of a cell, then the slope that two losses give, of the number a little larger and a little
  /// smaller.
  func check(
    _ cell: String, _ own: Float, slope: Double, distance: Float, off: Double, agrees: Bool
  ) -> [Line] {
    [
      [
        Span("\(cell) ", .accent), Span(say("backward ", "反向传播 "), .secondary),
        Span(NumberText.fixed(own, decimals: 4), .strong).asResult,
      ],
      [
        Span(
          say(
            "tried with ±\(NumberText.short(distance)): ", "用 ±\(NumberText.short(distance)) 试算："),
          .secondary),
        Span(NumberText.fixed(Float(slope), decimals: 4), .strong).asResult, Span("   "),
        Span(
          agrees
            ? say("✓ they agree", "✓ 两者一致")
            : say(
              "they differ by \(NumberText.short(Float(off)))",
              "两者相差 \(NumberText.short(Float(off)))"), agrees ? .positive : .warning),
      ],
    ]
  }
}

extension Words {
  // MARK: surface

  func marks(isTargetLeast: Bool) -> Line {
    let ends =
      isTargetLeast
      ? [say("  ◇ target, the minimum", "  ◇ 目标，即最小点")]
      : [say("  ◇ target", "  ◇ 目标"), say("  ✕ minimum", "  ✕ 最小点")]
    return
      ([say("○ start", "○ 起点"), say("  ● now", "  ● 现在"), say("  → next step", "  → 下一步")]
      + ends).map { Span($0) }
  }
  var otherPaths: String { say("dotted: other branches, to their last steps", "点线：其他分支，到各自的最后一步") }
  /// What the picture shows, with the losses at the start and now.
  func surfacePurpose(from start: String, now: String, step: Int) -> String {
    say(
      "Each point is a kernel, contours show its loss: "
        + (step == 0 ? "\(now) at ●." : "\(start) at ○, \(now) at ●."),
      "每个点是一个卷积核，等高线是它的损失：" + (step == 0 ? "● 处 \(now)。" : "○ 处 \(start)，● 处 \(now)。"))
  }
  /// What is asked before the first step.
  var whereIsTheMinimum: String {
    say(
      "Where is the loss least, and which way does the first step go?",
      "损失在哪里最小？第一步往哪里走？")
  }
  var surfaceKeys: String {
    say(
      "Tab puts a cursor on the surface; Enter or a click trains from that point",
      "Tab 在曲面上放光标；Enter 或单击从该点开始训练")
  }
  var trainsFromThere: String { say("Enter trains from there", "Enter 从这里训练") }
  var ofTheLoss: String { say("of the loss along the path is visible", "可见") }

  /// Which branch is shown: "2 lr 0.034 at 3".
  func branch(_ number: Int, _ name: String) -> Line {
    [Span("\(number) ", .strong), Span(name)]
  }

  func minimum(_ choice: LossPlane.Choice) -> String {
    choice == .whole ? say("minimum", "最小点") : say("minimum on this plane", "此平面上的最小点")
  }

  func lossSurface(_ step: Int) -> String { say("Loss surface, step \(step)", "损失曲面，第 \(step) 步") }
  func at(_ point: String) -> String { say("at \(point)", "在 \(point)") }
  /// How much more the loss grows along one direction than along another.
  func steeper(_ ratio: Float, along steep: String, than flat: String) -> Line {
    [
      Span(
        say("The loss grows ", "从最小点走同样远，沿 \(steep) 损失的增大是沿 \(flat) 的 "),
        .secondary),
      Span(say("\(NumberText.short(ratio)) times", "\(NumberText.short(ratio)) 倍"), .strong),
      Span(say(" as much along \(steep) as along \(flat).", "。"), .secondary),
    ]
  }
  /// The same where one of the directions is flat.
  func flatAlong(_ flat: String) -> Line {
    [Span(say("Along \(flat) the loss stays as it is.", "沿 \(flat) 损失不变。"), .secondary)]
  }

  func plane(_ choice: LossPlane.Choice, weights: Int) -> String {
    switch choice {
    case .whole: ""
    case .threePoints:
      say(
        "plane through start, now and target (\(weights) weights):",
        "过起点、现在和目标的平面（\(weights) 个权重）：沿路径的损失有"
      )
    case .path:
      say(
        "plane of the main directions of the path (\(weights) weights):",
        "路径主方向的平面（\(weights) 个权重）：沿路径的损失有")
    }
  }

  // MARK: Options

  var noiseOutside: String {
    say("--noise must be a number of 0 or more, such as 0.1.", "--noise 必须是 0 或更大的数，如 0.1。")
  }
  var twoStarts: String {
    say(
      "--init and --seed both set the start; use only one of them.",
      "--init 和 --seed 都设定起点；只能用其中一个。")
  }

  func stepsOutside(_ last: Int) -> String {
    say("--steps must be a number from 0 to \(last).", "--steps 必须是 0 到 \(last) 的数。")
  }
}
