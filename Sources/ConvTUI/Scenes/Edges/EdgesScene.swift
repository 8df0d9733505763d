import Drawing
import Model

/// An edge detector on an image and on the image turned, with the kernel and with the kernel turned.
struct EdgesScene: SlidingScene, SceneWithQuestions {
  let kind = SceneKind.edges
  var timeline: Timeline
  private(set) var settings: SlidingSettings
  var undo = Undo<SlidingSettings>()
  /// X ⋆ K, X ⋆ Kᵀ, Xᵀ ⋆ K, Xᵀ ⋆ Kᵀ, or with ∗ where the kernel is turned.
  private(set) var results: [Result]

  /// One of the four correlations.
  struct Result: Sendable {
    let name: String
    let imageName: String
    let image: Plane
    let output: Plane
    let geometry: Geometry
    /// What stands in the output before the bias is added.
    let finding: OutputSummary
  }

  init(_ settings: SlidingSettings) throws(GeometryError) {
    self.settings = settings
    results = try EdgesScene.results(settings)
    timeline = Timeline(length: 0)
    fitTimeline()
    timeline.go(toStep: timeline.length)
  }

  func facts(_ words: Words) -> [String] {
    [
      words.operation(isTurned: sliding.isTurned), kernelName ?? kernel.shape.description,
    ]
  }
  func positionText(_ words: Words) -> String { words.window(timeline.step, of: timeline.length) }
  func legend(_ words: Words) -> Legend { Legend(name: "Y", scale: results[0].output.scale) }

  var geometry: Geometry { results[0].geometry }

  mutating func show(_ settings: SlidingSettings) throws {
    results = try EdgesScene.results(settings)
    self.settings = settings
    let isAtEnd = timeline.step >= timeline.length
    fitTimeline()
    timeline.go(toStep: isAtEnd ? timeline.length : timeline.step)
  }

  mutating func perform(_ action: Action, _ words: Words) -> Response {
    performOnKernel(action, words) ?? .done
  }

  mutating func take(_ answer: String, for action: Action, _ words: Words) -> String? {
    takeKernel(answer, words)
  }

  /// Computes all four; their outputs share one format and one scale.
  private static func results(
    _ settings: SlidingSettings
  ) throws(GeometryError) -> [Result] {
    let (image, kernel, sliding) = (settings.input, settings.kernel, settings.sliding)
    let images = [(Plane(image), "X"), (Plane(image.transposed), "Xᵀ")]
    let kernels = [(kernel, "K"), (kernel.transposed, "Kᵀ")]
    var outputs: [(tensor: Tensor, geometry: Geometry)] = []
    var found: [OutputSummary] = []
    for (image, _) in images {
      for (kernel, _) in kernels {
        let geometry = try Geometry(
          input: image.matrix.shape, kernel: kernel.shape, options: sliding.options)
        found.append(
          OutputSummary(Correlation.fast(image.matrix, sliding.turned(kernel), geometry: geometry)))
        outputs.append(
          (
            Correlation.fast(
              image.matrix, sliding.turned(kernel), bias: sliding.biases, geometry: geometry),
            geometry
          ))
      }
    }
    let format = NumberFormat(outputs.lazy.flatMap(\.tensor.elements))
    let scale = ColorScale(covering: outputs.map(\.tensor))
    return outputs.enumerated().map { index, output in
      Result(
        name: "\(images[index / 2].1) \(sliding.operation) \(kernels[index % 2].1)",
        imageName: images[index / 2].1,
        image: images[index / 2].0,
        output: Plane(output.tensor, format: format, scale: scale), geometry: output.geometry,
        finding: found[index])
    }
  }

  private mutating func fitTimeline() {
    timeline.length = results.map(\.geometry.windowCount).max() ?? 0
    timeline.row = geometry.columns.output
  }

  // MARK: Drawing

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let grid = PaneGrid(
      [
        [
          imagePane(results[0]), kernelPane("K", kernel),
          outputPane(results[0]), outputPane(results[1]),
        ],
        [
          imagePane(results[2]), kernelPane("Kᵀ", kernel.transposed),
          outputPane(results[2]), outputPane(results[3]),
        ],
      ], isCentered: false)
    let width = Board.textWidth(rect)
    let lines = text(width: width, height: max(2, rect.height / 5), look.words)
    Board(grid, lines).draw(into: &frame, in: rect, look)
  }

  private func kernelPane(_ title: String, _ kernel: Tensor) -> Pane {
    var pane = Pane([Span(title, .strong)], Plane(kernel))
    pane.needsNumbers = false
    return pane
  }

  private func imagePane(_ result: Result) -> Pane {
    var pane = Pane(
      [Span(result.imageName, .strong), Span("  \(result.image.matrix.shape)", .secondary)],
      result.image)
    pane.needsNumbers = false
    return pane
  }

  private func outputPane(_ result: Result) -> Pane {
    var pane = Pane(
      [Span(result.name, .strong), Span(Formula.addend(of: sliding), .strong)], result.output)
    let output = result.output.matrix
    let reached = timeline.step
    let width = output.shape.columns
    pane.value = { row, column in
      row * width + column < reached ? .number(output[row, column]) : .empty
    }
    pane.needsNumbers = false
    if reached > 0, reached < timeline.length, reached <= result.geometry.windowCount {
      pane.mark = Position(reached - 1, inRowsOf: width)
    }
    return pane
  }

  /// The chapter's point, then what each correlation finds, two to a line where they fit; as many
  /// lines at every step, so that nothing moves.
  private func text(width: Int, height: Int, _ words: Words) -> [Line] {
    let whole = results.map { result in
      let name = name(of: result)
      return name + words.finding(result.finding, width: width - name.cellWidth)
    }
    let column = max(whole[0].cellWidth, whole[2].cellWidth) + 3
    let isPaired = column + max(whole[1].cellWidth, whole[3].cellWidth) <= width
    let shown = zip(results, whole).map { result, sentence in
      timeline.step >= result.geometry.windowCount
        ? sentence : name(of: result) + [Span("…", .secondary)]
    }
    let found =
      isPaired
      ? [0, 2].map { index in
        let left = shown[index]
        return left + [Span("".padded(to: column - left.cellWidth))] + shown[index + 1]
      } : shown
    let point = blindness(words).folded(to: Size(width: width, height: height))
    return Array(
      ((timeline.step < timeline.length ? point.map { _ in [] } : point) + found).prefix(height))
  }

  private func name(of result: Result) -> Line { [Span(result.name.padded(to: 8), .strong)] }

  /// What the chapter says about edges, if the numbers confirm it.
  private func blindness(_ words: Words) -> [Line] {
    let isSeen = results.map { $0.finding != .nothing }
    return [(0, 2), (2, 0)].compactMap { seen, unseen in
      guard isSeen[seen], !isSeen[unseen] else { return nil }
      return words.blindness(
        of: "K", sees: results[seen].imageName, not: results[unseen].imageName)
    }
  }
}
