import Glibc

/// What a run does at one step, named, with the numbers that say why.
public struct Diagnosis: Hashable, Sendable {
  public enum Verdict: Hashable, Sendable {
    case converges
    /// Converges, but the error changes its side: by its factor a step, or nil where only seen.
    case oscillates(Double?)
    /// Hardly moves.
    case plateau
    case diverges
    /// As near to the minimum as single precision comes.
    case arrived
    /// The loss left single precision at this step.
    case lost(step: Int)
  }

  public let verdict: Verdict
  /// The factor a step on the error, seen over the last steps since something was changed; nil
  /// where nothing was seen or could be compared.
  public let measured: Double?
  /// The steps over which it was measured.
  public let window: Int

  /// The most steps over which a factor is measured.
  static let longestWindow = 10
  /// A factor a step this near to 1 hardly moves: more than 340 steps halve the error.
  static let plateau = 0.998

  /// Looks at a run after `step` updates.
  ///
  /// The error is the distance from the minimum where the surface is known, else the gradient's
  /// length, which shrinks by the same factor.
  public init(
    of run: History<Trainer>, at step: Int, _ surface: LossSurface?, _ convergence: Convergence
  ) {
    let now = run.state(at: step)
    func size(_ trainer: Trainer) -> Double {
      let error = surface?.error(of: trainer) ?? trainer.gradient.map(Double.init)
      return error.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
    func rate(_ step: Int) -> Float? { run.log.series.value(of: .learningRate, upTo: step) }
    var begin = step
    while begin > 0, step - begin < Diagnosis.longestWindow, !run.log.marks.contains(begin),
      rate(begin - 1) == rate(step)
    { begin -= 1 }
    window = step - begin
    let (error, before) = (size(now), size(run.state(at: begin)))
    let length = now.weight.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
    let isKnown = surface != nil
    let hasArrived = isKnown ? error <= 1e-5 * length : error == 0
    measured =
      window > 0 && before > 0 && error > 0 && error.isFinite && !hasArrived
      ? pow(error / before, 1 / Double(window)) : nil

    let slowest = convergence.flattest.flatMap(convergence.factor(along:)).map(abs)
    let losses = zip(run.log.series.steps, run.log.series[.loss])
    if let lost = losses.first(where: { !$1.isFinite })?.0, lost <= step {
      verdict = .lost(step: lost)
    } else if let largest = convergence.largestRate, convergence.learningRate >= largest {
      verdict = .diverges
    } else if hasArrived {
      verdict = .arrived
    } else if measured ?? slowest ?? 0 > Diagnosis.plateau,
      slowest ?? measured ?? 0 > Diagnosis.plateau
    {
      // A method without a limit to its rate is judged by what it did.
      let grows = slowest == nil && convergence.largestRate == nil && (measured ?? 0) > 1.01
      verdict = grows ? .diverges : .plateau
    } else if convergence.method == .sgd, convergence.product > 1 {
      verdict = .oscillates(1 - convergence.product)
    } else if Diagnosis.turned(run, max(begin, step - 2)...step) {
      verdict = .oscillates(nil)
    } else {
      verdict = .converges
    }
  }

  /// Whether the gradient of some step points away from the gradient of the step before.
  private static func turned(_ run: History<Trainer>, _ steps: ClosedRange<Int>) -> Bool {
    let gradients = steps.map { run.state(at: $0).gradient }
    return zip(gradients, gradients.dropFirst()).contains { before, now in
      let products = zip(before, now).map { Double($0) * Double($1) }
      return products.reduce(0, +) < 0
    }
  }
}
