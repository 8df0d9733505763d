/// A training with its whole past: every step can be looked at again.
///
/// States are kept up to a bound of memory. Past it every second one is given up, and those in
/// between are computed anew from the one before: the same numbers, since a step is deterministic.
public struct Run: Sendable {
  /// The loss after 0, 1, 2 … updates.
  public private(set) var losses: [Float]
  /// The learning rate of the update that follows each step.
  public private(set) var rates: [Float]
  /// The furthest state.
  public private(set) var last: Trainer
  /// The steps at which something was changed by hand.
  public private(set) var changes: [Int] = []

  /// How many weights have a curve.
  public let curveCount: Int
  private var curves: [Float]
  /// Changes are pinned.
  private var kept: Thinned<Trainer>

  /// - Parameters:
  ///   - curveCount: The weights, from the first, whose value at every step is kept.
  ///   - memory: The bytes that kept states may take; 4 MiB hold every step of a small kernel.
  public init(from start: Trainer, curveCount: Int = 12, memory: Int = 4 << 20) {
    last = start
    losses = [start.loss]
    rates = [start.learningRate]
    self.curveCount = min(curveCount, start.weight.count)
    curves = Array(start.weight.prefix(self.curveCount))
    kept = Thinned(capacity: max(8, memory / start.byteCount - 1))
    kept.pin(start, at: start.step)
  }

  /// The updates done.
  public var steps: Int { losses.count - 1 }
  public var keptCount: Int { kept.count }
  /// The distance between the steps whose states are at hand.
  public var spacing: Int { kept.spacing }

  /// One weight after 0 … `step` updates.
  public func curve(ofWeight index: Int, upTo step: Int) -> [Float] {
    (0...min(step, steps)).map { curves[$0 * curveCount + index] }
  }

  /// Makes one more step.
  public mutating func advance() {
    last.advance()
    losses.append(last.loss)
    rates.append(last.learningRate)
    curves += last.weight.prefix(curveCount)
    kept.append(last, at: last.step)
  }

  /// The state after `step` updates.
  ///
  /// - Complexity: At most `spacing` steps.
  public func state(at step: Int) -> Trainer {
    precondition((0...steps).contains(step))
    guard step < last.step, var state = kept.last(upTo: step) else { return last }
    while state.step < step { state.advance() }
    return state
  }

  /// The run up to a step, changed there; its future begins anew.
  public func branched(at step: Int, _ change: (inout Trainer) -> Void) -> Run {
    var branch = self
    branch.last = state(at: step)
    change(&branch.last)
    precondition(branch.last.step == step)
    branch.losses.replaceSubrange(step..., with: [branch.last.loss])
    branch.rates.replaceSubrange(step..., with: [branch.last.learningRate])
    branch.curves.replaceSubrange(
      (step * curveCount)..., with: branch.last.weight.prefix(curveCount))
    branch.kept.pin(branch.last, at: step)
    branch.changes.removeAll { $0 >= step }
    branch.changes.append(step)
    return branch
  }
}
