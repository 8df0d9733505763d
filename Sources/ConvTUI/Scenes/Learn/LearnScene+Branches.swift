import Drawing
import Formats
import Model

extension LearnScene {
  /// The branches, at least one.
  var branches: [BranchTree<Trainer>.Branch] { tree.branches }
  /// The place of the branch that is shown.
  var current: Int { tree.current }
  var branch: BranchTree<Trainer>.Branch { tree.branch }
  /// The past of the branch that is shown.
  var history: History<Trainer> { tree.history }

  /// Changes the run at the step that is looked at.
  mutating func change(_ change: ManualChange, _ words: Words) -> Response {
    do throws(TooManyBranches) {
      try make(change)
      return .done
    } catch {
      return .refused(words.sentence(error))
    }
  }

  mutating func make(_ change: ManualChange) throws(TooManyBranches) {
    let step = now.step
    try tree.change(change)
    timeline.stop()
    timeline.go(toStep: step)
    follow()
    planAnew()
  }

  /// Shows a branch at the same step; after the last one comes the first.
  mutating func show(branch: Int, _ words: Words) -> Response {
    guard branches.count > 1 else { return .refused(words.noBranch) }
    tree.show((branch + branches.count) % branches.count)
    timeline.stop()
    follow()
    planAnew()
    return .done
  }

  /// The same task from the start; other branches go.
  mutating func restart(_ settings: Settings) {
    timeline.stop()
    timeline.go(toStep: 0)
    timeline.length = steps
    startSettings = settings
    tree.restart(from: History(from: task.trainer(settings)))
    follow()
    planAnew()
  }

  // MARK: The cursor in the kernel

  mutating func move(_ direction: Direction) {
    guard let cursor else { return }
    self.cursor = Block(weight.shape).clamp(direction.moved(cursor))
  }

  /// Asks for the value of the weight under the cursor.
  mutating func edit() -> Response {
    let at = cursor ?? .zero
    cursor = at
    return .asks(
      Prompt(
        .edit, Formula.cell("K", at) + " =",
        present: NumberList.text(of: weight[at.row, at.column])))
  }

  mutating func clickOnRun(_ point: Point, in rect: Rect, _ look: Look) {
    guard let weights = placedWeights(in: areas(in: rect, look), look) else { return }
    cursor = weights.cellOfKernel(at: point)
  }
}
