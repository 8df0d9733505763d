import Drawing
import Formats
import Model
import Terminal

/// What lessons say by themselves.
extension Words {
  var lessonShows: String { "h shows it" }
  var lessonChecks: String { "Enter checks   h shows it" }
  var lessonNext: String { "next" }
  var lessonBack: String { "back" }
  var lessonAnswer: String { "answer" }

  var oneLesson: String { "One lesson at a time; check takes several files." }
  var lessonStepOutside: String { "--from is a step from 1 to \(Timeline.largestStep)." }
  func lessonIsRight(_ path: String) -> String { "\(quoted(path)) is right." }

  func place(in run: LessonRun) -> String {
    let count = run.lesson.steps.count
    return "\(run.lesson.title.text(in: self))   \(min(run.index + 1, count)) of \(count)"
  }

  /// The keys of a lesson for the last line.
  func keys(in run: LessonRun) -> [(key: Key, label: String)] {
    [(.character(" "), lessonNext), (.backspace, lessonBack)]
      + (run.isOpen ? [(.character("h"), lessonAnswer)] : [])
  }

  func text(of question: Question) -> String {
    if let text = question.text { return text.text(in: self) }
    switch question.kind {
    case .cell(let cell): return "What is \(cell.matrix)[\(cell.at.row),\(cell.at.column)]?"
    case .size(let name): return "How large is \(name)? (rows × columns)"
    case .quantity(let name): return "What is \(name)?"
    case .number, .choice: return ""
    }
  }

  func text(of expected: Expected?) -> String {
    switch expected {
    case .number(let number): NumberText.short(Float(number))
    case .size(let rows, let columns): "\(rows)×\(columns)"
    case .choice(let index): "\(index + 1)"
    case nil: ""
    }
  }

  func solution(_ expected: Expected) -> String { "The answer is \(text(of: expected))." }

  func sentence(_ verdict: LessonRun.Verdict, solution: Expected?) -> String {
    switch verdict {
    case .right: "Right: \(text(of: solution))."
    case .shown: self.solution(solution ?? .choice(0))
    case .wrong(let mistake): mistake.map(sentence) ?? "Not yet; try once more."
    case .hint(let hint): hint?.text(in: self) ?? "Not yet; h shows the answer."
    case .unread(.number): "A number is needed here, or a sum such as 3*2 + 4*3."
    case .unread(.size): "A size is needed here, such as 2×3."
    case .unread(.choice): "The number of an answer is needed here."
    }
  }

  func sentence(_ mistake: Mistake) -> String {
    func factors(_ product: Trace.Product) -> String {
      NumberText.short(product.inputValue) + "×" + NumberText.short(product.weight)
    }
    return switch mistake {
    case .biasForgotten: "Not yet: the bias is missing."
    case .kernelTurned: "Not yet: the kernel is turned there; a cross-correlation does not turn it."
    case .kernelNotTurned: "Not yet: the kernel has to be turned by 180° here."
    case .productMissing(let product): "Not yet: the product \(factors(product)) is missing."
    case .factorsAdded(let product): "Not yet: \(factors(product)) is a product, not a sum."
    case .signWrong(let product): "Not yet: the sign of \(factors(product)) is wrong."
    case .kernelForgotten: "Not yet: that is the sum of the window alone; the kernel weighs it."
    case .elsewhere(let name, let at): "Not yet: that is \(name)[\(at.row),\(at.column)]."
    case .paddingForgotten: "Not yet: that is the size without the padding."
    case .strideForgotten: "Not yet: that is the size with stride 1."
    case .dilationForgotten: "Not yet: that is the size without dilation."
    case .inputSize: "Not yet: that is the size of the input."
    case .oneForgotten: "Not yet: the first window counts too; 1 is missing."
    case .roundedUp: "Not yet: a window that does not fit does not count; round down."
    case .axesSwapped: "Not yet: rows come first, then columns."
    }
  }

  func summary(of run: LessonRun) -> [String] {
    let questions = run.questionCount
    let (atOnce, later, shown) = (run.count(.atOnce), run.count(.later), run.count(.shown))
    let left = questions - atOnce - later - shown
    return [
      "This lesson is over.",
      "Of \(count(questions, "question")), you answered \(atOnce) at once and \(later) after another "
        + "try; \(shown) were shown" + (left > 0 ? ", and \(left) are left." : "."),
      "Backspace goes back; q quits.",
    ]
  }

  // MARK: Faults

  func sentence(_ error: LessonError) -> String {
    "line \(error.line), column \(error.column): " + sentence(error.reason)
  }

  func sentence(_ reason: LessonError.Reason) -> String {
    switch reason {
    case .yaml(let error): sentence(error)
    case .notAMap: "Fields are needed here, such as say: and scene:."
    case .notAList: "A list is needed here; each of its lines begins with a dash."
    case .notAText: "A text is needed here."
    case .emptyText: "The text is empty; write one."
    case .unknown(let name, let known):
      "\(quoted(name)) means nothing here" + oneOf(name, known)
    case .missing(let name): "\(quoted(name)) is missing; it is needed here."
    case .noSteps: "A lesson needs at least one step."
    case .notANumber(let text):
      "\(quoted(text)) is not a whole number from 0 to \(Timeline.largestStep)."
    case .notAFlag(let text): "\(quoted(text)) is neither true nor false."
    case .refused(let sentence): sentence(self)
    case .nothingOfThisName(let name, let known):
      "The scene has no \(quoted(name))" + oneOf(name, known)
    case .outside(let name, let rows, let columns):
      "\(name) has \(rows)×\(columns) numbers, so rows go to \(rows - 1) and columns to \(columns - 1)."
    case .notACell(let text):
      "\(quoted(text)) is no cell; a matrix with a row and a column is needed, such as Y[0,1]."
    case .notAnExpression(let text):
      "\(quoted(text)) cannot be computed; a number or a sum such as 3*3*16 + 16 is needed."
    case .rightOutside(let number, let count):
      "Answer \(number) cannot be right; there are \(count), counted from 1."
    case .choiceNeedsAnswers: "From 2 to 9 answers are needed."
    case .wrongAnswer(let given, let computed):
      "The answer is given as \(quoted(given)), but it is \(computed)."
    case .severalKinds(let kinds):
      "A question has one kind, but this one has \(kinds.joined(separator: " and "))."
    case .stepOutside(let step, let last): "There is no step \(step) here; the last is \(last)."
    case .tooLong(let lines, let limit):
      "The step needs \(lines) lines on a screen of 80×24, but the maximum is \(limit); use shorter "
        + "sentences."
    }
  }

  func sentence(_ error: YAMLError) -> String {
    switch error {
    case .tooLong(let limit): "A lesson has at most \(limit) bytes."
    case .empty: "There is nothing here; a lesson has a title: and steps:."
    case .syntax(let problem, _, _): "This is not YAML (\(problem)); check indents and quotes."
    case .tooDeep(let limit, _, _): "More than \(limit) levels are nested here."
    case .alias: "Aliases are not read; write the text again."
    case .keyIsNoText: "The name of a field is needed here."
    case .keyTwice(let key, _, _): "\(quoted(key)) stands here twice; remove one."
    case .secondDocument: "A second document begins here; a lesson is one document."
    }
  }

  /// The end of a sentence about an unknown name.
  private func oneOf(_ name: String, _ known: [String]) -> String {
    guard !known.isEmpty else { return "." }
    guard let nearest = name.nearest(among: known) else {
      return "; there are \(known.joined(separator: ", "))."
    }
    return "; did you mean \(quoted(nearest))?"
  }
}
