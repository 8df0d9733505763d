import Drawing
import Formats
import Model

extension WatchScene: SceneWithCursor {
  /// The chart and the tensor that are chosen.
  var chart: Int { chosen[.scalars, default: 0] }
  var kernel: Int { chosen[.kernels, default: 0] }

  /// How many there are of what a view shows.
  func count(in view: SceneView) -> Int {
    switch view {
    case .scalars: charts.count
    case .kernels: kernels.count
    case .images: pictures.count
    case .histograms: histograms.count
    case .texts: texts.count
    case .parameters: parameters.runs.count
    case .alarms: alarms.count
    default: 0
    }
  }

  /// Whether a tile of the enlarged tensor can be pointed at, or the enlarged text be moved.
  var hasCursor: Bool { isEnlarged && (view == .texts || view == .kernels && !kernels.isEmpty) }

  mutating func perform(_ action: Action, _ words: Words) -> Response {
    switch action {
    case .view: view = nextView
    case .nextPanel, .nextItem: choose(+1)
    case .previousPanel, .previousItem: choose(-1)
    case .enlarge: (isEnlarged, scroll) = (!isEnlarged && count(in: view) > 0, 0)
    case .zoomReset, .leave: isEnlarged = false
    case .move(let direction): move(direction)
    case .pick: return view == .alarms ? openAlarm(words) : openTile(words)
    case .alarms: turnAlarms()
    case .pin: return turnPin(words)
    default: return .refused(words.nothingMoreHere)
    }
    demand()
    return .done
  }

  /// The next view that has something to show, or says how it would.
  private var nextView: SceneView {
    var next = kind.view(after: view)
    while [.images, .histograms, .texts, .parameters].contains(next), count(in: next) == 0 {
      next = kind.view(after: next)
    }
    return next
  }

  private mutating func choose(_ step: Int) {
    let count = count(in: view)
    guard count > 0 else { return }
    (tile, scroll) = (0, 0)
    guard view == .kernels else {
      chosen[view] = (chosen[view, default: 0] + step + count) % count
      return
    }
    let order = kernelOrder
    let place = order.firstIndex(of: kernel) ?? 0
    chosen[.kernels] = order[(place + step + count) % count]
  }

  private mutating func move(_ direction: Direction) {
    if view == .texts {
      let last = max(0, textLines(width: body.width).count - 1)
      scroll = max(0, min(last, scroll + (direction == .down ? 1 : -1)))
    } else if let tensor = shownTensor(0) {
      let place = tilePlace(in: page(Rect(body)))
      tile = KernelTiles(tensor, in: place, look).moved(tile, direction, in: place, look)
    }
  }

  private mutating func turnPin(_ words: Words) -> Response {
    guard pin == nil else {
      pin = nil
      demand()
      return .tells(words.pinTaken)
    }
    guard !moments.isEmpty else { return .refused(words.noStepYet) }
    pin = WatchPin(
      step: step, run: kernels.indices.contains(kernel) ? kernels[kernel].run : nil)
    demand()
    return .tells(words.pinned(step))
  }

  // MARK: What is wanted of the files

  /// What is on the screen of what a view shows: all that have room, or the enlarged one.
  var visible: Range<Int> {
    let (count, index) = (count(in: view), chosen[view, default: 0])
    guard count > 0 else { return 0..<0 }
    if isEnlarged { return index..<index + 1 }
    let grid = grid(of: view, count, in: panels(page(Rect(body))).size)
    let first = index / grid.count * grid.count
    return first..<min(count, first + grid.count)
  }

  /// Where the panels of the view stand; below histograms stands a line on the chosen one, and below charts
  /// what a watched program printed.
  func panels(_ page: Rect) -> Rect {
    switch view {
    case .histograms: page.inset(bottom: page.height >= 11 ? 2 : 0)
    case .scalars: page.inset(bottom: logRoom(page))
    default: page
    }
  }

  func grid(of view: SceneView, _ count: Int, in size: Size) -> ChartGrid {
    let count = isEnlarged ? 1 : count
    return view == .images
      ? ChartGrid(count, in: size, least: Size(width: 24, height: 9), shape: 2.4, fills: false)
      : ChartGrid(count, in: size)
  }

  /// The present step and those beside it, which a key comes to.
  private var stepsAround: [Int64] {
    let places = [timeline.step + 1, timeline.step - 1].filter(moments.indices.contains)
    return [step] + places.map { moments[$0] }
  }

  /// Asks for the values that the view shows.
  mutating func demand() {
    order.norms = view == .kernels ? wantedNorms : view == .alarms ? alarmNorms : []
    switch view {
    case .kernels where kernels.indices.contains(kernel):
      order.wanted = stepsAround.flatMap { kernels[kernel].addresses(upTo: $0) }
      if let pin, let address = kernels[kernel].pinned(pin, runs) { order.wanted.append(address) }
      if hasCursor, let address = pictureToSlideOver { order.wanted.append(address) }
    case .images:
      let shown = pictures[visible]
      order.wanted = stepsAround.flatMap { step in shown.compactMap { $0.address(upTo: step) } }
    case .histograms:
      order.wanted = histograms[visible].flatMap { tag in
        [tag.address(upTo: step)].compactMap(\.self) + tag.sampled.map(\.address)
      }
    case .texts where texts.indices.contains(text):
      order.wanted = stepsAround.compactMap { texts[text].address(upTo: $0) }
    case .parameters: order.wanted = parameters.addresses
    case .alarms: order.wanted = alarmValues
    default: order.wanted = []
    }
  }

  /// The text that is chosen.
  var text: Int { chosen[.texts, default: 0] }

  /// So many tensors have their norms in the table.
  static let mostNorms = 64

  private var wantedNorms: [NormAddress] {
    guard kernels.indices.contains(kernel) else { return [] }
    let some = kernels.prefix(WatchScene.mostNorms)
    return some.compactMap { $0.norm(upTo: step) } + some.compactMap(comparison)
      + kernels[kernel].sampled.map(\.norm)
  }

  /// A tensor now and at the pin; nil where there is no pin, or one of both.
  func comparison(_ kernel: KernelTag) -> NormAddress? {
    guard let pin, let now = kernel.address(kernel.tag, upTo: step),
      let before = kernel.pinned(pin, runs)
    else { return nil }
    return NormAddress(value: now, before: before)
  }

  /// How much a tensor differs from that at the pin, ‖B − A‖ ÷ ‖B‖.
  func change(_ kernel: KernelTag) -> Double? {
    comparison(kernel).flatMap { report?.norms[$0] ?? nil }?.change
  }

  /// The tensors as they stand in the table: those that changed most since the pin first.
  var kernelOrder: [Int] {
    guard pin != nil else { return Array(kernels.indices) }
    let changes = kernels.map { change($0) ?? -1 }
    return kernels.indices.sorted { (changes[$1], $0) < (changes[$0], $1) }
  }
}
