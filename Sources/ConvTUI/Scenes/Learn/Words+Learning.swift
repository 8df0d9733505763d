import Drawing
import Formats
import Model

/// How well a training does, in words and numbers.
extension Words {
  var learningRate: String { say("learning rate", "学习率") }
  var learningRatePurpose: String { say("how far each step follows the gradient", "每一步沿梯度走多远") }
  var optimizer: String { say("optimizer", "优化器") }
  var optimizerPurpose: String { say("how a gradient becomes a step", "梯度怎样变成一步") }
  var schedule: String { say("schedule", "调度") }
  var schedulePurpose: String {
    say("constant, step:10:0.5 or cosine:100", "constant、step:10:0.5 或 cosine:100")
  }
  var weightDecay: String { say("weight decay", "权重衰减") }
  var weightDecayPurpose: String { say("how strongly each step shrinks the weights", "每一步把权重缩小多少") }
  var reduction: String { say("reduction", "归约") }
  var reductionPurpose: String { say("sum or mean of the squared errors", "平方误差求和或求均值") }

  // MARK: Branches

  var branchTable: [String] {
    [
      "  #", say("from", "起于"), say("steps", "步数"), say("loss", "损失"), say("verdict", "判断"),
      say("changed", "改动"),
    ]
  }
  var noBranch: String {
    say(
      "There is only one branch. To make another, go back to a step and change lr, its schedule, the optimizer or a weight.",
      "只有一个分支。要再建一个，请回到某一步，改变 lr、调度、优化器或一个权重。")
  }

  // MARK: Convergence

  var whyItConverges: String { say("why it converges, or not", "为什么收敛或不收敛") }
  var directionTable: [String] {
    ["λ", say("direction", "方向"), "lr·λ", say("per step", "每步"), say("error now", "现在的误差")]
  }

  func word(_ verdict: Diagnosis.Verdict) -> String {
    switch verdict {
    case .converges: say("converges", "收敛")
    case .oscillates: say("oscillates", "振荡")
    case .plateau: say("plateau", "停滞")
    case .diverges: say("diverges", "发散")
    case .arrived: say("converged", "已收敛")
    case .lost: say("diverged", "已发散")
    }
  }

  /// What a run does and why; a direction and a sum of weights are empty if they have too many numbers.
  func sentence(
    _ diagnosis: Diagnosis, _ convergence: Convergence, steep: String, steepSum: String,
    flat: String
  ) -> String {
    let measured = diagnosis.measured.map(times)
    switch diagnosis.verdict {
    case .lost(let step): return lostNumbers(step: step)
    case .arrived:
      return say(
        "K has converged: its error is as small as single precision allows.",
        "K 已收敛：误差已小到单精度的极限。")
    case .diverges:
      guard let largest = convergence.largestRate else {
        return say(
          "K diverges: \(eachStep(measured))", "K 发散：\(eachStep(measured))")
      }
      return diverges(along: steep, limit: Float(largest))
    case .oscillates(let factor?): return oscillates(Float(factor), steepSum)
    case .oscillates(nil):
      return say(
        "K oscillates: the gradient changed its sign; \(eachStep(measured))",
        "K 振荡：梯度改变了符号；\(eachStep(measured))")
    case .plateau:
      guard let factor = convergence.factor, let flattest = convergence.flattest else {
        return say("K hardly moves: \(eachStep(measured))", "K 几乎不动：\(eachStep(measured))")
      }
      let product = NumberText.short(Float(convergence.learningRate * flattest))
      return say(
        "K hardly moves\(along(flat)): lr·λ is only \(product); \(eachStep(times(factor)))",
        "K 几乎不动\(along(flat))：lr·λ 只有 \(product)；\(eachStep(times(factor)))")
    case .converges:
      if convergence.method == .sgd, let factor = convergence.factor {
        return convergesBy(along: flat, Float(factor))
      }
      return LossSurface.limit(of: convergence.method) == nil
        ? noLimit(convergence.method) : say("K converges.", "K 收敛。")
    }
  }

  private func eachStep(_ factor: String?) -> String {
    factor.map { say("each step makes its error \($0).", "每一步使误差\($0)。") }
      ?? say("its error grows.", "误差增大。")
  }

  /// Before the product that must stay below a limit.
  func rateTimesCurvature(isEstimate: Bool) -> String {
    say("learning rate × curvature ", "学习率 × 曲率 ") + (isEstimate ? "≈ " : "")
  }
  func ofLimit(_ limit: Float) -> String {
    say(" of \(NumberText.short(limit))", "，极限 \(NumberText.short(limit))")
  }

  /// What the step size and the curvature come to, and what that means.
  func rateComesTo(_ convergence: Convergence, limit: Double) -> String {
    let (product, method) = (convergence.product, convergence.method)
    let number = NumberText.fixed(Float(product), decimals: 2)
    let factors = [convergence.learningRate, convergence.steepest].map {
      NumberText.short(Float($0))
    }
    let rate = "\(factors[0]) × \(factors[1])"
    let meaning = say(
      " \(factors[1]) is how strongly the loss curves.", "\(factors[1]) 是损失弯曲的最大程度。")
    let most = NumberText.short(Float(limit))
    if product >= limit {
      return say(
        "\(rate) = \(number), not below \(most): K diverges.",
        "\(rate) = \(number)，不小于 \(most)：K 发散。") + meaning
    }
    let does =
      method == .sgd && product > 1
      ? say("K converges but oscillates", "K 收敛但振荡") : say("K converges", "K 收敛")
    return say(
      "\(rate) = \(number), below \(most): \(does).",
      "\(rate) = \(number)，小于 \(most)：\(does)。") + meaning
  }

  func noLimit(_ method: Optimizer.Method) -> String {
    say(
      "\(name(of: method)) scales its own steps: the learning rate has no limit.",
      "\(name(of: method)) 自己调整步长：学习率没有极限。")
  }

  private func convergesBy(along direction: String, _ factor: Float) -> String {
    say("K converges: ", "K 收敛：") + times(along: direction, factor)
  }

  /// - Parameters:
  ///   - factor: What a step multiplies the error by, less than 0.
  ///   - sum: What that error is of; of the direction in which the loss is steepest where it is empty.
  private func oscillates(_ factor: Float, _ sum: String) -> String {
    let factor = NumberText.fixed(factor, decimals: 2)
    return sum.isEmpty
      ? say(
        "K oscillates: where the loss is steepest, each step multiplies the error by \(factor).",
        "K 振荡：在损失最陡的方向，每一步把误差乘以 \(factor)。")
      : say(
        "K oscillates: each step multiplies the error of \(sum) by \(factor).",
        "K 振荡：每一步把 \(sum) 的误差乘以 \(factor)。")
  }

  private func times(along direction: String, _ factor: Float) -> String {
    let number = NumberText.fixed(factor, decimals: 2)
    return say(
      "each step makes its error\(along(direction)) \(number) times as large.",
      "每一步使误差\(along(direction))变为 \(number) 倍。")
  }

  private func diverges(along direction: String, limit: Float) -> String {
    say(
      "K diverges\(along(direction)): lr must be below \(NumberText.short(limit)).",
      "K 发散\(along(direction))：lr 必须小于 \(NumberText.short(limit))。")
  }

  func along(_ direction: String) -> String {
    direction.isEmpty ? "" : say(" along \(direction)", "（沿 \(direction)）")
  }

  func lostNumbers(step: Int) -> String {
    say(
      "K has diverged: from step \(step) on the loss is too large for single precision.",
      "K 已发散：从第 \(step) 步起，损失超出单精度的范围。")
  }

  func computing(_ step: Int) -> String { say("computing: step \(step)", "正在计算：第 \(step) 步") }

  func curvatures(_ convergence: Convergence) -> [String] {
    let steepest = NumberText.short(Float(convergence.steepest))
    guard let flattest = convergence.flattest, let condition = convergence.conditionNumber,
      let best = convergence.bestRate, let factor = convergence.bestFactor
    else {
      return [
        convergence.isEstimate
          ? say(
            "λmax ≈ \(steepest): estimated by power iteration, because there are too many curvatures to compute",
            "λmax ≈ \(steepest)：用幂迭代估计，因为曲率太多，无法全部计算")
          : say("λmax \(steepest): the loss is flat", "λmax \(steepest)：损失是平的")
      ]
    }
    return [
      say(
        "λmin \(NumberText.short(Float(flattest)))   λmax \(steepest)   "
          + "condition number \(NumberText.short(Float(condition)))",
        "λmin \(NumberText.short(Float(flattest)))   λmax \(steepest)   条件数 \(NumberText.short(Float(condition)))"
      ),
      say(
        "best fixed lr 2/(λmin + λmax) = \(NumberText.short(Float(best))): "
          + "\(times(factor)) per step",
        "最佳固定 lr 2/(λmin + λmax) = \(NumberText.short(Float(best)))：每步 \(times(factor))"),
    ]
  }

  /// The factor per step that the curvatures predict, and the measured one.
  func speed(_ convergence: Convergence, _ diagnosis: Diagnosis) -> String? {
    let words = [
      convergence.factor.map { say("in the long run \(times($0))", "长期为 \(times($0))") },
      diagnosis.measured.map {
        let steps = diagnosis.window
        return say(
          steps == 1 ? "in the last step \(times($0))" : "in the last \(steps) steps \(times($0))",
          "最近 \(steps) 步为 \(times($0))")
      },
    ].compactMap { $0 }
    return words.isEmpty
      ? nil : say("error per step: " + list(words), "每步的误差：" + list(words))
  }

  /// A factor with enough decimals to tell it from 1.
  private func times(_ factor: Double) -> String {
    guard factor < 1e4 else { return "×" + NumberText.short(Float(factor)) }
    return "×" + NumberText.fixed(Float(factor), decimals: abs(1 - factor) < 0.002 ? 6 : 3)
  }
}
