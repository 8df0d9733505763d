import Glibc

/// How the learning rate changes with the steps, as PyTorch's schedulers of these names do.
public enum Schedule: Hashable, Sendable {
  case constant
  /// `StepLR`: multiplies by γ every N steps.
  case step(every: Int, factor: Float)
  /// `CosineAnnealingLR`: half a cosine down to 0 in N steps, and up again in N steps.
  ///
  /// Source: Loshchilov and Hutter, *SGDR* (2017), arXiv:1608.03983.
  case cosine(steps: Int)

  /// The learning rate of the update that follows `step` updates.
  ///
  /// - Precondition: A schedule's number of steps is at least 1.
  public func rate(_ base: Float, step: Int) -> Float {
    switch self {
    case .constant: base
    case .step(let every, let factor):
      Float(Double(base) * pow(Double(factor), Double(step / every)))
    case .cosine(let steps):
      Float(Double(base) * (1 + cos(.pi * Double(step) / Double(steps))) / 2)
    }
  }
}
