import Drawing
import Formats
import Model

/// Trainings that go on elsewhere, as their files tell of them.
struct WatchScene: JobOwner, SceneInRoom {
  let kind = SceneKind.watch
  /// Folders and files; `-` is standard input.
  let roots: [String]
  let selection: WatchSelection
  var timeline = Timeline(length: 0)
  var view: SceneView {
    get { shown }
    set {
      let (old, before, followed) = (shown, step, follows)
      shown = newValue
      viewChanged(from: old, at: before, follows: followed)
    }
  }
  private var shown = SceneView.scalars
  var order = WatchJob.Order()
  private(set) var report: WatchReport?
  private(set) var charts: [ScalarChart] = []
  /// The runs that are selected, and their tensors that are drawn as tiles.
  private(set) var runs: [Run] = []
  private(set) var runNames = RunNames([])
  private(set) var kernels: [KernelTag] = []
  /// Their images and feature maps, histograms and texts.
  private(set) var pictures: [WatchedTag] = []
  private(set) var histograms: [WatchedTag] = []
  private(set) var texts: [WatchedTag] = []
  private(set) var parameters = ParameterSources([])
  /// What is chosen in each view.
  var chosen: [SceneView: Int] = [:]
  /// Whether the chosen one has the room of all.
  var isEnlarged = false
  /// The tile of the enlarged tensor that is pointed at.
  var tile = 0
  /// What was looked at before the alarms.
  var viewBeforeAlarms = SceneView.scalars
  /// The first line of the enlarged text.
  var scroll = 0
  /// What the present place is compared with.
  var pin: WatchPin?
  /// The steps through which the keys go: those at which something of the view was logged.
  private(set) var moments = StepRuns()
  /// The step that was looked at before the view changed, until a key moves from there.
  private var kept: (step: Int64, at: Int)?
  /// How much room there is, and how it looks.
  private(set) var body = Size(width: 80, height: 20)
  private(set) var look = Look()
  var smoothing = Smoothing.none
  var isLogarithmic = true
  var clipsOutliers = false
  var axis = ChartAxis.step
  /// The last step that the trainings are to come to, as far as a person said it.
  var total: Int64?
  /// Whether each rank is a run of its own.
  private(set) var showsRanks = false
  /// The step to show first; the newest where it is nil.
  private var wantedStep: Int64?
  private var isOpened = false
  /// What `-` is.
  private let input: InputStream?
  /// Whether something was written that was not looked at yet.
  private(set) var isLookDue = false
  /// Since the last look at the files, and since something new came.
  private var sinceLook = Duration.zero
  private var sinceNews = Duration.zero

  init(
    _ roots: [String], _ selection: WatchSelection? = nil, step: Int64? = nil,
    input: InputStream? = nil
  ) {
    self.roots = roots
    self.input = input
    self.selection = selection ?? .all
    wantedStep = step
  }

  /// The time between two looks while something comes, and after a while without.
  private static let (soon, seldom) = (Duration.milliseconds(100), Duration.seconds(1))
  private static let patience = Duration.seconds(10)
  /// The least time between two looks: with the look and its frame about a sixtieth of a second.
  private static let least = Duration.milliseconds(11)
  /// A look is mostly over after so long.
  private static let moment = Duration.milliseconds(2)

  private var pause: Duration {
    if isLookDue { return WatchScene.least }
    return sinceNews < WatchScene.patience ? WatchScene.soon : WatchScene.seldom
  }

  /// Whether an order is not yet carried out.
  var isBusy: Bool {
    guard isOpened, !roots.isEmpty else { return false }
    guard let report else { return true }
    return report.look != order.look || !report.isSettled
      || order.wanted.contains { report.values[$0] == nil }
      || order.norms.contains { report.norms[$0] == nil }
  }

  var shareDone: Double { isBusy ? report?.tree.share ?? 0 : 1 }

  var nextTick: Duration? {
    guard !roots.isEmpty else { return nil }
    if isBusy { return sinceLook < WatchScene.least ? WatchScene.moment : WatchScene.least }
    let look = max(.milliseconds(1), pause - sinceLook)
    return timeline.nextTick.map { min($0, look) } ?? look
  }

  /// Time alone changes nothing but what is played; what else is new comes in a report.
  var isStill: Bool { !timeline.isPlaying }

  mutating func pass(_ time: Duration) {
    timeline.advance(by: time)
    sinceLook += time
    sinceNews += time
    if isOpened, !isBusy, sinceLook >= pause {
      order.look += 1
      // What this one is late by the next one comes earlier.
      sinceLook = min(sinceLook - pause, WatchScene.moment)
      isLookDue = false
    }
  }

  /// Hears that something was written.
  mutating func hear() { isLookDue = true }

  mutating func follow() {
    if !isOpened, !roots.isEmpty {
      isOpened = true
      order.look = 1
    }
    demand()
  }

  mutating func fit(_ body: Size, _ look: Look) {
    (self.body, self.look) = (body, look)
    demand()
  }

  // MARK: The job

  var readsFirst: Bool { true }

  /// Nil before the scene was on the screen.
  var jobOrder: WatchJob.Order? { isOpened ? order : nil }

  var beginJob: @Sendable () -> WatchJob { { [roots, input] in WatchJob(roots, input: input) } }

  mutating func receive(_ report: WatchReport) {
    let isNews = report.tree.revision != self.report?.tree.revision
    let (wasAtEnd, before) = (follows, step)
    self.report = report
    guard isNews else { return }
    sinceNews = .zero
    findPanels(report)
    if let wanted = wantedStep, report.isSettled {
      timeline.go(toStep: index(of: wanted))
      wantedStep = nil
    } else if wasAtEnd {
      if !timeline.isPlaying { timeline.go(toStep: timeline.length) }
    } else {
      timeline.go(toStep: index(of: before))
      if kept != nil { kept = (before, timeline.step) }
    }
    demand()
  }

  private mutating func findPanels(_ report: WatchReport) {
    runs = selection.runs(of: report.runs)
    if showsRanks { runs = runs.flatMap(\.unfolded) }
    runNames = RunNames(runs.map(\.name))
    charts = ScalarChart.charts(of: runs, selection)
    kernels = KernelTag.all(of: runs, selection)
    pictures = WatchedTag.pictures(of: runs, selection)
    histograms = WatchedTag.all(of: runs, selection, .histogram)
    texts = WatchedTag.all(of: runs, selection, .text)
    parameters = ParameterSources(runs)
    for (view, index) in chosen { chosen[view] = min(index, max(0, count(in: view) - 1)) }
    findMoments()
  }

  /// Shows each rank as a run of its own, or all as one.
  mutating func show(ranks: Bool) {
    guard ranks != showsRanks else { return }
    showsRanks = ranks
    if let report { findPanels(report) }
    demand()
  }

  mutating func takeJob(of live: WatchScene) {
    (report, isOpened, order) = (live.report, live.isOpened, live.order)
    (charts, runs, kernels) = (live.charts, live.runs, live.kernels)
    (pictures, histograms, texts) = (live.pictures, live.histograms, live.texts)
    (parameters, runNames) = (live.parameters, live.runNames)
    findMoments()
    timeline.go(toStep: timeline.length)
  }

  // MARK: The cursor

  /// Whether the newest step is shown, also when newer ones come.
  var follows: Bool { timeline.step >= timeline.length }

  /// The step that is looked at.
  var step: Int64 {
    if let kept, kept.at == timeline.step, !follows { return kept.step }
    guard !moments.isEmpty else { return report?.moments.last ?? 0 }
    return moments[max(0, min(moments.count - 1, timeline.step))]
  }

  /// The place of the last moment up to a step.
  private func index(of step: Int64) -> Int { max(0, moments.count(upTo: step) - 1) }

  mutating func go(to step: Int64) {
    timeline.go(toStep: index(of: step))
    kept = nil
  }

  /// Finds the steps of the view.
  private mutating func findMoments() {
    let tags: [RunTag]? =
      switch view {
      case .kernels where !kernels.isEmpty: kernels.map(\.tag)
      case .images: pictures.map(\.tag)
      case .histograms: histograms.map(\.tag)
      case .texts: texts.map(\.tag)
      default: nil
      }
    moments =
      tags?.reduce(StepRuns()) { $0.merged(with: $1.steps) } ?? report?.moments ?? StepRuns()
    timeline.length = max(0, moments.count - 1)
    timeline.row = max(1, timeline.length / 20)
  }

  /// Shows the new view at the same step, or the newest where that was followed.
  private mutating func viewChanged(from old: SceneView, at before: Int64, follows: Bool) {
    guard view != old else { return }
    (isEnlarged, tile, scroll) = (false, 0, 0)
    findMoments()
    timeline.go(toStep: follows ? timeline.length : index(of: before))
    kept = follows ? nil : (before, timeline.step)
    demand()
  }

  func facts(_ words: Words) -> [String] {
    guard let report, !runs.isEmpty else { return [] }
    let written = runs.map(\.written).max() ?? 0
    // The first goes where there is no room.
    return [
      words.age(seconds: report.now - written),
      runs.count > 1
        ? words.runCount(runs.count)
        : runs[0].name == "-" ? words.printedLines : runs[0].name.printable,
    ]
  }

  func positionText(_ words: Words) -> String {
    guard !moments.isEmpty else { return words.noStepYet }
    let unit = runs.first?.tags.first?.unit ?? .step
    return words.moment(step, unit, follows: follows)
  }

  func chapter(_ words: Words) -> String? { nil }
}

extension WatchScene: SceneWithNumberedSteps {
  var stepNumbers: ClosedRange<Int64> {
    (moments.first ?? 0)...max(moments.first ?? 0, moments.last ?? 0)
  }

  func place(of step: Int64) -> Int { index(of: step) }
}
