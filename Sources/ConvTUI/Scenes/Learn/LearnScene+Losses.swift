import Drawing
import Model

/// What is said of the run in words and numbers: the losses that the chapter prints, and which loss is
/// which.
extension LearnScene {
  /// What is asked at first, and what a step does; below it, or instead, its sum.
  func purposeLines(_ size: Size, _ words: Words) -> [Line] {
    let sums = updates(width: size.width)
    guard size.height > 1 || sums.isEmpty || now.step == 0 else { return [sums] }
    let purpose = [Span(now.step == 0 ? words.whichKernel : words.whatAStepDoes)]
    let error = [
      Span("   " + Formula.squaredError(settings.reduction, task.target), .secondary)
    ]
    return [(purpose + error).prefix(within: size.width), sums]
  }

  /// The sums of as many weights as have room: at the start the first update, to be worked out, then the
  /// one that was done last.
  private func updates(width: Int) -> Line {
    let isFirst = now.step == history.start
    guard isFirst || task.productsPerStep * history.spacing < 100_000 else { return [] }
    let before = isFirst ? now : history.state(at: now.step - 1)
    let gap = [Span("   ")]
    let all = (0..<weight.elements.count).prefix(4).compactMap { update(of: $0, from: before) }
    return all.dropFirst().reduce(all.first ?? []) { line, next in
      let longer = line + gap + next
      return longer.cellWidth <= width ? longer : line
    }
  }

  /// The update of a weight by gradient descent, `w₀ ← −0.6036 − 0.03·(−36.1198) = 0.4800`; nil where
  /// more than the gradient goes into it.
  private func update(of index: Int, from before: Trainer) -> Line? {
    guard before.optimizer.method == .sgd, before.optimizer.weightDecay == 0 else { return nil }
    let (weight, slope, rate) = (before.weight[index], before.gradient[index], before.learningRate)
    let next = weight - rate * slope
    let isDone = now.step > before.step
    guard weight.isFinite, slope.isFinite else { return nil }
    // What was changed by hand is no result of the sum.
    guard !isDone || abs(now.weight[index] - next) <= 1e-5 * max(1, abs(next)) else { return nil }
    func text(_ number: Float) -> String { NumberText.fixed(number, decimals: 4) }
    let product = NumberText.short(rate) + "·" + (slope < 0 ? "(\(text(slope)))" : text(slope))
    return [
      Span(LearnScene.name(ofWeight: index), role(index)),
      Span(" ← " + text(weight), .text), Span(" − " + product, .text).asResult,
      Span(" = ", .secondary), isDone ? Span(text(next), .strong).asResult : Span("?", .strong),
    ]
  }

  // MARK: The losses that the chapter prints

  /// The loss before each second update, those to come hidden, then what they are.
  func printedLines(_ size: Size, _ words: Words) -> [Line] {
    let meaning = [
      Span(words.epochIs, .secondary), Span(words.epochOfLossNow(now.step), .secondary),
    ].prefix(within: size.width)
    let losses = PrintedLosses(
      length: timeline.length, now: now.step, loss: { printedLoss(of: $0, words) }, words: words)
    return Array([losses.line(width: size.width), meaning].prefix(size.height))
  }

  /// The loss before an update, where it has been done.
  private func printedLoss(of epoch: Int, _ words: Words) -> String {
    guard epoch <= min(now.step, history.end),
      let loss = history.log.series.value(of: .loss, upTo: epoch - 1)
    else { return "?" }
    return words.printed(loss)
  }

  // MARK: The loss now, and how the weights move it

  /// The loss of K, and where there is room, that before the update that made K.
  func lossLine(width: Int, _ words: Words) -> Line {
    let present: Line = [
      Span(words.lossNow + " ", .secondary), Span(words.loss(now.loss), .strong).asResult,
    ]
    guard now.step > 0, let before = history.log.series.value(of: .loss, upTo: now.step - 1) else {
      return present
    }
    let past: Line = [
      Span("   " + words.beforeUpdate(now.step) + " ", .secondary), Span(words.loss(before)),
    ]
    return (present + past).cellWidth + 2 <= width ? present + past : present
  }

  /// How much a thousandth more of a weight changes the loss: of both weights of a pair, else of the
  /// one under the cursor or the one with the steepest slope.
  func nudgeLines(_ words: Words) -> [Line] {
    let gradient = now.gradient
    guard gradient.allSatisfy(\.isFinite) else { return [] }
    let steepest = gradient.indices.max { abs(gradient[$0]) < abs(gradient[$1]) } ?? 0
    let chosen = cursor.map { $0.row * weight.shape.columns + $0.column } ?? steepest
    return (gradient.count <= 2 ? Array(gradient.indices) : [chosen]).map { index in
      let bend = surface?.hessian[index][index] ?? 0
      let change = Double(gradient[index]) * 1e-3 + 0.5 * bend * 1e-6
      return [
        Span(LearnScene.name(ofWeight: index), role(index)),
        Span(" + 0.001 → " + words.loss + " ", .secondary),
        Span(Formula.added(Float(change)), .strong).asResult,
      ]
    }
  }
}
