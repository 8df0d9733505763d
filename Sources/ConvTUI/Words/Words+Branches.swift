import Drawing
import Formats
import Model

/// Sentences and labels about the branches of a training.
extension Words {
  func sentence(_ error: TooManyBranches) -> String {
    "There are already \(error.most) branches, the maximum; r starts again with the current settings."
  }

  /// What was changed, and where: "lr 0.034 at 3".
  func name(of branch: BranchTree<Trainer>.Branch, in kernel: Shape) -> String {
    branch.firstChanges.isEmpty
      ? "start" : changes(of: branch, in: kernel) + " at \(branch.from ?? 0)"
  }

  func changes(of branch: BranchTree<Trainer>.Branch, in kernel: Shape) -> String {
    branch.firstChanges.isEmpty
      ? "–" : branch.firstChanges.map { name(of: $0, in: kernel) }.joined(separator: ", ")
  }

  /// - Parameter kernel: The shape of the kernel whose weights are meant; nil where there are many.
  func name(of change: ManualChange, in kernel: Shape? = nil) -> String {
    switch change {
    case .rate(let rate): self.rate(rate)
    case .schedule(let schedule): "schedule \(ScheduleNotation.text(of: schedule))"
    case .method(let method): name(of: method)
    case .weight(let index, let value):
      "\(name(ofWeight: index, in: kernel)) = \(NumberText.short(value))"
    case .weights(let values) where values.count == 2:
      "K = (\(values.map(NumberText.short).joined(separator: ", ")))"
    case .weights: "K from the surface"
    }
  }

  private func name(ofWeight index: Int, in kernel: Shape?) -> String {
    guard let kernel else { return "w\(index)" }
    return Formula.cell(
      "K", Position(row: index / kernel.columns, column: index % kernel.columns))
  }
}
