import Drawing
import Formats
import Model

/// A kernel learns by gradient descent, every step kept.
struct LearnScene: SceneWithInput, SceneWithQuestions, SceneWithWork {
  /// How it learns, besides the learning rate.
  struct Settings: Hashable, Sendable {
    var method = Optimizer.Method.sgd
    var weightDecay: Float = 0
    var schedule = Schedule.constant
    var reduction = Reduction.sum
    var learningRate = CourseExample.learningRate
    var initialWeight: Tensor
    /// What the initial weight was drawn by; nil where it was given.
    var seed: UInt64?

    /// The settings for a new run after changes by hand; changes of weights after the start do not
    /// count.
    func changed(by changes: [(step: Int, change: ManualChange)]) -> Settings {
      changes.reduce(into: self) { settings, made in
        switch made.change {
        case .rate(let rate): settings.learningRate = rate
        case .schedule(let schedule): settings.schedule = schedule
        case .method(let method): settings.method = method
        case .weight(let index, let value):
          if made.step == 0 {
            (settings.initialWeight.elements[index], settings.seed) = (value, nil)
          }
        case .weights(let values):
          if made.step == 0 { (settings.initialWeight.elements, settings.seed) = (values, nil) }
        }
      }
    }
  }

  /// The products computed before the keys are looked at again: some milliseconds of work.
  private static let productsPerEvent = 5_000_000

  /// What is drawn next to the weights.
  enum Chart: String, CaseIterable, Sendable { case curves, convergence, branches }

  let kind = SceneKind.learn
  var timeline: Timeline
  private(set) var task: Task
  var view = SceneView.run
  var backward = BackwardPosition()
  var lens = SurfaceViewport()
  /// The bowl that the loss is; nil where it is too large to work out.
  private(set) var surface: LossSurface?
  /// λmax by power iteration where there is no surface.
  private var estimate = 0.0
  var tree: BranchTree<Trainer>
  /// With which all branches began.
  var startSettings: Settings
  /// What the run does there.
  private(set) var diagnosis: Diagnosis
  /// What the axes of the curves span.
  private(set) var reach: RunReach
  var chart = Chart.curves
  /// The weight that the arrows have chosen.
  var cursor: Position?
  /// The length of the timeline at the start.
  let steps: Int

  /// - Precondition: The initial weight has the target kernel's shape.
  init(_ task: Task, _ settings: Settings, steps: Int = CourseExample.steps) {
    self.task = task
    self.steps = steps
    timeline = Timeline(length: steps, isOpen: true)
    surface = task.surface(settings.reduction)
    if surface == nil { estimate = task.patches.largestCurvature(settings.reduction) }
    startSettings = settings
    let history = History(from: task.trainer(settings))
    tree = BranchTree(from: history, .ofKnownSteps)
    reach = RunReach(of: history, length: steps, most: LearnScene.stepsPerEvent(task))
    diagnosis = Diagnosis(
      of: history, at: 0, surface,
      LearnScene.convergence(surface, estimate, history.now.optimizer))
  }

  /// The trainer at the step that is looked at, or the furthest that is computed.
  var now: Trainer { tree.history.now }

  /// The settings of the branch on the screen.
  var settings: Settings { startSettings.changed(by: tree.history.changes) }

  var weight: Tensor { Tensor(task.targetKernel.shape, now.weight) }

  var isBusy: Bool { tree.history.end < timeline.step }

  var shareDone: Double {
    isBusy ? Double(tree.history.end) / Double(timeline.step) : 1
  }

  /// How fast a method should approach the minimum.
  func convergence(_ optimizer: Optimizer) -> Convergence {
    LearnScene.convergence(surface, estimate, optimizer)
  }

  private static func convergence(
    _ surface: LossSurface?, _ estimate: Double, _ optimizer: Optimizer
  ) -> Convergence {
    surface.map { Convergence($0, optimizer) }
      ?? Convergence(largestCurvature: estimate, optimizer)
  }

  func facts(_ words: Words) -> [String] {
    [
      task.targetKernel.shape.description, words.name(of: settings.reduction),
      words.name(of: now.optimizer.method),
    ] + (now.schedule == .constant ? [] : [ScheduleNotation.text(of: now.schedule)])
      + [words.rate(now.learningRate)]
  }

  func positionText(_ words: Words) -> String { words.step(timeline.step, of: timeline.length) }

  // MARK: Changing

  /// Computes the steps up to the one that is looked at; a large task goes on with the next tick.
  mutating func follow() {
    let step = timeline.step
    let most = LearnScene.stepsPerEvent(task)
    tree.move { history in
      history.advance(steps: max(0, min(step - history.end, most)))
      history.go(to: min(step, history.end))
    }
    diagnosis = Diagnosis(of: history, at: now.step, surface, convergence(now.optimizer))
    if reach.length != timeline.length { planAnew() }
  }

  /// Works out what the axes span, after the run has become another.
  mutating func planAnew() {
    reach = RunReach(
      of: history, length: timeline.length, most: LearnScene.stepsPerEvent(task))
  }

  private static func stepsPerEvent(_ task: Task) -> Int {
    (productsPerEvent - 1) / task.productsPerStep + 1
  }

  mutating func perform(_ action: Action, _ words: Words) -> Response {
    if let response = performOnView(action, words) { return response }
    switch action {
    case .restart: restart(settings)
    case .nextItem: return show(branch: current + 1, words)
    case .previousItem: return show(branch: current - 1, words)
    case .nextPanel: cursor = cursor == nil ? .zero : nil
    case .move(let direction): move(direction)
    case .pick, .edit: return edit()
    case .leave: cursor = nil
    default: break
    }
    return .done
  }

  mutating func take(_ answer: String, for action: Action, _ words: Words) -> String? {
    guard let value = try? NumberList.parse(answer), value.count == 1, let cursor else {
      return words.notOneNumber(answer)
    }
    let index = cursor.row * weight.shape.columns + cursor.column
    return change(.weight(index, value[0]), words).refusal
  }

  /// Learns the same kernel from another image.
  mutating func take(input: Tensor, _ words: Words) -> String? {
    do {
      task = try Task(
        image: input, targetKernel: task.targetKernel, options: task.geometry.options)
      begin(settings)
      return nil
    } catch { return words.sentence(error) }
  }

  /// Learns something else, from these weights.
  mutating func learn(_ task: Task, from start: Tensor) {
    self.task = task
    var settings = settings
    (settings.initialWeight, settings.seed) = (start, nil)
    begin(settings)
  }

  /// Begins anew with other settings.
  mutating func begin(_ settings: Settings) {
    surface = task.surface(settings.reduction)
    estimate = surface == nil ? task.patches.largestCurvature(settings.reduction) : 0
    restart(settings)
  }
}
