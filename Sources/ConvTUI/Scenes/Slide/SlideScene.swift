import Drawing
import Formats
import Model

/// A kernel slides over an input, and the scene explains every number of the output.
struct SlideScene: SlidingScene, SceneWithCursor, SceneWithQuestions {
  typealias Settings = SlidingSettings

  /// X, K and Y, and the factors of K.
  struct Planes: Sendable {
    let input: Plane
    let kernel: Plane
    let output: Plane
    let separation: RankFactorization?

    init(_ trace: Trace, kernel: Tensor) {
      input = Plane(trace.input)
      self.kernel = Plane(kernel)
      output = Planes.output(trace)
      separation = RankFactorization(of: kernel)
    }

    /// Y, written so that the sums on the way to its numbers fit in as well.
    private static func output(_ trace: Trace) -> Plane {
      let matrix = Correlation.fast(
        trace.input, trace.kernel, bias: trace.bias, geometry: trace.geometry)
      let sums = matrix.elements + trace.partialSums(atMost: mostSums)
      return Plane(matrix, format: NumberFormat(sums))
    }

    /// The number of sums to compute between a key and the next frame.
    private static let mostSums = 1 << 17
  }

  enum Panel: Int, CaseIterable, Sendable { case input, kernel, output }

  struct Cursor: Hashable, Sendable {
    var panel: Panel
    var at: Position
  }

  let kind = SceneKind.slide
  var timeline: Timeline
  private(set) var settings: Settings
  private(set) var trace: Trace
  private(set) var planes: Planes
  var cursor: Cursor?
  var view = SceneView.run
  /// The number that was last typed into K: what painting puts.
  private(set) var brush: Float?
  /// Whether the cursor leaves that number where it goes in K.
  var isPenDown = false
  var undo = Undo<Settings>()
  /// What the input is called.
  var inputName = "X"
  /// Whether the mouse is painting, so that its stroke is taken back as one.
  var isPainting = false

  init(_ settings: Settings) throws(GeometryError) {
    let trace = try SlideScene.trace(settings)
    self.settings = settings
    self.trace = trace
    planes = Planes(trace, kernel: settings.kernel)
    timeline = Timeline(length: 0)
    fitTimeline()
  }

  var geometry: Geometry { trace.geometry }
  var output: Tensor { planes.output.matrix }
  var hasCursor: Bool { cursor != nil }

  func facts(_ words: Words) -> [String] {
    ["\(settings.input.shape) \(sliding.operation) \(settings.kernel.shape) → \(output.shape)"]
  }

  /// As wide at every step, so that the bar behind it stands still.
  func positionText(_ words: Words) -> String {
    let count = timeline.length
    return words.window(timeline.step, of: count)
      .padded(to: words.window(count, of: count).cellWidth)
  }

  func legend(_ words: Words) -> Legend {
    switch cursor?.panel {
    case .input: Legend(name: "X", scale: planes.input.scale)
    case .kernel: Legend(name: "K", scale: planes.kernel.scale)
    default: Legend(name: "Y", scale: outputScale, isResult: true, isKnown: isDone)
    }
  }

  /// The window that is being computed, and how many of its products are done.
  var current: (window: Trace.Window, products: Int) {
    (trace.window(max(0, timeline.step - 1)), timeline.part)
  }

  // MARK: Changing

  mutating func perform(_ action: Action, _ words: Words) -> Response {
    if let response = performOnKernel(action, words) { return response }
    switch action {
    case .view: view = kind.view(after: view)
    default: return performOnEditor(action, words) ?? performOnCursor(action, words) ?? .done
    }
    return .done
  }

  mutating func take(_ answer: String, for action: Action, _ words: Words) -> String? {
    guard action == .edit else { return takeKernel(answer, words) }
    guard let cursor else { return nil }
    guard let value = try? NumberList.parse(answer), value.count == 1 else {
      return words.notOneNumber(answer)
    }
    if cursor.panel == .kernel { brush = value[0] }
    put(value[0], at: cursor)
    return nil
  }

  /// Changes one number of X or K.
  mutating func put(_ value: Float, at cursor: Cursor) {
    var settings = settings
    if cursor.panel == .input {
      settings.input[cursor.at.row, cursor.at.column] = value
    } else {
      settings.kernel[cursor.at.row, cursor.at.column] = value
    }
    // Values alone never make a geometry fail.
    if isPainting { try? show(settings) } else { try? change(to: settings) }
  }

  mutating func show(_ settings: Settings) throws(GeometryError) {
    trace = try SlideScene.trace(settings)
    self.settings = settings
    planes = Planes(trace, kernel: settings.kernel)
    fitTimeline()
    moveCursor { $0 }
  }

  private static func trace(_ settings: Settings) throws(GeometryError) -> Trace {
    let geometry = try Geometry(
      input: settings.input.shape, kernel: settings.kernel.shape,
      options: settings.sliding.options)
    return Trace(
      settings.input, settings.sliding.turned(settings.kernel), bias: settings.sliding.biases,
      geometry: geometry)
  }

  private mutating func fitTimeline() {
    let (position, step, parts) = (timeline.position, timeline.step, timeline.parts)
    timeline.length = geometry.windowCount
    timeline.parts = geometry.productsPerWindow
    timeline.row = geometry.columns.output
    if timeline.parts == parts { timeline.go(to: position) } else { timeline.go(toStep: step) }
  }
}
