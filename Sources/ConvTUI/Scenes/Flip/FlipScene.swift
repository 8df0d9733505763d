import Drawing
import Model

/// The kernel is turned on both axes before the eyes, and both operations stand side by side.
struct FlipScene: SlidingScene, SceneWithQuestions {
  let kind = SceneKind.flip
  var timeline: Timeline
  /// It shows both operations, so that neither is chosen.
  static let table = SlidingSettings.table.map { $0.name == "turned" ? $0.hidden : $0 }
  let settings: SlidingSettings
  var undo = Undo<SlidingSettings>()
  let input: Plane
  /// X ⋆ K and X ∗ K, taken apart.
  private(set) var trace, turnedTrace: Trace
  /// X ⋆ K.
  private(set) var correlation: Plane
  /// X ∗ K: the correlation with the flipped kernel, on the same scale.
  private(set) var convolution: Plane
  /// X ∗ K − X ⋆ K, on that scale too.
  private(set) var difference: Plane

  init(_ settings: SlidingSettings) throws(GeometryError) {
    self.settings = settings
    let (input, kernel, sliding) = (settings.input, settings.kernel, settings.sliding)
    let geometry = try Geometry(
      input: input.shape, kernel: kernel.shape, options: sliding.options)
    self.input = Plane(input)
    trace = Trace(input, kernel, bias: sliding.biases, geometry: geometry)
    turnedTrace = Trace(input, kernel.flipped, bias: sliding.biases, geometry: geometry)
    let (correlation, convolution) = (
      Correlation.fast(input, kernel, bias: sliding.biases, geometry: geometry),
      Correlation.fast(input, kernel.flipped, bias: sliding.biases, geometry: geometry)
    )
    let difference = convolution - correlation
    let scale = ColorScale(covering: [correlation, convolution, difference])
    self.correlation = Plane(correlation, scale: scale)
    self.convolution = Plane(convolution, scale: scale)
    self.difference = Plane(difference, scale: scale)
    timeline = Timeline(length: 0)
    fitTimeline()
  }

  var geometry: Geometry { trace.geometry }

  func facts(_ words: Words) -> [String] {
    let (input, kernel) = (geometry.input, geometry.kernel)
    return ["\(input) ⋆ \(kernel)", "\(input) ∗ \(kernel)"]
  }
  func positionText(_ words: Words) -> String {
    windowsDone > 0
      ? words.window(windowsDone, of: geometry.windowCount)
      : words.turn(timeline.step, of: turns)
  }
  func legend(_ words: Words) -> Legend {
    Legend(
      name: "X ⋆ K", scale: correlation.scale, isResult: true,
      isKnown: timeline.step == timeline.length)
  }

  mutating func show(_ settings: SlidingSettings) throws {
    var scene = try FlipScene(settings)
    (scene.undo, scene.timeline) = (undo, timeline)
    scene.fitTimeline()
    scene.timeline.go(toStep: min(timeline.step, scene.timeline.length))
    self = scene
  }

  mutating func perform(_ action: Action, _ words: Words) -> Response {
    performOnKernel(action, words) ?? .done
  }

  mutating func take(_ answer: String, for action: Action, _ words: Words) -> String? {
    takeKernel(answer, words)
  }

  /// First the rows change places pair by pair, then the columns, then both kernels slide.
  private mutating func fitTimeline() {
    timeline.length = turns + geometry.windowCount
    timeline.row = geometry.columns.output
  }

  var rowSwaps: Int { kernel.shape.rows / 2 }
  var turns: Int { rowSwaps + kernel.shape.columns / 2 }
  var windowsDone: Int { max(0, timeline.step - turns) }

  /// The kernel with as many rows, then columns, exchanged as the timeline has reached.
  var turningKernel: Tensor {
    let (height, width) = (kernel.shape.rows, kernel.shape.columns)
    let rows = min(timeline.step, rowSwaps)
    let columns = max(0, min(timeline.step, turns) - rowSwaps)
    func turned(_ index: Int, _ length: Int, _ swaps: Int) -> Int {
      min(index, length - 1 - index) < swaps ? length - 1 - index : index
    }
    var result = kernel
    for row in 0..<height {
      for column in 0..<width {
        result[row, column] = kernel[turned(row, height, rows), turned(column, width, columns)]
      }
    }
    return result
  }

  /// The two rows or columns that have just changed places.
  func isSwapped(_ row: Int, _ column: Int) -> Bool {
    let step = timeline.step
    let (height, width) = (kernel.shape.rows, kernel.shape.columns)
    if step <= rowSwaps { return row == step - 1 || row == height - step }
    return column == step - rowSwaps - 1 || column == width - (step - rowSwaps)
  }
}
