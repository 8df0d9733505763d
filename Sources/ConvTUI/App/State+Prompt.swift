import Formats
import Model
import Terminal

/// Questions and their answers.
extension State {
  /// Asks a question.
  mutating func ask(_ question: Prompt) {
    var question = question
    question.history = histories[question.action] ?? AnswerHistory()
    prompt = question
  }

  /// Keeps an answer that was taken, and leaves the question.
  private mutating func close(_ prompt: Prompt) {
    histories[prompt.action, default: AnswerHistory()].keep(prompt.answer)
    self.prompt = nil
  }

  mutating func answer(_ key: Key) -> Request? {
    guard var prompt else { return nil }
    switch key {
    case .escape: self.prompt = nil
    case .enter: return answered(prompt)
    case .tab:
      guard let word = prompt.wordToComplete else { return nil }
      return .complete(word, names: prompt.names)
    default:
      prompt.type(key)
      self.prompt = prompt
    }
    return nil
  }

  private mutating func answered(_ question: Prompt) -> Request? {
    var prompt = question
    if prompt.changesNothing {
      self.prompt = nil
      return nil
    }
    let answer = prompt.answer
    var request: Request?
    switch prompt.action {
    case .goTo: prompt.complaint = goTo(answer)
    case .figure, .session:
      do throws(FigureError) {
        let isSession = prompt.action == .session
        let path = isSession ? Figure.sessionPath(answer) : answer
        let figure = try Figure(path, isSession: isSession)
        try scene.check(figure)
        request = .write(figure, path: path)
      } catch {
        prompt.complaint = words.sentence(error)
      }
    case .kernel:
      prompt.complaint = take(answer, for: .kernel)
      // What is neither a name nor rows may be a file.
      if GivenKernel.written(answer) == nil { request = .readKernels(answer) }
    case .open:
      if let example = InputExample(rawValue: answer) {
        prompt.complaint = take(example)
      } else if scene is any SceneWithInput, let rows = try? KernelNotation.parse(answer) {
        prompt.complaint = take(input: rows)
      } else {
        request = .open(answer)
        self.prompt = prompt
        return request
      }
    default: prompt.complaint = take(answer, for: prompt.action)
    }
    if prompt.complaint == nil { close(prompt) } else { self.prompt = prompt }
    return request
  }

  /// Takes the kernels that a question's answer names.
  mutating func take(_ kernels: [GivenKernel], note: String?) {
    let complaint = take(kernels)
    if let prompt, complaint == nil { close(prompt) }
    prompt?.complaint = complaint
    if complaint == nil { (notice, isNoticeGood) = (note, true) }
  }

  /// Takes the input, or opens the scene, that a file holds.
  mutating func take(_ opened: Event.Opened, note: String?) {
    var complaint: String?
    switch opened {
    case .input(let input): complaint = take(input: input)
    case .scene(let scene): open(scene)
    }
    if let prompt, complaint == nil { close(prompt) }
    prompt?.complaint = complaint
    if complaint == nil { (notice, isNoticeGood) = (note, true) }
  }

  /// A paste is an answer to a question, and never keys.
  mutating func paste(_ text: String) {
    (notice, isNoticeGood) = (nil, false)
    if prompt == nil, case .commands(var list) = overlay {
      list.paste(text)
      overlay = .commands(list)
      return
    }
    if prompt == nil, pasteAnswer(text) { return }
    if prompt == nil { notice = words.pasteWithoutQuestion }
    let remark = words.pasteWasCut
    if prompt?.paste(text) == true { prompt?.remark = remark }
  }

  private mutating func goTo(_ answer: String) -> String? {
    guard let step = Int64(answer), stepNumbers.contains(step) else {
      return words.goToComplaint(stepNumbers)
    }
    show(step: (scene as? any SceneWithNumberedSteps)?.place(of: step) ?? Int(step))
    return nil
  }

  /// What the steps of the scene are called.
  var stepNumbers: ClosedRange<Int64> {
    let timeline = scene.timeline
    return (scene as? any SceneWithNumberedSteps)?.stepNumbers
      ?? 0...Int64(timeline.end / timeline.parts)
  }
}
