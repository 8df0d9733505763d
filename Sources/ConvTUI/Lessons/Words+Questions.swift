import Drawing
import Model

/// What is asked, and what is said of an answer.
extension Words {
  /// What the keys do while an answer is waited for.
  func answerKeys(of attempt: Attempt) -> [String] {
    if attempt.marking != nil {
      return [
        say("arrows and x mark, Enter checks", "方向键和 x 标记，Enter 检查"),
        say("h shows them", "h 显示答案"),
      ]
    }
    if attempt.isTyping { return [say("Enter checks", "Enter 检查"), say("Esc clears", "Esc 清除")] }
    if attempt.isRiddle {
      return [
        say("type the answer, Enter checks", "键入答案，Enter 检查"),
        say("h shows all", "h 显示全部"),
      ]
    }
    if attempt.isLeft {
      return [
        say("keys are commands now: h shows the answer", "按键现在是命令：h 显示答案"),
        say("Enter types one", "Enter 继续作答"),
      ]
    }
    return [way(of: attempt.question.kind), say("Esc, then h shows it", "先按 Esc 再按 h 显示答案")]
  }

  /// How an answer is given.
  private func way(of kind: Question.Kind) -> String {
    switch kind {
    case .row: say("type numbers with blanks between, Enter checks", "键入各数，用空格隔开，Enter 检查")
    case .kernel: say("type rows such as 1,2;3,4 or a name", "键入各行，如 1,2;3,4，或键入名称")
    case .choice: say("type its number, or click", "按编号，或点击")
    default: say("type the answer, Enter checks", "键入答案，Enter 检查")
    }
  }

  var answerIsEmpty: String {
    say(
      "Nothing is typed any more; Backspace once more goes back.",
      "已没有键入的内容；再按一次 Backspace 返回上一步。")
  }

  func markedCells(_ count: Int) -> String {
    say("\(self.count(count, "cell")) marked", "已标出 \(count) 个格子")
  }

  func text(of question: Question) -> String {
    if let text = question.text { return text.text(in: self) }
    switch question.kind {
    case .cell(let cell):
      let name = self.cell(cell.matrix, cell.at)
      return say("What is \(name)?", "\(name) 是多少？")
    case .size(let matrix):
      let name = name(ofMatrix: matrix)
      return say("How large is \(name)? (rows × columns)", "\(name) 有多大？（行 × 列）")
    case .quantity(let name):
      if name == "next-loss" {
        return say("What is the loss after the next step?", "下一步之后损失是多少？")
      }
      if name == "chosen" { return say("What is the chosen number?", "所选的数是多少？") }
      if name.hasPrefix("next-") {
        let weight = name.dropFirst(5)
        return say("What is \(weight) after the next step?", "下一步之后 \(weight) 是多少？")
      }
      return say("What is \(name)?", "\(name) 是多少？")
    case .kernel(let properties): return kernelQuestion(properties)
    case .parameters(nil):
      return say("How many parameters do the layers have?", "这些层有多少个参数？")
    case .parameters(let layer?):
      return say("How many parameters does layer \(layer) have?", "第 \(layer) 层有多少个参数？")
    case .parametersOf(let layers, let input):
      return say(
        "How many parameters does \(layers) have, over \(input)?",
        "输入为 \(input) 时，\(layers) 有多少个参数？")
    case .field(let layer):
      return say(
        "How much of the input does a unit of layer \(layer) see? (rows × columns)",
        "第 \(layer) 层的一个单元的感受野有多大？（行 × 列）")
    case .row(let number):
      return say(
        "Which numbers stand in row \(number) of the unrolled X, counted from 0?",
        "展开的 X 的第 \(number) 行（从 0 数起）有哪些数？")
    case .cells(.field):
      return say("Which cells does the chosen output see? Mark them.", "所选的输出用到哪些格子（感受野）？请标出来。")
    case .cells(.bright(let name)):
      return say(
        "Where will \(name) be bright, above half of its largest number? Mark the cells.",
        "\(name) 的哪些地方是亮的（大于最大值的一半）？请标出格子。")
    case .cells(.nonzero(let name)):
      return say("Where will \(name) not be 0? Mark the cells.", "\(name) 的哪些地方不为 0？请标出格子。")
    case .number, .choice: return ""
    }
  }

  /// A matrix as its title in the picture says it.
  private func name(ofMatrix name: String) -> String {
    ["max": maximum, "mean": meanOfWindow][name] ?? name
  }

  /// A cell of a matrix as the picture calls it: `Y[0,1]`, in Chinese also `最大值[0,1]`.
  func cell(_ matrix: String, _ at: Position) -> String {
    Formula.cell(name(ofMatrix: matrix), at)
  }

  func text(of expected: Expected?) -> String {
    switch expected {
    case .number(let number): NumberText.short(Float(number))
    case .size(let rows, let columns): "\(rows)×\(columns)"
    case .choice(let index): "\(index + 1)"
    case .kernel(_, let example): example
    case .row(let numbers): numbers.map { NumberText.short($0) }.joined(separator: " ")
    case .cells(let cells, let matrix, _): text(of: cells, in: matrix)
    case nil: ""
    }
  }

  /// A block of cells, or the first ones and how many there are.
  private func text(of cells: Set<Position>, in matrix: String) -> String {
    guard let top = cells.map(\.row).min(), let bottom = cells.map(\.row).max(),
      let left = cells.map(\.column).min(), let right = cells.map(\.column).max()
    else { return say("no cell", "没有格子") }
    func range(_ first: Int, _ last: Int) -> String {
      first == last ? "\(first)" : "\(first)..\(last)"
    }
    if cells.count == (bottom - top + 1) * (right - left + 1) {
      return "\(matrix)[\(range(top, bottom)),\(range(left, right))]"
    }
    return say("\(count(cells.count, "cell")) of \(matrix)", "\(matrix) 的 \(cells.count) 个格子")
  }

  func solution(_ expected: Expected) -> String {
    if case .kernel(_, let example) = expected {
      return say("One that does it is \(example).", "例如 \(example)。")
    }
    return say("The answer is \(text(of: expected)).", "答案是 \(text(of: expected))。")
  }

  func sentence(_ verdict: Attempt.Verdict, solution: Expected?) -> String {
    switch verdict {
    case .right: right(solution)
    case .shown: self.solution(solution ?? .choice(0))
    case .wrong(let mistake, let tries, let hint):
      wrong(mistake.map(sentence), tries: tries, hint: hint?.text(in: self))
    case .unread(.number):
      say("A number is needed, such as 12 or 3*2 + 1.", "请输入一个数，如 12 或 3*2 + 1。")
    case .unread(.size): say("A size is needed, such as 2×3.", "请输入大小，如 2×3。")
    case .unread(.choice): say("The number of an answer is needed.", "请输入答案的编号。")
    case .unread(.row):
      say("A row of numbers is needed, such as 0 1 3 4.", "请输入一行数，如 0 1 3 4。")
    case .unread(.cells): say("Mark some cells.", "请标出格子。")
    case .unread(.kernel):
      say(
        "A kernel is needed: rows such as 1,2;3,4, or a name such as sobel-x.",
        "请输入卷积核：各行如 1,2;3,4，或名称如 sobel-x。")
    }
  }

  /// What is said of a mistake at the first try.
  func wrong(_ mistake: Mistake) -> String { wrong(sentence(mistake), tries: 1, hint: nil) }

  private func right(_ solution: Expected?) -> String {
    if case .kernel(let properties, _) = solution {
      return say(
        "Right: it \(all(properties.map(name(of:)))).", "正确：它\(list(properties.map(name(of:))))。")
    }
    return say("Right: \(text(of: solution)).", "正确：\(text(of: solution))。")
  }

  /// First of all that it is wrong; then the mistake, and from the second try on a hint besides.
  private func wrong(_ mistake: String?, tries: Int, hint: String?) -> String {
    let known = [mistake, hint].compactMap(\.self)
    guard let first = known.first else {
      return tries > 1
        ? say("Not yet; Esc, then h shows the answer.", "还不对；先按 Esc 再按 h 显示答案。")
        : say("Not yet; try once more.", "还不对；请再试一次。")
    }
    let isSaid = Language.allCases.contains {
      first.hasPrefix(Words(language: $0).notYet)
    }
    return isSaid ? joined(known) : joined([notYet + say(".", "。")] + known)
  }

  /// How every sentence on a wrong answer begins.
  private var notYet: String { say("Not yet", "还不对") }
}
