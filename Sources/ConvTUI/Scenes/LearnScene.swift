import Formats
import Model

/// A kernel learns by gradient descent, every step kept.
struct LearnScene: Scene {
  /// How it learns, besides the learning rate.
  struct Settings: Hashable, Sendable {
    var method = Optimizer.Method.sgd
    var weightDecay: Float = 0
    var schedule = Schedule.constant
    var reduction = Reduction.sum
    var learningRate = Chapter.learningRate
    var initialWeight: Tensor
  }

  /// The products computed before the keys are looked at again: some milliseconds of work.
  private static let productsPerEvent = 5_000_000

  let name = SceneName.learn
  var timeline: Timeline
  let task: Task
  private(set) var settings: Settings
  /// The bowl that the loss is; nil where it is too large to work out.
  private(set) var surface: LossSurface?
  /// The trainer after 0, 1, 2 … updates.
  private(set) var history: [Trainer]
  /// The length of the timeline at the start.
  private let steps: Int

  /// - Precondition: The initial weight has the target kernel's shape.
  init(_ task: Task, _ settings: Settings, steps: Int = Chapter.steps) {
    self.task = task
    self.settings = settings
    self.steps = steps
    timeline = Timeline(length: steps, isOpen: true)
    surface = task.surface(settings.reduction)
    history = [task.trainer(settings)]
  }

  /// The trainer at the step that is looked at, or the furthest that is computed.
  var now: Trainer { history[min(timeline.step, history.count - 1)] }

  var weight: Tensor { Tensor(task.targetKernel.shape, now.weight) }

  var isBusy: Bool { history.count <= timeline.step }

  var summary: String {
    "\(task.targetKernel.shape)   \(Text.name(of: settings.reduction))   "
      + "\(Text.name(of: settings.method))   lr \(NumberText.short(now.learningRate))"
  }

  var positionText: String { Text.position(.learn, timeline) }

  var legend: Legend { Legend(name: "Ŷ", scale: ColorScale(task.target.finiteRange)) }

  // MARK: Changing

  /// Computes the steps up to the one that is looked at; a large task goes on with the next tick.
  mutating func follow() {
    var products = 0
    while history.count <= timeline.step, products < LearnScene.productsPerEvent,
      var next = history.last
    {
      next.advance()
      history.append(next)
      products += task.productsPerStep
    }
  }

  mutating func perform(_ action: Action) -> Response {
    switch action {
    case .learningRate: return .asks(Prompt(.learningRate, Text.learningRateQuestion))
    case .raiseRate: setLearningRate(now.learningRate * 1.1)
    case .lowerRate: setLearningRate(now.learningRate / 1.1)
    case .optimizer:
      let methods: [Optimizer.Method] = [
        .sgd, .momentum(0.9), .nesterov(0.9), .rmsprop(0), .adam, .adamw,
      ]
      let index = methods.firstIndex { $0 == settings.method } ?? 0
      settings.method = methods[(index + 1) % methods.count]
      restart()
    case .reduction:
      settings.reduction = settings.reduction == .sum ? .mean : .sum
      surface = task.surface(settings.reduction)
      restart()
    case .restart: restart()
    case .seed: return .asks(Prompt(.seed, Text.seedQuestion))
    default: break
    }
    return .done
  }

  mutating func take(_ answer: String, for action: Action) -> String? {
    switch action {
    case .learningRate:
      guard let value = try? NumberList.parse(answer), value.count == 1, value[0].isFinite,
        value[0] > 0
      else { return Text.notALearningRate(answer) }
      setLearningRate(value[0])
    default:
      guard let seed = UInt64(answer) else { return Text.notASeed(answer) }
      settings.initialWeight = Tensor.randomKernel(task.targetKernel.shape, seed: seed)
      restart()
    }
    return nil
  }

  /// Changes the rate from the present step on; what went before stays.
  private mutating func setLearningRate(_ rate: Float) {
    guard rate.isFinite, rate > 0 else { return }
    var present = now
    present.learningRate = rate
    history.removeSubrange(present.step...)
    history.append(present)
    timeline.go(toStep: present.step)
    if present.step == 0 { settings.learningRate = rate }
    follow()
  }

  private mutating func restart() {
    settings.learningRate = now.learningRate
    timeline.stop()
    timeline.go(toStep: 0)
    timeline.length = steps
    history = [task.trainer(settings)]
  }
}
