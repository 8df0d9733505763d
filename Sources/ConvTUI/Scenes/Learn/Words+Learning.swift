import Drawing
import Formats
import Model

/// How well a training does, in words and numbers.
extension Words {
  var learningRate: String { "learning rate" }
  var learningRatePurpose: String { "how far each step follows the gradient" }
  var optimizer: String { "optimizer" }
  var optimizerPurpose: String { "how a gradient becomes a step" }
  var schedule: String { "schedule" }
  var schedulePurpose: String { "constant, step:10:0.5 or cosine:100" }
  var weightDecay: String { "weight decay" }
  var weightDecayPurpose: String { "how strongly each step shrinks the weights" }
  var reduction: String { "reduction" }
  var reductionPurpose: String { "sum or mean of the squared errors" }

  // MARK: Branches

  var branchTable: [String] { ["  #", "from", "steps", "loss", "verdict", "changed"] }
  var noBranch: String {
    "There is only one branch. To make another, go back to a step and change lr, its schedule, the optimizer or a weight."
  }

  // MARK: Convergence

  var whyItConverges: String { "why it converges, or not" }
  var directionTable: [String] { ["λ", "direction", "lr·λ", "per step", "error now"] }

  func word(_ verdict: Diagnosis.Verdict) -> String {
    switch verdict {
    case .converges: "converges"
    case .oscillates: "oscillates"
    case .plateau: "plateau"
    case .diverges: "diverges"
    case .arrived: "converged"
    case .lost: "diverged"
    }
  }

  /// What a run does and why; a direction is empty if it has too many numbers.
  func sentence(
    _ diagnosis: Diagnosis, _ convergence: Convergence, steep: String, flat: String
  ) -> String {
    let measured = diagnosis.measured.map { "\(times($0)) per step" }
    switch diagnosis.verdict {
    case .lost(let step): return lostNumbers(step: step)
    case .arrived: return "converged: the error is as small as single precision allows"
    case .diverges:
      guard let largest = convergence.largestRate else {
        return "diverges: the error grows \(measured ?? "")"
      }
      return diverges(along: steep, limit: Float(largest))
    case .oscillates(let factor?): return oscillates(along: steep, Float(factor))
    case .oscillates(nil):
      return
        "oscillates: the gradient changed direction\(measured.map { "; error \($0)" } ?? "")"
    case .plateau:
      guard let factor = convergence.factor, let flattest = convergence.flattest else {
        return "plateau: the error changes only \(measured ?? "")"
      }
      return "plateau\(along(flat)): lr·λ is only "
        + "\(NumberText.short(Float(convergence.learningRate * flattest))), \(times(factor)) per step"
    case .converges:
      if convergence.method == .sgd, let factor = convergence.factor {
        return convergesBy(along: flat, Float(factor))
      }
      return LossSurface.limit(of: convergence.method) == nil
        ? noLimit(convergence.method) : converges
    }
  }

  func ofLimit(_ limit: Float) -> String {
    " of \(NumberText.short(limit))"
  }

  var converges: String { "converges" }

  func noLimit(_ method: Optimizer.Method) -> String {
    "\(name(of: method)) scales its own steps: lr·λmax has no limit"
  }

  func convergesBy(along direction: String, _ factor: Float) -> String {
    "converges; the error\(along(direction)) shrinks ×\(NumberText.fixed(factor, decimals: 2)) per step"
  }

  func oscillates(along direction: String, _ factor: Float) -> String {
    "converges but oscillates\(along(direction)): ×\(NumberText.fixed(factor, decimals: 2)) per step"
  }

  func diverges(along direction: String, limit: Float) -> String {
    "diverges\(along(direction)): lr must be below \(NumberText.short(limit))"
  }

  func along(_ direction: String) -> String {
    direction.isEmpty ? "" : " along \(direction)"
  }

  func lostNumbers(step: Int) -> String {
    "diverged: from step \(step) on the loss is too large for single precision"
  }

  func computing(_ step: Int) -> String { "computing: step \(step)" }

  func curvatures(_ convergence: Convergence) -> [String] {
    let steepest = NumberText.short(Float(convergence.steepest))
    guard let flattest = convergence.flattest, let condition = convergence.conditionNumber,
      let best = convergence.bestRate, let factor = convergence.bestFactor
    else {
      return [
        convergence.isEstimate
          ? "λmax ≈ \(steepest): estimated by power iteration, because there are too many curvatures to compute"
          : "λmax \(steepest): the loss is flat"
      ]
    }
    return [
      "λmin \(NumberText.short(Float(flattest)))   λmax \(steepest)   "
        + "condition number \(NumberText.short(Float(condition)))",
      "best fixed lr 2/(λmin + λmax) = \(NumberText.short(Float(best))): "
        + "\(times(factor)) per step",
    ]
  }

  /// The factor per step that the curvatures predict, and the measured one.
  func speed(_ convergence: Convergence, _ diagnosis: Diagnosis) -> String? {
    let words = [
      convergence.factor.map { "predicted \(times($0))" },
      diagnosis.measured.map { "measured \(times($0))" },
    ].compactMap { $0 }
    return words.isEmpty ? nil : "error per step: " + words.joined(separator: ", ")
  }

  /// A factor with enough decimals to tell it from 1.
  private func times(_ factor: Double) -> String {
    guard factor < 1e4 else { return "×" + NumberText.short(Float(factor)) }
    return "×" + NumberText.fixed(Float(factor), decimals: abs(1 - factor) < 0.002 ? 6 : 3)
  }
}
