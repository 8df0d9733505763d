import Drawing
import Formats
import Model

/// Sentences and labels about the branches of a training.
extension Words {
  func sentence(_ error: TooManyBranches) -> String {
    say(
      "There are already \(error.most) branches, the maximum; r starts again with the current settings.",
      "已有 \(error.most) 个分支，这是上限；r 用当前设置重新开始。")
  }

  /// What was changed, and where: "lr 0.034 at 3".
  func name(of branch: BranchTree<Trainer>.Branch, in kernel: Shape) -> String {
    branch.firstChanges.isEmpty
      ? say("start", "开始")
      : say(
        changes(of: branch, in: kernel) + " at \(branch.from ?? 0)",
        "第 \(branch.from ?? 0) 步 " + changes(of: branch, in: kernel))
  }

  func changes(of branch: BranchTree<Trainer>.Branch, in kernel: Shape) -> String {
    branch.firstChanges.isEmpty
      ? "–" : list(branch.firstChanges.map { name(of: $0, in: kernel) })
  }

  /// - Parameter kernel: The shape of the kernel whose weights are meant; nil where there are many.
  func name(of change: ManualChange, in kernel: Shape? = nil) -> String {
    switch change {
    case .rate(let rate): self.rate(rate)
    case .schedule(let schedule):
      say(
        "schedule \(ScheduleNotation.text(of: schedule))",
        "调度 \(ScheduleNotation.text(of: schedule))")
    case .method(let method): name(of: method)
    case .weight(let index, let value):
      "\(name(ofWeight: index, in: kernel)) = \(NumberText.short(value))"
    case .weights(let values) where values.count == 2:
      "K = (\(values.map(NumberText.short).joined(separator: ", ")))"
    case .weights: say("K from the surface", "K 取自损失曲面")
    }
  }

  private func name(ofWeight index: Int, in kernel: Shape?) -> String {
    guard let kernel else { return "w\(index)" }
    return Formula.cell(
      "K", Position(row: index / kernel.columns, column: index % kernel.columns))
  }
}
