import Drawing
import Model

/// What is said of the run in words and numbers: the losses that the chapter prints, and which loss is
/// which.
extension LearnScene {
  /// What each step does, with the numbers of the next one where these say it, and what the loss is.
  func purposeLine(width: Int, _ words: Words) -> Line {
    let error = [
      Span("   " + Formula.squaredError(settings.reduction, task.target), .secondary)
    ]
    guard let first = update(of: 0) else {
      return ([Span(words.whatAStepDoes)] + error).prefix(within: width)
    }
    let gap = [Span("   ")]
    let others = (1..<weight.elements.count).prefix(3).compactMap(update).map { gap + $0 }
    let start = [Span(words.whatAStepDoesTo)] + gap + first
    let all = start + others.joined() + error
    return all.cellWidth <= width ? all : (start + error).prefix(within: width)
  }

  /// The next update of a weight, `w₀ ← 0.2621 − 0.03·(−19.6550) = 0.8518`, by gradient descent; nil
  /// where more than the gradient goes into it.
  private func update(of index: Int) -> Line? {
    guard now.optimizer.method == .sgd, now.optimizer.weightDecay == 0,
      now.step < timeline.length
    else { return nil }
    let (weight, slope, rate) = (now.weight[index], now.gradient[index], now.learningRate)
    guard weight.isFinite, slope.isFinite else { return nil }
    func text(_ number: Float) -> String { NumberText.fixed(number, decimals: 4) }
    let product = NumberText.short(rate) + "·" + (slope < 0 ? "(\(text(slope)))" : text(slope))
    return [
      Span(LearnScene.name(ofWeight: index), Role(signOf: weight)),
      Span(" ← " + text(weight), .text), Span(" − " + product, .text).asResult,
      Span(" = ", .secondary), Span(text(weight - rate * slope), .strong).asResult,
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
        Span(LearnScene.name(ofWeight: index), Role(signOf: now.weight[index])),
        Span(" + 0.001 → " + words.loss + " ", .secondary),
        Span(Formula.added(Float(change)), .strong).asResult,
      ]
    }
  }
}
