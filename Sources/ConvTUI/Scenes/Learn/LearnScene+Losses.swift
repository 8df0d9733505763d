import Drawing
import Model

/// What is said of the run in words and numbers: the losses that the chapter prints, and which loss is
/// which.
extension LearnScene {
  /// What is asked at first, then what a step does, with the loss.
  func purposeLines(_ size: Size, _ look: Look) -> [Line] {
    let words = look.words
    let target = task.targetKernel.elements
    let isFound =
      now.step == timeline.length && target.count <= 4
      && zip(weight.elements, target).allSatisfy { abs($0 - $1) < LearnScene.close }
    // A lesson asks by itself, also on paper, which has no keys.
    let asks = now.step == 0 && !look.isInLesson
    let purpose = [
      Span(asks ? words.whichKernel : isFound ? words.kernelFound(target) : words.whatAStepDoes)
    ]
    let error = [
      Span("   " + Formula.squaredError(settings.reduction, task.target), .secondary)
    ]
    return [(purpose + error).prefix(within: size.width)]
  }

  /// How far a weight is from its target where it is said to be close.
  private static let close: Float = 0.1

  /// The sums of the next update, to be worked out from the weights and the gradient on the screen: of as
  /// many weights as two lines hold.
  func updateLines(width: Int, _ words: Words) -> [Line] {
    let all = (0..<min(4, weight.elements.count)).compactMap { update(of: $0, words) }
    var lines: [Line] = []
    for sum in all where sum.cellWidth <= width {
      if let last = lines.last, width >= LearnScene.leastForTwo,
        last.cellWidth + 3 + sum.cellWidth <= width
      {
        lines[lines.count - 1] = last + [Span("   ")] + sum
      } else if lines.count < 2 {
        lines.append(sum)
      }
    }
    guard now.step >= timeline.length else { return lines }
    // After the last step there is none: their room tells what the chapter prints.
    return [[Span(words.epochPrints, .secondary)]]
      .folded(to: Size(width: width, height: lines.count)).padded(to: lines.count)
  }

  /// The width in which the longest of two sums stand beside each other.
  private static let leastForTwo = 84

  /// The next update of a weight by gradient descent, `next w₀ = −0.6036 − 0.03·(−36.1198) = ?`; nil where
  /// more than the gradient goes into it.
  private func update(of index: Int, _ words: Words) -> Line? {
    guard now.optimizer.method == .sgd, now.optimizer.weightDecay == 0 else { return nil }
    let (weight, slope) = (now.weight[index], now.gradient[index])
    guard weight.isFinite, slope.isFinite else { return nil }
    func text(_ number: Float) -> String { NumberText.fixed(number, decimals: 4) }
    let product =
      NumberText.short(now.learningRate) + "·" + (slope < 0 ? "(\(text(slope)))" : text(slope))
    return [
      Span(words.next + " ", .secondary), Span(LearnScene.name(ofWeight: index), .strong),
      Span(" = " + text(weight)), Span(" − " + product).asResult, Span(" = ", .secondary),
      Span("?", .strong),
    ]
  }

  // MARK: The losses that the chapter prints

  /// The loss before each second update, those to come hidden, then what they are.
  func printedLines(_ size: Size, _ look: Look) -> [Line] {
    // A lesson that has not begun to learn has no loss to tell of.
    guard !(look.withholdsFormulas && look.hidesResults && now.step == 0) else { return [] }
    // What is hidden of the loss now is not told here.
    let epoch = look.hidesResults ? now.step : now.step + 1
    let isTold =
      now.step >= timeline.length && !look.withholdsFormulas
      && !updateLines(width: size.width, look.words).isEmpty
    let meaning: Line =
      isTold ? [] : [Span(look.words.epochPrints, .secondary)].prefix(within: size.width)
    let losses = PrintedLosses(
      length: timeline.length, now: epoch,
      loss: { $0 > epoch ? "?" : printedLoss(of: $0, look.words) }, words: look.words)
    let line = losses.line(width: size.width)
    // What the line below says has room behind the losses too.
    let isMeant = size.height == 1 && !isTold && !line.isEmpty
    let remark = isMeant ? [Span(look.words.eachBeforeItsStep, .secondary)] : []
    return Array([[line, remark].inOneLine(within: size.width), meaning].prefix(size.height))
  }

  /// The loss before an update, as far as it is known.
  private func printedLoss(of epoch: Int, _ words: Words) -> String {
    guard epoch <= history.end + 1,
      let loss = history.log.series.value(of: .loss, upTo: epoch - 1)
    else { return "?" }
    return words.printed(loss)
  }

  // MARK: The loss now, and how the weights move it

  /// The loss of K.
  func lossLine(width: Int, _ words: Words) -> Line {
    [
      Span(words.lossNow + " ", .secondary), Span(words.loss(now.loss), .strong).asResult,
    ].prefix(within: width - 2)
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
        Span(LearnScene.name(ofWeight: index), .strong),
        Span(" + 0.001 " + words.changesTheLoss + " ", .secondary),
        Span(Formula.change(Float(change)), .strong).asResult,
      ]
    }
  }
}
