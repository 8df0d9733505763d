import Drawing
import Formats
import Model

/// Trainings that go on elsewhere, as their files tell of them.
struct WatchScene: JobOwner {
  let kind = SceneKind.watch
  /// Folders and files; `-` is standard input.
  let roots: [String]
  let selection: WatchSelection
  var timeline = Timeline(length: 0)
  var view = SceneView.scalars
  private(set) var order = WatchJob.Order()
  private(set) var report: WatchReport?
  private(set) var charts: [ScalarChart] = []
  /// The runs that are selected, and their tensors that are drawn as tiles.
  private(set) var runs: [Run] = []
  private(set) var kernels: [KernelTag] = []
  /// The chart and the tensor that are chosen.
  private(set) var chart = 0
  private(set) var kernel = 0
  /// Whether the chosen one has the room of all.
  var isEnlarged = false
  var smoothing = Smoothing.none
  var isLogarithmic = true
  var clipsOutliers = false
  var axis = ChartAxis.step
  /// The step to show first; the newest where it is nil.
  private var wantedStep: Int64?
  private var isOpened = false
  /// Whether standard input is read to its end.
  private let waits: Bool
  /// Since the last look at the files, and since something new came.
  private var sinceLook = Duration.zero
  private var sinceNews = Duration.zero

  init(
    _ roots: [String], _ selection: WatchSelection? = nil, step: Int64? = nil, waits: Bool = false
  ) {
    self.roots = roots
    self.waits = waits
    self.selection = selection ?? .all
    wantedStep = step
  }

  /// The time between two looks while something comes, and after a while without.
  private static let (soon, seldom) = (Duration.milliseconds(100), Duration.milliseconds(500))
  private static let patience = Duration.seconds(10)

  private var pause: Duration {
    sinceNews < WatchScene.patience ? WatchScene.soon : WatchScene.seldom
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
    if isBusy { return .milliseconds(16) }
    let look = max(.milliseconds(1), pause - sinceLook)
    return timeline.nextTick.map { min($0, look) } ?? look
  }

  mutating func pass(_ time: Duration) {
    timeline.advance(by: time)
    sinceLook += time
    sinceNews += time
    if isOpened, !isBusy, sinceLook >= pause {
      order.look += 1
      sinceLook = .zero
    }
  }

  mutating func follow() {
    if !isOpened, !roots.isEmpty {
      isOpened = true
      order.look = 1
    }
    demand()
  }

  // MARK: The job

  /// Nil before the scene was on the screen.
  var jobOrder: WatchJob.Order? { isOpened ? order : nil }

  var beginJob: @Sendable () -> WatchJob { { [roots, waits] in WatchJob(roots, waits: waits) } }

  mutating func receive(_ report: WatchReport) {
    let isNews = report.tree.revision != self.report?.tree.revision
    let (wasAtEnd, before) = (follows, step)
    self.report = report
    guard isNews else { return }
    sinceNews = .zero
    runs = selection.runs(of: report.runs)
    charts = ScalarChart.charts(of: runs, selection)
    kernels = KernelTag.all(of: runs, selection)
    chart = min(chart, max(0, charts.count - 1))
    kernel = min(kernel, max(0, kernels.count - 1))
    timeline.length = max(0, report.moments.count - 1)
    if let wanted = wantedStep, report.isSettled {
      timeline.go(toStep: index(of: wanted))
      wantedStep = nil
    } else if wasAtEnd {
      if !timeline.isPlaying { timeline.go(toStep: timeline.length) }
    } else {
      timeline.go(toStep: index(of: before))
    }
    demand()
  }

  mutating func takeJob(of live: WatchScene) {
    (report, isOpened, order) = (live.report, live.isOpened, live.order)
    (charts, runs, kernels) = (live.charts, live.runs, live.kernels)
    timeline.length = live.timeline.length
    timeline.go(toStep: timeline.length)
  }

  // MARK: The cursor

  /// Whether the newest step is shown, also when newer ones come.
  var follows: Bool { timeline.step >= timeline.length }

  /// The step that is looked at.
  var step: Int64 {
    guard let moments = report?.moments, !moments.isEmpty else { return 0 }
    return moments[max(0, min(moments.count - 1, timeline.step))]
  }

  /// The place of the last moment up to a step.
  private func index(of step: Int64) -> Int {
    guard let moments = report?.moments else { return 0 }
    var (low, high) = (0, moments.count)
    while low < high {
      let middle = (low + high) / 2
      if moments[middle] <= step { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// Asks for the values that the view shows.
  private mutating func demand() {
    guard view == .kernels, kernels.indices.contains(kernel) else {
      (order.wanted, order.norms) = ([], [])
      return
    }
    order.wanted = kernels[kernel].addresses(upTo: step)
    order.norms =
      kernels.prefix(WatchScene.mostNorms).compactMap { $0.norm(upTo: step) }
      + kernels[kernel].sampled.map(\.norm)
  }

  /// So many tensors have their norms in the table.
  static let mostNorms = 64

  // MARK: Keys

  mutating func perform(_ action: Action, _ words: Words) -> Response {
    switch action {
    case .view: view = kind.view(after: view)
    case .nextPanel, .nextItem: choose(+1)
    case .previousPanel, .previousItem: choose(-1)
    case .nextUnit where view == .kernels: choose(+1)
    case .previousUnit where view == .kernels: choose(-1)
    case .enlarge: isEnlarged.toggle()
    case .zoomReset: isEnlarged = false
    default: return .refused(words.nothingMoreHere)
    }
    demand()
    return .done
  }

  private mutating func choose(_ step: Int) {
    if view == .kernels, !kernels.isEmpty {
      kernel = (kernel + step + kernels.count) % kernels.count
    } else if !charts.isEmpty {
      chart = (chart + step + charts.count) % charts.count
    }
  }

  func facts(_ words: Words) -> [String] {
    guard let report, !runs.isEmpty else { return [] }
    let written = runs.map(\.written).max() ?? 0
    return [
      runs.count == 1 ? runs[0].name.printable : words.runCount(runs.count),
      words.age(seconds: report.now - written),
    ]
  }

  func positionText(_ words: Words) -> String {
    guard let report, !report.moments.isEmpty else { return words.noStepYet }
    let unit = runs.first?.tags.first?.unit ?? .step
    return words.moment(step, unit, follows: follows)
  }

  func chapter(_ words: Words) -> String? { nil }
}
