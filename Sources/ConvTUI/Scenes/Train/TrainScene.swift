import Drawing
import Formats
import Model

/// A small network learns to classify images, batch by batch on the screen.
struct TrainScene: SceneWithQuestions, JobOwner {
  let kind = SceneKind.train
  let plan: TrainingPlan
  /// What the network is called among people; nil for one's own.
  let networkName: String?
  var timeline: Timeline
  var view = SceneView.run
  /// The order to the training, and its last report.
  private(set) var order = TrainingOrder()
  private(set) var snapshot: TrainingSnapshot?
  /// Whether anybody has looked here: no training begins before.
  private(set) var isOpened = false
  /// The layer that is chosen, and one of its units: a feature map, or an output.
  private(set) var layer = 0
  private(set) var unit = 0
  /// Whether the chosen map has the room of all.
  var isEnlarged = false
  var smoothing = Smoothing.strong
  var isLogarithmic = true
  var showsBranches = false
  /// The pen and what it has drawn; nil where the sample is an image of the data.
  private(set) var canvas: DrawingPad?
  private(set) var pace = TrainingPace()

  init(_ plan: TrainingPlan) {
    self.plan = plan
    let isLeNet = plan.trainer.network.graph == LeNet.graph(classes: plan.images.classNames.count)
    networkName = isLeNet ? "LeNet" : nil
    let epoch = plan.batchesPerEpoch
    timeline = Timeline(length: plan.epochs * epoch, row: epoch, isOpen: true, hasFullSpeed: true)
    if plan.isDemonstration { timeline.setSpeed(TrainScene.watchedSpeed) }
    timeline.go(toStep: plan.trainer.step)
  }

  /// The number of the speed at which the built-in digits are learned in a quarter of a minute: 16
  /// batches a second.
  private static let watchedSpeed = 5
  /// The batches by which a paced timeline may be ahead of the training.
  private static let mostAhead = 16

  var network: Network { plan.trainer.network }
  /// The network at the batch that is shown.
  var trainer: NetworkTrainer { snapshot?.trainer ?? plan.trainer }

  /// Whether an order is not yet carried out.
  var isBusy: Bool {
    guard isOpened else { return false }
    return snapshot.map { $0.order != order.number || !$0.isSettled } ?? true
  }

  var hasWorkToSave: Bool { plan.folder != nil }

  /// Thirty times a second while it trains: what is shown takes its time off the training.
  var nextTick: Duration? {
    let frame = Duration.milliseconds(timeline.isUnpaced ? 33 : 16)
    return isBusy ? min(frame, timeline.nextTick ?? frame) : timeline.nextTick
  }

  func facts(_ words: Words) -> [String] {
    [
      words.name(of: trainer.optimizer.method), words.rate(trainer.learningRate),
      words.parameterCount(network.parameterCount),
    ] + [networkName].compactMap(\.self)
  }

  func positionText(_ words: Words) -> String {
    if isOpened, snapshot == nil { return words.preparing(plan.images) }
    return isComputing
      ? words.computing(batch: shownTimeline.step, to: timeline.step)
      : words.batch(timeline.step, of: timeline.length)
  }

  /// Whether batches lie between what is shown and where the timeline was sent.
  var isComputing: Bool {
    guard let snapshot, !timeline.isPlaying, isBusy else { return false }
    return snapshot.step + TrainScene.mostAhead < timeline.step
  }

  var shownTimeline: Timeline {
    guard isComputing, let snapshot else { return timeline }
    var shown = timeline
    shown.go(toStep: snapshot.step)
    return shown
  }

  // MARK: Orders

  mutating func follow() {
    isOpened = true
    order.goal = goal
  }

  private var goal: TrainingOrder.Goal {
    if timeline.isUnpaced { return .run(until: timeline.length) }
    if case .reach = order.goal { return .reach(timeline.step) }
    return timeline.step == snapshot?.step ? .hold : .reach(timeline.step)
  }

  mutating func pass(_ time: Duration) {
    // A slow machine trains more slowly rather than shows what is not there.
    if timeline.step - (snapshot?.step ?? 0) < TrainScene.mostAhead { timeline.advance(by: time) }
    pace.pass(time)
  }

  /// Nil before the scene was on the screen.
  var jobOrder: TrainingOrder? { isOpened ? order : nil }

  var beginJob: @Sendable () -> TrainingEngine { { [plan] in TrainingEngine(plan) } }

  mutating func receive(_ snapshot: TrainingSnapshot) {
    self.snapshot = snapshot
    pace.note(snapshot.step)
    guard snapshot.order == order.number else { return }
    if case .reach = order.goal, !snapshot.isSettled { return }
    timeline.go(toStep: snapshot.step)
    guard timeline.isUnpaced, snapshot.isSettled else { return }
    timeline.stop()
    follow()
  }

  mutating func takeJob(of live: TrainScene) {
    (snapshot, isOpened) = (live.snapshot, isOpened || live.isOpened)
    let sample = order.sample
    order = live.order
    // What was changed by hand is gone.
    if !order.edits.isEmpty { order.edits.append(.restart(seed: plan.trainer.seed)) }
    (order.goal, order.sample) = (.reach(timeline.step), sample)
  }

  // MARK: Keys

  mutating func perform(_ action: Action, _ words: Words) -> Response {
    switch action {
    case .view: view = kind.view(after: view)
    case .nextPanel, .previousPanel:
      choose(layer: layer + (action == .nextPanel ? 1 : -1))
      if view == .run {
        return .tells(
          words.chosenLayer(layer + 1, network.graph.nodes[layer].operator.shortName))
      }
    case .nextUnit: choose(unit: unit + 1)
    case .previousUnit: choose(unit: unit - 1)
    case .nextItem: show(sample: +1)
    case .previousItem: show(sample: -1)
    case .branch: return showNextBranch(words)
    case .restart: return restart(seed: trainer.seed, words)
    case .seed: return .asks(Prompt(.seed, words.seedQuestion, present: "\(trainer.seed)"))
    default: return performOnCanvas(action)
    }
    return .done
  }

  mutating func take(_ answer: String, for action: Action, _ words: Words) -> String? {
    guard let seed = UInt64(answer) else { return words.notASeed(answer) }
    return restart(seed: seed, words).refusal
  }

  mutating func choose(layer: Int) {
    let count = network.graph.nodes.count
    self.layer = (layer + count) % count
    choose(unit: 0)
  }

  mutating func choose(unit: Int) {
    let count = network.outputs[layer].channels
    self.unit = (unit + count) % count
  }

  /// The rate that holds, or will once the last change has been taken.
  var learningRate: Float {
    if snapshot?.order != order.number, case .change(.rate(let rate), _) = order.edits.last {
      return rate
    }
    return trainer.learningRate
  }

  /// Changes the training where it is: a branch of its own, where a future is known already.
  mutating func make(_ change: ManualChange) throws(TooManyBranches) {
    if let snapshot, !snapshot.canBeChanged { throw TooManyBranches() }
    order.edits.append(.change(change, at: timeline.isUnpaced ? nil : timeline.step))
  }

  private mutating func showNextBranch(_ words: Words) -> Response {
    guard let snapshot, snapshot.branches.count > 1 else { return .refused(words.noBranchYet) }
    order.edits.append(.show((snapshot.current + 1) % snapshot.branches.count))
    timeline.stop()
    order.goal = .reach(timeline.step)
    return .done
  }

  private mutating func restart(seed: UInt64, _ words: Words) -> Response {
    if let folder = plan.folder { return .refused(words.noRestart(words.place(folder.path))) }
    timeline.stop()
    timeline.go(toStep: 0)
    order.edits.append(.restart(seed: seed))
    order.goal = .reach(0)
    return .done
  }

  // MARK: The sample

  private mutating func show(sample step: Int) {
    canvas = nil
    let count = plan.images.validationCount
    guard case .validation(let index) = order.sample else {
      order.sample = .validation(0)
      return
    }
    order.sample = .validation((index + step + count) % count)
  }

  /// Draws with the pen, or begins to where a digit of the data was shown.
  mutating func draw(_ change: (inout DrawingPad) -> Void) {
    let shape = network.input
    var canvas = canvas ?? DrawingPad(rows: shape.rows, columns: shape.columns)
    change(&canvas)
    self.canvas = canvas
    order.sample = .drawn(canvas.pixels)
  }
}
