import Formats
import Model

/// A kernel slides over an input, and every number of the output is taken apart.
struct SlideScene: KernelScene {
  /// All that undo brings back.
  struct Settings: Hashable, Sendable {
    var input: Tensor
    var kernel: Tensor
    var options = CorrelationOptions()
  }

  /// X, K and Y.
  struct Planes: Sendable {
    let input: Plane
    let kernel: Plane
    let output: Plane

    init(_ trace: Trace) {
      input = Plane(trace.input)
      kernel = Plane(trace.kernel)
      output = Plane(Correlation.fast(trace.input, trace.kernel, geometry: trace.geometry))
    }
  }

  enum Panel: Int, CaseIterable, Sendable { case input, kernel, output }

  struct Cursor: Hashable, Sendable {
    var panel: Panel
    var at: Position
  }

  let name = SceneName.slide
  var timeline: Timeline
  private(set) var settings: Settings
  private(set) var trace: Trace
  private(set) var planes: Planes
  var cursor: Cursor?
  private var past: [Settings] = []
  private var future: [Settings] = []

  init(_ settings: Settings) throws(GeometryError) {
    let trace = try SlideScene.trace(settings)
    self.settings = settings
    self.trace = trace
    planes = Planes(trace)
    timeline = Timeline(length: 0)
    fitTimeline()
  }

  var geometry: Geometry { trace.geometry }
  var output: Tensor { planes.output.matrix }
  var kernel: Tensor { settings.kernel }
  var hasCursor: Bool { cursor != nil }

  var facts: [String] {
    ["\(settings.input.shape) ⋆ \(settings.kernel.shape) → \(output.shape)"]
  }

  var positionText: String { Text.position(.slide, timeline) }

  var legend: Legend {
    switch cursor?.panel {
    case .input: Legend(name: "X", scale: planes.input.scale)
    case .kernel: Legend(name: "K", scale: planes.kernel.scale)
    default: Legend(name: "Y", scale: planes.output.scale)
    }
  }

  /// The window that is being computed, and how many of its products are done.
  var current: (window: Trace.Window, products: Int) {
    (trace.window(max(0, timeline.step - 1)), timeline.part)
  }

  // MARK: Changing

  mutating func setKernel(_ kernel: Tensor) throws(GeometryError) {
    var settings = settings
    settings.kernel = kernel
    try change(to: settings)
  }

  mutating func perform(_ action: Action) -> Response {
    if let response = performOnKernel(action) { return response }
    switch action {
    case .undo: return restore(from: \.past, to: \.future, otherwise: Text.nothingToUndo)
    case .redo: return restore(from: \.future, to: \.past, otherwise: Text.nothingToRedo)
    case .nextPanel: moveToPanel(1)
    case .previousPanel: moveToPanel(-1)
    case .move(let direction): move(direction)
    case .leave: cursor = nil
    case .pick, .edit: return pick(action)
    default: return changeOptions(action)
    }
    return .done
  }

  mutating func take(_ answer: String, for action: Action) -> String? {
    if action == .kernel { return takeKernel(answer) }
    guard let cursor else { return nil }
    guard let value = try? NumberList.parse(answer), value.count == 1 else {
      return Text.notOneNumber(answer)
    }
    var settings = settings
    if cursor.panel == .input {
      settings.input[cursor.at.rows, cursor.at.columns] = value[0]
    } else {
      settings.kernel[cursor.at.rows, cursor.at.columns] = value[0]
    }
    // Values alone never make a geometry fail.
    try? change(to: settings)
    return nil
  }

  mutating func click(_ point: Point, in rect: Rect, _ look: Look) {
    guard let hit = placed(in: rect, look).hit(point), let panel = Panel(rawValue: hit.pane) else {
      cursor = nil
      return
    }
    let isInside = Block(extent(of: panel)).contains(hit.at.rows, hit.at.columns)
    guard isInside else { return }
    if panel == .output {
      cursor = nil
      go(to: hit.at)
    } else {
      cursor = Cursor(panel: panel, at: hit.at)
    }
  }

  private mutating func changeOptions(_ action: Action) -> Response {
    var settings = settings
    func change(_ value: inout PerAxis<Int>, by step: Int) { value = value.map { $0 + step } }
    switch action {
    case .moreStride: change(&settings.options.stride, by: 1)
    case .lessStride: change(&settings.options.stride, by: -1)
    case .morePadding: change(&settings.options.padding, by: 1)
    case .lessPadding: change(&settings.options.padding, by: -1)
    case .moreDilation: change(&settings.options.dilation, by: 1)
    case .lessDilation: change(&settings.options.dilation, by: -1)
    case .paddingMode: return nextPaddingMode()
    default: return .done
    }
    do {
      try self.change(to: settings)
      return .done
    } catch {
      return .refused(Text.sentence(error))
    }
  }

  /// The next mode that fits the padding; zeros always do.
  private mutating func nextPaddingMode() -> Response {
    let modes = PaddingMode.allCases
    let start = modes.firstIndex(of: settings.options.mode) ?? 0
    for distance in 1..<modes.count {
      var settings = settings
      settings.options.mode = modes[(start + distance) % modes.count]
      if (try? change(to: settings)) != nil { return .done }
    }
    return .done
  }

  private mutating func change(to new: Settings) throws(GeometryError) {
    guard new != settings else { return }
    let old = settings
    try show(new)
    past.append(old)
    future = []
  }

  private mutating func restore(
    from source: WritableKeyPath<SlideScene, [Settings]>,
    to target: WritableKeyPath<SlideScene, [Settings]>, otherwise sentence: String
  ) -> Response {
    guard let settings = self[keyPath: source].popLast() else { return .refused(sentence) }
    self[keyPath: target].append(self.settings)
    // It was shown before, so it fits.
    try? show(settings)
    return .done
  }

  private mutating func show(_ settings: Settings) throws(GeometryError) {
    trace = try SlideScene.trace(settings)
    self.settings = settings
    planes = Planes(trace)
    fitTimeline()
    moveCursor { $0 }
  }

  private static func trace(_ settings: Settings) throws(GeometryError) -> Trace {
    let geometry = try Geometry(
      input: settings.input.shape, kernel: settings.kernel.shape, options: settings.options)
    return Trace(settings.input, settings.kernel, geometry: geometry)
  }

  private mutating func fitTimeline() {
    let (position, step, parts) = (timeline.position, timeline.step, timeline.parts)
    timeline.length = geometry.windowCount
    timeline.parts = geometry.productsPerWindow
    timeline.row = geometry.columns.output
    if timeline.parts == parts { timeline.go(to: position) } else { timeline.go(toStep: step) }
  }

  // MARK: The cursor

  func extent(of panel: Panel) -> Shape {
    switch panel {
    case .input: settings.input.shape
    case .kernel: settings.kernel.shape
    case .output: output.shape
    }
  }

  private mutating func moveToPanel(_ step: Int) {
    let panels: [Panel?] = [nil] + Panel.allCases
    let index = panels.firstIndex(of: cursor?.panel) ?? 0
    let panel = panels[(index + step + panels.count) % panels.count]
    cursor = panel.map { Cursor(panel: $0, at: start(in: $0)) }
  }

  /// Where the cursor enters a panel: at the window that is being computed.
  private func start(in panel: Panel) -> Position {
    let product = trace.product(max(0, current.products - 1), of: current.window)
    switch panel {
    case .input: return product.source ?? Position(0)
    case .kernel: return product.tap
    case .output: return current.window.at
    }
  }

  private mutating func move(_ direction: Direction) {
    moveCursor(direction.moved)
  }

  /// Moves the cursor within its panel.
  private mutating func moveCursor(_ move: (Position) -> Position) {
    guard let cursor else { return }
    let at = Block(extent(of: cursor.panel)).clamp(move(cursor.at))
    self.cursor = Cursor(panel: cursor.panel, at: at)
  }

  /// Enter and e: edits the cell under the cursor; Enter on an output goes to its window.
  private mutating func pick(_ action: Action) -> Response {
    let cursor = cursor ?? Cursor(panel: .input, at: start(in: .input))
    self.cursor = cursor
    switch cursor.panel {
    case .output:
      guard action == .pick else { return .refused(Text.outputIsComputed) }
      go(to: cursor.at)
      return .done
    case .input: return .asks(Prompt(.edit, Text.cell("X", cursor.at) + " ="))
    case .kernel: return .asks(Prompt(.edit, Text.cell("K", cursor.at) + " ="))
    }
  }

  mutating func go(to output: Position) {
    timeline.stop()
    timeline.go(toStep: trace.number(of: Trace.Window(kernel: 0, at: output)) + 1)
  }
}
