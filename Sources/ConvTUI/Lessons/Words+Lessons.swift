import Drawing
import Formats
import Model

/// What lessons say by themselves.
extension Words {
  var lessonNext: String { say("next", "继续") }
  var lessonBack: String { say("back", "返回") }
  var lessonAnswer: String { say("answer", "答案") }

  var typeTheAnswer: String { say("Type the number; Enter checks it.", "请键入数；Enter 检查。") }
  var quizBegins: String {
    say(
      "Results are hidden. → goes to the first one, and digits answer it.",
      "结果已隐藏。→ 到第一个结果，用数字键回答。")
  }
  var stepIsFound: String {
    say("All of this step is found. → goes on.", "这一步的结果都已找出。→ 继续。")
  }
  var lastIsFound: String { say("That was the last one.", "这是最后一个。") }
  var cellTakesDigits: String {
    say("Digits change the number under the cursor; Esc leaves it.", "数字键改动光标处的数；Esc 离开。")
  }
  func found(_ count: Int) -> String { say("\(count) found", "已找出 \(count) 个") }

  var oneLesson: String {
    say("One lesson at a time; check takes several files.", "一次只能上一课；check 可以接受多个文件。")
  }
  func noLesson(_ name: String, nearest: BuiltInLesson?) -> String {
    let guess =
      nearest.map { say(" Did you mean \(quoted($0.rawValue))?", "是不是 \(quoted($0.rawValue))？") }
      ?? ""
    return say(
      "There is no lesson and no file \(quoted(name)); convtui lesson lists the lessons." + guess,
      "没有名为 \(quoted(name)) 的课程或文件；convtui lesson 列出各课。" + guess)
  }
  var lessonStepOutside: String {
    say(
      "--from is a step from 1 to \(Timeline.largestStep).",
      "--from 是 1 到 \(Timeline.largestStep) 的步号。")
  }
  func lessonEnds(_ count: Int, from: Int) -> String {
    say(
      "The lesson has \(self.count(count, "step")), so it cannot begin at step \(from).",
      "课程有 \(count) 步，不能从第 \(from) 步开始。")
  }
  func lessonIsRight(_ path: String) -> String {
    say("\(quoted(path)) is right.", "\(quoted(path)) 正确。")
  }

  func lessonTakenUp(at step: Int, of count: Int) -> String {
    say(
      "You were at step \(step) of \(count); Home starts over.",
      "上次学到第 \(step) 步，共 \(count) 步；按 Home 从头开始。")
  }
  func lessonReread(_ path: String) -> String {
    say("\(quoted(path)) has changed and was read again.", "\(quoted(path)) 已更改，并已重新读取。")
  }
  /// - Parameter fault: A whole sentence.
  func lessonStays(_ fault: String) -> String {
    joined([fault, say("The lesson stays as it was.", "课程保持原样。")])
  }
  func lessonState(_ progress: LessonProgress) -> String {
    progress.isOver ? say("done", "已学完") : step(progress.step + 1, of: progress.steps)
  }

  /// Which lesson it is, and where in it one is.
  func place(in run: LessonRun) -> [String] {
    let (title, count) = (run.lesson.title.text(in: self), run.lesson.steps.count)
    guard !run.isEndless else {
      let right = run.count(.atOnce) + run.count(.later)
      return [
        title,
        say(
          "question \(run.index + 1), \(right) right",
          "第 \(run.index + 1) 题，答对 \(right) 题"),
      ]
    }
    let index = min(run.index + 1, count)
    return [title, say("\(index) of \(count)", "第 \(index) 步，共 \(count) 步")]
  }

  func summary(of run: LessonRun) -> [String] {
    let questions = run.questionCount
    let (atOnce, later, shown) = (run.count(.atOnce), run.count(.later), run.count(.shown))
    let left = questions - atOnce - later - shown
    return [
      say("This lesson is over.", "这一课结束了。"),
      say(
        "Of \(count(questions, "question")): \(atOnce) right at once, \(later) after another try, "
          + "\(shown) shown" + (left > 0 ? ", \(left) left open." : "."),
        "共 \(questions) 题：一次答对 \(atOnce) 题，再试后答对 \(later) 题，看答案 \(shown) 题"
          + (left > 0 ? "，未答 \(left) 题。" : "。")),
      say("Home starts over, Backspace goes back, q quits.", "Home 从头开始，Backspace 返回，q 退出。"),
    ] + [next(after: run)].compactMap(\.self)
  }

  /// Which lesson comes after one that is built in.
  private func next(after run: LessonRun) -> String? {
    let all = BuiltInLesson.allCases
    guard let index = all.firstIndex(where: { $0.title == run.lesson.title }),
      index + 1 < all.count
    else { return nil }
    let title = all[index + 1].title.text(in: self)
    return say(
      "The next lesson, \(title): convtui lesson \(index + 2)",
      "下一课《\(title)》：convtui lesson \(index + 2)")
  }

  // MARK: Faults

  func sentence(_ error: LessonError) -> String {
    say(
      "line \(error.line), column \(error.column): " + sentence(error.reason),
      "第 \(error.line) 行第 \(error.column) 列：" + sentence(error.reason))
  }

  func sentence(_ reason: LessonError.Reason) -> String {
    switch reason {
    case .yaml(let error): sentence(error)
    case .notAMap:
      say("Fields are needed here, such as say: and scene:.", "这里需要字段，如 say: 和 scene:。")
    case .notAList:
      say("A list is needed here; each of its lines begins with a dash.", "这里需要列表；每一行以短横线开头。")
    case .notAText: say("A text is needed here.", "这里需要文字。")
    case .emptyText: say("The text is empty; write one.", "文字是空的；请写一段。")
    case .unknown(let name, let known)
    where known.contains("ask") && LessonReader.isQuestionField(name):
      say(
        "\(quoted(name)) belongs to a question: it stands below ask, further to the right.",
        "\(quoted(name)) 属于问题：应写在 ask 下面，再缩进一层。")
    case .unknown(let name, let known):
      say(
        "\(quoted(name)) means nothing here" + oneOf(name, known),
        quoted(name) + " 在这里没有意义" + oneOf(name, known))
    case .missing(let name):
      say("\(quoted(name)) is missing; it is needed here.", "缺少 \(quoted(name))；这里需要它。")
    case .noSteps: say("A lesson needs at least one step.", "一课至少需要一步。")
    case .notANumber(let text):
      say(
        "\(quoted(text)) is not a whole number from 0 to \(Timeline.largestStep).",
        "\(quoted(text)) 不是 0 到 \(Timeline.largestStep) 的整数。")
    case .notAFlag(let text):
      say("\(quoted(text)) is neither true nor false.", "\(quoted(text)) 既不是 true，也不是 false。")
    case .refused(let sentence): sentence(self)
    case .nothingOfThisName(let name, let known):
      say(
        "The scene has no \(quoted(name))" + oneOf(name, known),
        "场景没有 " + quoted(name) + oneOf(name, known))
    case .outside(let name, let rows, let columns):
      say(
        "\(name) has \(rows)×\(columns) numbers, so rows go to \(rows - 1) and columns to \(columns - 1).",
        "\(name) 有 \(rows)×\(columns) 个数，所以行号到 \(rows - 1)，列号到 \(columns - 1)。")
    case .notACell(let text):
      say(
        "\(quoted(text)) is no cell; a matrix with a row and a column is needed, such as Y[0,1].",
        "\(quoted(text)) 不是格子；需要矩阵及其行和列，如 Y[0,1]。")
    case .notAnExpression(let text):
      say(
        "\(quoted(text)) cannot be computed; a number or a sum such as 3*3*16 + 16 is needed.",
        "无法计算 \(quoted(text))；需要一个数，或 3*3*16 + 16 这样的算式。")
    case .rightOutside(let number, let count):
      say(
        "Answer \(number) cannot be right; there are \(count), counted from 1.",
        "答案 \(number) 不可能正确；共有 \(count) 个，从 1 数起。")
    case .choiceNeedsAnswers: say("From 2 to 9 answers are needed.", "需要 2 到 9 个答案。")
    case .notAnAnswer(let text):
      say(
        "\(quoted(text)) is no answer to this kind of question.", "\(quoted(text)) 不是这类问题的答案。")
    case .trapIsRight(let text):
      say(
        "\(quoted(text)) is right; traps are wrong answers.",
        "\(quoted(text)) 是正确的；traps 中写错误的答案。")
    case .wrongAnswer(let given, let computed):
      say(
        "The answer is given as \(quoted(given)), but it is \(computed).",
        "给出的答案是 \(quoted(given))，但应为 \(computed)。")
    case .kernelLacks(let given, let property, let fault):
      about(quoted(given), sentence(property, fault))
    case .noLayer(let layer, let count):
      say(
        "There is no layer \(layer); the scene has \(self.count(count, "layer")), counted from 1.",
        "没有第 \(layer) 层；场景有 \(count) 层，从 1 数起。")
    case .tooManyCells(let cells, let limit):
      say(
        "There are \(cells) cells, but one looks for some among at most \(limit).",
        "有 \(cells) 个格子，而至多能在 \(limit) 个中寻找。")
    case .notAShape(let text):
      say(
        "\(quoted(text)) is no size of an input; channels, rows and columns are needed, such as 3×32×32.",
        "\(quoted(text)) 不是输入的大小；需要通道数、行数和列数，如 3×32×32。")
    case .notCells(let text):
      say(
        "\(quoted(text)) names no cells; a matrix with rows and columns is needed, such as X[0,0..1].",
        "\(quoted(text)) 不是格子；需要矩阵及其行和列，如 X[0,0..1]。")
    case .severalKinds(let kinds):
      say(
        "A question has one kind, but this one has \(all(kinds)).",
        "一个问题只能属于一种，而这个问题有 \(all(kinds))。")
    case .stepOutside(let step, let last):
      say("There is no step \(step) here; the last is \(last).", "这里没有第 \(step) 步；最后一步是 \(last)。")
    case .answerShown:
      say(
        "The answer stands on the screen; hide: true hides it until it is found.",
        "答案已显示在屏幕上；hide: true 会把它隐藏到找出为止。")
    case .productsShown:
      say(
        "What goes into the answer stands on the screen; hide: true keeps it back until the hint.",
        "算出答案的式子已显示在屏幕上；hide: true 会把它隐藏到提示时为止。")
    case .sizeShown(let name):
      say(
        "The size of \(name) stands above it; ask how large it would be with other settings, as in "
          + "with: {padding: 1}.",
        "\(name) 的大小就写在它上方；请问换了设置后它有多大，如 with: {padding: 1}。")
    case .answerShownBefore:
      say(
        "The answer stood on the screen in the step before; let that step end earlier, as with "
          + "step: 0, or hide its results.",
        "答案在上一步已经显示在屏幕上；请让上一步停得早一些（如 step: 0），或隐藏其结果。")
    case .tooLong(let lines, let limit):
      say(
        "The step needs \(lines) lines on a screen of 80×24, but the maximum is \(limit); use shorter "
          + "sentences.", "这一步在 80×24 的屏幕上需要 \(lines) 行，而最多 \(limit) 行；请把句子写短些。")
    }
  }

  func sentence(_ error: YAMLError) -> String {
    switch error {
    case .tooLong(let limit): say("A lesson has at most \(limit) bytes.", "一课至多有 \(limit) 字节。")
    case .empty:
      say(
        "There is nothing here; a lesson has a title: and steps:.", "这里什么也没有；一课有 title: 和 steps:。")
    case .syntax("did not find expected ',' or '}'", _, _),
      .syntax("did not find expected ',' or ']'", _, _):
      say(
        "Between braces, a text with a bracket or a comma needs quotes: {value: \"Y[0,0]\"}.",
        "花括号里含有方括号或逗号的文字要加引号：{value: \"Y[0,0]\"}。")
    case .syntax("found a tab character that violates indentation", _, _),
      .syntax("found a tab character where an indentation space is expected", _, _):
      say("Lines are indented with blanks, not with tabs.", "缩进要用空格，不能用制表符（Tab）。")
    case .syntax("found character that cannot start any token", _, _):
      say(
        "A text that begins with @, ` or % needs quotes, and lines are indented with blanks, not with "
          + "tabs.", "以 @、` 或 % 开头的文字要加引号；缩进要用空格，不能用制表符（Tab）。")
    case .syntax("did not find expected '-' indicator", _, _),
      .syntax("did not find expected key", _, _):
      say(
        "This line is indented otherwise than those around it; all fields of a step begin in one "
          + "column.", "这一行的缩进与上下文不一致；一步的所有字段要从同一列开始。")
    case .syntax("mapping values are not allowed in this context", _, _):
      say(
        "A text that has a colon and a blank in it needs quotes: say: \"Look: a kernel.\"",
        "含有英文冒号加空格的文字要加引号：say: \"看: 卷积核。\"")
    case .syntax(let problem, _, _):
      say(
        "This is not YAML (\(problem)); check indents and quotes.", "这不是 YAML（\(problem)）；请检查缩进和引号。"
      )
    case .tooDeep(let limit, _, _):
      say("More than \(limit) levels are nested here.", "这里嵌套超过 \(limit) 层。")
    case .alias: say("Aliases are not read; write the text again.", "不支持别名；请把文字再写一遍。")
    case .keyIsNoText: say("The name of a field is needed here.", "这里需要字段的名称。")
    case .keyTwice(let key, _, _):
      say("\(quoted(key)) stands here twice; remove one.", "\(quoted(key)) 在这里出现两次；请去掉一个。")
    case .secondDocument:
      say("A second document begins here; a lesson is one document.", "这里开始了第二个文档；一课只有一个文档。")
    }
  }

  /// The end of a sentence about an unknown name.
  private func oneOf(_ name: String, _ known: [String]) -> String {
    guard !known.isEmpty else { return say(".", "。") }
    guard let nearest = name.nearest(among: known) else {
      return say("; there are \(list(known)).", "；有 \(list(known))。")
    }
    return say("; did you mean \(quoted(nearest))?", "；是不是 \(quoted(nearest))？")
  }
}
