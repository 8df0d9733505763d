import Drawing
import Model

/// What is said of the run in words and numbers: the losses that the chapter prints, and which loss is
/// which.
extension LearnScene {
  /// What each step does, and what the loss is.
  func purposeLine(width: Int, _ words: Words) -> Line {
    [
      Span(words.whatAStepDoes),
      Span("   " + Formula.squaredError(settings.reduction, task.target), .secondary),
    ].prefix(within: width)
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
