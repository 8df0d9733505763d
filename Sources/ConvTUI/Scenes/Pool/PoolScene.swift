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

  init(_ settings: Settings) throws(GeometryError) {
    self.settings = settings
    pooled = try Pooled(settings.input, settings.window)
    if let shift = settings.shift {
      moved = try Pooled(shift.applied(to: settings.input), settings.window)
    }
    timeline = Timeline(length: pooled.shape.area, row: pooled.shape.columns)
  }

  func facts(_ words: Words) -> [String] { ["\(settings.input.shape) → \(pooled.shape)"] }
  func positionText(_ words: Words) -> String { words.window(timeline.step, of: timeline.length) }
  func legend(_ words: Words) -> Legend { Legend(name: "X", scale: pooled.input.scale) }

  /// The output whose window is shown.
  var unit: Position {
    let number = max(0, timeline.step - 1)
    return Position(number, inRowsOf: pooled.shape.columns)
  }

  // MARK: Changing

  mutating func perform(_ action: Action, _ words: Words) -> Response { .done }

  mutating func show(_ settings: Settings) throws {
    var scene = try PoolScene(settings)
    let (length, row) = (scene.timeline.length, scene.timeline.row)
    (scene.undo, scene.timeline) = (undo, timeline)
    (scene.timeline.length, scene.timeline.row) = (length, row)
    scene.timeline.go(toStep: min(timeline.step, length))
    self = scene
  }

  func consequence(_ words: Words) -> String? { "\(settings.input.shape) → \(pooled.shape)" }

  mutating func click(_ point: Point, in rect: Rect, _ look: Look) {
    guard let hit = placed(in: rect, look).hit(point) else { return }
    let isOutput = hit.pane % 3 > 0
    guard isOutput else { return }
    timeline.stop()
    timeline.go(toStep: hit.at.row * pooled.shape.columns + hit.at.column + 1)
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
