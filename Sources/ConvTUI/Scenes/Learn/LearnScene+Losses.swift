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
    return Array([printedLine(width: size.width, words), meaning].prefix(size.height))
  }

  /// All of them as they are printed, or with less around their numbers; of many, the first and some
  /// at even distances.
  private func printedLine(width: Int, _ words: Words) -> Line {
    let last = timeline.length
    let choices = [2, 4, 10, 20, 40, 100, 200, 400, 1000, 2000].map { spacing in
      last < 2 ? [] : [2] + stride(from: spacing, through: last, by: spacing).filter { $0 > 2 }
    }
    let writers: [(_ isFirst: Bool, Int, String) -> String] = [
      { words.epoch($1, loss: $2) },
      { ($0 ? words.epoch : "") + "\($1): \($2)" },
      { ($0 ? words.loss + " " : "") + $2 },
    ]
    // Numbers without their epochs tell enough only where there is room for little else.
    let ways = [(0, "   "), (0, "  "), (1, "   "), (1, "  ")] + (width < 60 ? [(2, " ")] : [])
    for epochs in choices {
      for (writer, gap) in ways {
        let texts = epochs.enumerated().map {
          writers[writer]($0.offset == 0, $0.element, printedLoss(of: $0.element, words))
        }
        let whole = texts.joined(separator: gap)
        guard whole.cellWidth <= width else { continue }
        let latest = epochs.last { $0 <= now.step }
        return zip(epochs, texts).enumerated().map { index, item in
          Span(
            item.1 + (index + 1 < texts.count ? gap : ""),
            item.0 == latest ? .strong : .secondary)
        }
      }
    }
    return []
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
      Span(words.lossNow + " ", .secondary), Span(words.loss(now.loss), .strong),
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
        Span(Formula.added(Float(change)), .strong),
      ]
    }
  }
}
