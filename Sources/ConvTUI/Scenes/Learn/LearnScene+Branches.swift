import Drawing
import Model

extension LearnScene {
  /// Changes the run at the step that is looked at.
  ///
  /// The new future is a branch of its own; only where no future was computed yet, so that nothing
  /// is lost, the present branch itself is changed.
  mutating func change(_ change: LearnBranch.Change) -> Response {
    let (step, decay, columns) = (now.step, settings.weightDecay, weight.shape.columns)
    let changed = run.branched(at: step) { trainer in
      switch change {
      case .rate(let rate): trainer.learningRate = rate
      case .schedule(let schedule): trainer.schedule = schedule
      case .method(let method):
        trainer.change(
          to: Optimizer(method, learningRate: trainer.learningRate, weightDecay: decay))
      case .weight(let at, let value):
        trainer.setWeight(at.rows * columns + at.columns, to: value)
      case .weights(let values): trainer.setWeights(values)
      }
    }
    if branch.from == step, run.steps == step {
      branches[current] = branch.changed(by: change, at: step, changed)
    } else {
      guard branches.count < LearnBranch.most else {
        return .refused(Text.tooManyBranches(LearnBranch.most))
      }
      branches.append(branch.changed(by: change, at: step, changed))
      current = branches.count - 1
    }
    timeline.stop()
    timeline.go(toStep: step)
    follow()
    return .done
  }

  /// Shows the next branch at the same step.
  mutating func showNextBranch() -> Response {
    guard branches.count > 1 else { return .refused(Text.noBranch) }
    current = (current + 1) % branches.count
    timeline.stop()
    follow()
    return .done
  }

  /// The same task from the start, by the settings of the present branch; other branches go.
  mutating func restart() {
    timeline.stop()
    timeline.go(toStep: 0)
    timeline.length = steps
    branches = [LearnBranch(settings: settings, run: Run(from: task.trainer(settings)))]
    current = 0
    follow()
  }

  // MARK: The cursor in the kernel

  mutating func move(_ direction: Direction) {
    guard let cursor else { return }
    self.cursor = Block(weight.shape).clamp(direction.moved(cursor))
  }

  /// Asks for the value of the weight under the cursor.
  mutating func edit() -> Response {
    let at = cursor ?? Position(0)
    cursor = at
    return .asks(Prompt(.edit, Text.cell("K", at) + " ="))
  }

  mutating func clickOnRun(_ point: Point, in rect: Rect, _ look: Look) {
    guard let area = areas(in: rect, look).weights else { return }
    let hit = weightsBoard(in: area).placed(in: area, look).hit(point)
    cursor = hit.flatMap { hit in
      hit.pane == 0 && Block(weight.shape).contains(hit.at.rows, hit.at.columns) ? hit.at : nil
    }
  }
}
