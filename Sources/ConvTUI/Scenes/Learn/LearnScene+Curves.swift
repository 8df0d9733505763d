import Drawing
import Model

extension LearnScene {
  /// The loss and the weights, below or beside each other.
  func drawCurves(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let isHigh = rect.height * 2 > rect.width || rect.width < LearnScene.leastForBoth
    let size = Size(
      width: isHigh ? rect.width - 1 : rect.width / 2 - 2,
      height: isHigh ? rect.height / 2 : rect.height)
    let charts = [lossChart(look), weightChart(width: size.width - 6, look.words)]
    for (index, chart) in charts.enumerated() {
      let place = Rect(
        row: rect.row + (isHigh ? index * size.height : 0),
        column: rect.column + (isHigh ? 0 : index * (rect.width / 2)), width: size.width,
        height: size.height)
      chart.draw(into: &frame, in: place, look)
    }
  }

  /// The columns in which both have room beside each other.
  private static let leastForBoth = 40

  /// The branches besides the one that is shown, with their numbers.
  var others: [(number: Int, branch: BranchTree<Trainer>.Branch)] {
    branches.enumerated().filter { $0.offset != current }.map { ($0.offset + 1, $0.element) }
  }

  /// What was changed and where, in words.
  func name(of branch: BranchTree<Trainer>.Branch, _ words: Words) -> String {
    words.name(of: branch, in: task.targetKernel.shape)
  }

  /// Up to the step that is looked at: curves do not depend on what was seen before. Other branches
  /// are dotted, from where they leave, and carry their number. A hidden loss is not drawn yet.
  func lossChart(_ look: Look) -> LineChart {
    let words = look.words
    let others = self.others.map { number, branch in
      LineChart.Curve(
        branch.history.log.series, .loss, role: .secondary, name: "\(number)", isDotted: true)
    }
    let number = branches.count > 1 ? "\(current + 1)" : ""
    let about =
      branches.count > 1
      ? [Span(" \(number) ", LearnScene.lossCurve), Span(name(of: branch, words), .secondary)]
      : [Span(words.logarithmic, .secondary)]
    return LineChart(
      title: [Span(words.loss + " ", .strong)] + about,
      curves: others + [
        LineChart.Curve(
          history.log.series, .loss, upTo: look.hidesResults ? now.step - 1 : now.step,
          role: LearnScene.lossCurve, name: number)
      ],
      reach: reach.losses, isLogarithmic: true, length: timeline.length, position: timeline.step,
      marks: rateChanges)
  }

  /// No colour of a sign: a loss has none.
  private static let lossCurve = Role.accent

  /// The steps at which the learning rate changes; if it changes often, only the changes by hand.
  private var rateChanges: [Int] {
    let (rates, marks) = (history.log.series[.learningRate], history.log.marks)
    let steps = zip(history.log.series.steps, rates.indices).filter { step, index in
      step <= now.step && index > 0 && rates[index] != rates[index - 1]
    }.map(\.0)
    return steps.count * 3 > now.step + 2 && steps.count > marks.count
      ? marks.filter(steps.contains) : steps
  }

  private func weightChart(width: Int, _ words: Words) -> LineChart {
    let count = task.targetKernel.shape.count
    let names =
      count > 2
      ? [Span(" \(count)", .secondary)]
      : (0..<count).flatMap { index in
        let (name, goal) = (LearnScene.name(ofWeight: index), task.targetKernel.elements[index])
        return [Span("  " + name, role(index))]
          + (tellsGoals
            ? [Span(" → ", .secondary), Span(Formula.signed(goal), Role(signOf: goal))] : [])
      }
    let title = [Span(words.weights, .strong)]
    // With more weights the curves of other branches would hide those of this one.
    let dotted =
      count > 2
      ? []
      : others.flatMap { _, branch in
        (0..<count).map {
          LineChart.Curve(
            branch.history.log.series, .weight($0), role: .secondary, name: "", isDotted: true)
        }
      }
    var chart = LineChart(
      title: (title + names).cellWidth <= width ? title + names : title,
      curves: dotted
        + (0..<now.curveCount).map {
          LineChart.Curve(
            history.log.series, .weight($0), upTo: now.step, role: role($0),
            name: LearnScene.name(ofWeight: $0))
        },
      goals: Set(task.targetKernel.elements.prefix(now.curveCount)).sorted(),
      reach: reach.weights,
      length: timeline.length, position: timeline.step, marks: rateChanges)
    chart.showsGoals = tellsGoals
    return chart
  }

  /// Whether it is said which weights are looked for: at the end of the run.
  private var tellsGoals: Bool { now.step > 0 && now.step >= timeline.length }

  static func name(ofWeight index: Int) -> String {
    "w" + String(String(index).map { Array("₀₁₂₃₄₅₆₇₈₉")[$0.wholeNumberValue ?? 0] })
  }

  /// The role of a weight's curve: of two each keeps its own, which is that of no sign; of more it tells the
  /// sign at the step on the screen.
  private func role(_ index: Int) -> Role {
    weight.elements.count > 2 ? Role(signOf: now.weight[index]) : .curve(2 + index)
  }

  /// The branches beside each other in numbers: those around the one that is shown where not all
  /// fit.
  func branchLines(_ size: Size, _ words: Words) -> [Line] {
    let count = min(branches.count, max(0, size.height - 2))
    let first = max(0, min(branches.count - count, current - count / 2))
    let rows = branches.indices.dropFirst(first).prefix(count).map { index in
      let (branch, history) = (branches[index], branches[index].history)
      let last = Diagnosis(
        of: history, at: history.end, surface, convergence(history.last.optimizer))
      return [
        (index == current ? "▸ " : "  ") + "\(index + 1)", "\(branch.from ?? 0)", "\(history.end)",
        NumberText.short(history.last.loss), words.word(last.verdict),
        words.changes(of: branch, in: task.targetKernel.shape),
      ]
    }
    return .table(
      [words.branchTable] + rows, width: size.width,
      role: { $0 == 0 ? .secondary : first + $0 - 1 == current ? .strong : .text })
  }
}
