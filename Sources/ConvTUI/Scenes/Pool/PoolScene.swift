import Drawing
import Formats
import Model

/// A window slides over an input and takes its maximum and its mean, side by side.
struct PoolScene: SceneWithUndo, SceneWithInput, SceneWithPointer {
  struct Settings: Hashable, Sendable {
    var input: Tensor
    var window: PoolingWindow
    /// How far the input is moved to be pooled once more; nil where it is pooled as it stands alone.
    var shift: Shift?
  }

  /// A move of the input by one pixel; what comes in is zero.
  enum Shift: String, CaseIterable, Sendable { case right, down }

  let kind = SceneKind.pool
  var timeline: Timeline
  private(set) var settings: Settings
  var undo = Undo<Settings>()
  private(set) var pooled: Pooled
  /// The same of the input that is moved.
  private(set) var moved: Pooled?
  /// Whether the numbers around the window are shown, of an input that is looked at as a picture else.
  private(set) var isClose = false
  /// The rows and columns of it whose numbers are shown.
  var mostShown = PoolScene.mostShown

  init(_ settings: Settings) throws(GeometryError) {
    self.settings = settings
    pooled = try Pooled(settings.input, settings.window)
    if let shift = settings.shift {
      moved = try Pooled(shift.applied(to: settings.input), settings.window)
    }
    timeline = Timeline(length: pooled.shape.area, row: pooled.shape.columns)
    fitTimeline(to: 0)
  }

  /// An input of many numbers is a picture; zooming shows the numbers.
  var view: SceneView { pooled.isLarge ? .maps : .run }
  var helpViews: [SceneView] { [view] }
  /// Whether the whole of a large input is looked at.
  var isFar: Bool { pooled.isLarge && !isClose }

  func facts(_ words: Words) -> [String] { ["\(settings.input.shape) → \(pooled.shape)"] }
  func positionText(_ words: Words) -> String { words.window(done, of: pooled.shape.area) }
  func legend(_ words: Words) -> Legend { Legend(name: "X", scale: pooled.input.scale) }

  /// The output whose window is shown.
  var unit: Position {
    // Before the first step over a picture it is the window where that will lead.
    let number = done > 0 ? done - 1 : isFar ? pooled.telling.first ?? 0 : 0
    return Position(number, inRowsOf: pooled.shape.columns)
  }

  // MARK: Changing

  mutating func perform(_ action: Action, _ words: Words) -> Response {
    switch action {
    case .zoomIn where isClose: return .refused(words.closestWindow)
    case .zoomIn: look(closely: true)
    case .zoomOut, .zoomReset: look(closely: false)
    default: break
    }
    return .done
  }

  mutating func show(_ settings: Settings) throws {
    var scene = try PoolScene(settings)
    let done = done
    (scene.undo, scene.timeline, scene.isClose) = (undo, timeline, isClose)
    scene.fitTimeline(to: done)
    self = scene
  }

  func consequence(_ words: Words) -> String? { "\(settings.input.shape) → \(pooled.shape)" }

  mutating func click(_ point: Point, in rect: Rect, _ look: Look) {
    if isFar { return clickPicture(point, in: rect, look) }
    guard let hit = placed(in: rect, look).hit(point) else { return }
    let isOutput = hit.pane % 3 > 0
    guard isOutput else { return }
    timeline.stop()
    timeline.go(toStep: hit.at.row * pooled.shape.columns + hit.at.column + 1)
  }
}

/// How many windows are done: one a step, but over a whole picture soon many.
extension PoolScene {
  /// The windows that are done.
  var done: Int { isFar ? stops[min(timeline.step, stops.count - 1)] : timeline.step }

  /// The counts of windows at which the steps over a picture stand: those that tell most, and all.
  private var stops: [Int] {
    Set([0] + pooled.telling.map { $0 + 1 } + [pooled.shape.area]).sorted()
  }

  /// Gives the timeline the steps of what is looked at, and puts it where so many windows are done.
  fileprivate mutating func fitTimeline(to done: Int) {
    (timeline.length, timeline.row) =
      isFar ? (stops.count - 1, 1) : (pooled.shape.area, pooled.shape.columns)
    timeline.go(toStep: isFar ? (stops.lastIndex { $0 <= done } ?? 0) : done)
  }

  mutating func look(closely isClose: Bool) {
    let done = done
    self.isClose = isClose && pooled.isLarge
    timeline.stop()
    fitTimeline(to: done)
  }

  /// Shows the numbers of the window that is clicked.
  private mutating func clickPicture(_ point: Point, in rect: Rect, _ look: Look) {
    guard let (pane, at) = pictures(in: rect, look).hit(point) else { return }
    let window = settings.window
    let unit =
      pane % 3 == 0
      ? Position(
        row: (at.row + window.padding.rows) / window.stride.rows,
        column: (at.column + window.padding.columns) / window.stride.columns) : at
    let clamped = Block(pooled.shape).clamp(unit)
    self.look(closely: true)
    timeline.go(toStep: clamped.row * pooled.shape.columns + clamped.column + 1)
  }
}

extension PoolScene.Shift {
  func applied(to input: Tensor) -> Tensor {
    let shape = input.shape
    var result = Tensor(shape)
    let (down, right) = self == .down ? (1, 0) : (0, 1)
    for row in down..<max(down, shape.rows) {
      for column in right..<max(right, shape.columns) {
        result[row, column] = input[row - down, column - right]
      }
    }
    return result
  }
}

extension PoolingWindow {
  /// A stride that is the size stays the size.
  mutating func resize(to larger: PlaneSize) {
    if stride == PerAxis(size) { stride = PerAxis(larger) }
    size = larger
    padding = PerAxis(
      rows: min(padding.rows, size.rows / 2), columns: min(padding.columns, size.columns / 2))
  }
}
