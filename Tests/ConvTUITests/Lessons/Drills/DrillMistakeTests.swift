import Model
import Testing

@testable import ConvTUI
@testable import Drawing

/// What a drill says of wrong answers.
struct DrillMistakeTests {
  /// What one would be told of each wrong answer that a question expects.
  @Test(arguments: DrillKind.allCases) func everyTrapIsRecognised(_ kind: DrillKind) throws {
    for level in Drill.levels {
      var state = try State.drill(kind, level: level, seed: 4)
      for _ in 0..<10 {
        let question = try #require(state.lesson?.question)
        for trap in question.traps {
          var tried = state
          try tried.press(trap.answer.map(String.init).joined(separator: " ") + " enter")
          #expect(tried.lesson?.isOpen == true, "\(question) \(trap.answer)")
          let told = tried.frame().text.squeezed
          // Of two mistakes that come to the same the first is told.
          #expect(
            question.traps.contains { told.contains($0.why.text(in: words).squeezed) },
            "\(trap.answer)")
        }
        try state.press("space")
      }
    }
  }

  /// What somebody would answer who makes a usual mistake; nil where that comes to what is right.
  private func mistaken(_ kind: DrillKind, _ run: LessonRun) -> (answer: String, part: String)? {
    guard let question = run.question, let asked = run.stage.asked else { return nil }
    func number(_ value: Float, _ part: String) -> (String, String)? {
      guard case .number(let right) = run.stage.expected, abs(Double(value) - right) > 1e-3 else {
        return nil
      }
      return (SettingValue.number(value).typed, part)
    }
    switch (question.kind, asked) {
    case (.cell(let cell), let flip as FlipScene):
      return number(flip.correlation.matrix[cell.at.row, cell.at.column], "turned by 180°")
    case (.cell(let cell), let slide as SlideScene):
      return number(slide.output[cell.at.row, cell.at.column] - slide.sliding.bias, "the bias")
    case (.cell(let cell), let pool as PoolScene):
      let (maximum, mean) = (pool.pooled.maximum.matrix, pool.pooled.mean.matrix)
      return cell.matrix == "max"
        ? number(mean[cell.at.row, cell.at.column], "the mean")
        : number(maximum[cell.at.row, cell.at.column], "the largest")
    case (.cell(let cell), let learn as LearnScene):
      let index = cell.at.row * learn.weight.shape.columns + cell.at.column
      return number(learn.now.gradient[index] / 2, "a factor 2")
    case (.parametersOf, _):
      guard case .number(let right) = run.stage.expected else { return nil }
      let kernels = (question.way?.text(in: words) ?? "").split(separator: ")·").dropFirst()
        .reduce(0) { $0 + (Float($1.prefix(while: \.isNumber)) ?? 0) }
      return number(Float(right) - kernels, "the bias")
    case (.size, let slide as SlideScene):
      let shape = slide.settings.input.shape
      guard run.stage.expected != .size(rows: shape.rows, columns: shape.columns) else {
        return nil
      }
      return ("\(shape.rows)×\(shape.columns)", "Not yet: that is the size")
    case (.field, _):
      guard case .size(let rows, let columns) = run.stage.expected else { return nil }
      let sides = (asked as? FieldScene)?.stack.graph.nodes.compactMap {
        ($0.operator as? ConvolutionLayer)?.size ?? ($0.operator as? Pooling)?.window.size
      }
      let sum = (sides ?? []).reduce(PlaneSize(0)) {
        PlaneSize(rows: $0.rows + $1.rows, columns: $0.columns + $1.columns)
      }
      return sum == PlaneSize(rows: rows, columns: columns)
        ? nil : ("\(sum.rows)×\(sum.columns)", "Not yet: ")
    default: return nil
    }
  }

  @Test(arguments: DrillKind.allCases) func usualMistakesAreExplained(_ kind: DrillKind) throws {
    var (tried, explained) = (0, 0)
    for level in 2...5 {
      var state = try State.drill(kind, level: level, seed: 6)
      for _ in 0..<12 {
        let run = try #require(state.lesson)
        if let (answer, part) = mistaken(kind, run) {
          var other = state
          try other.press(answer.map(String.init).joined(separator: " ") + " enter")
          tried += 1
          if other.frame().text.squeezed.contains(part.squeezed) { explained += 1 }
        }
        try state.press("space")
      }
    }
    // Now and then another mistake comes to the same number.
    #expect(tried > 5 && explained * 10 >= tried * 7, "\(explained) of \(tried)")
  }
}
