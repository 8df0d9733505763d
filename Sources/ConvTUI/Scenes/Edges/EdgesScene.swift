import Drawing
import Model

/// An edge detector on an image and on the image transposed, window by window, and at last all four
/// correlations of both with the kernel and with the kernel transposed.
struct EdgesScene: SlidingScene, SceneWithQuestions {
  let kind = SceneKind.edges
  var timeline: Timeline
  private(set) var settings: SlidingSettings
  var undo = Undo<SlidingSettings>()
  /// The image and the image transposed under the kernel, as slide shows them.
  var slides: [SlideScene]
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
    let found: FoundEdges
  }

  init(_ settings: SlidingSettings) throws(GeometryError) {
    self.settings = settings
    slides = [try SlideScene(settings), try SlideScene(settings.transposed)]
    slides[1].inputName = "Xᵀ"
    results = try EdgesScene.results(settings)
    timeline = Timeline(length: 0)
    fitTimeline()
  }

  func facts(_ words: Words) -> [String] {
    [
      words.operation(isTurned: sliding.isTurned), kernelName ?? kernel.shape.description,
    ]
  }

  var scale: ColorScale { results[0].output.scale }

  func legend(_ words: Words) -> Legend {
    guard let front, front.cursor != nil else {
      return Legend(
        name: "Y", scale: scale, isResult: true, isKnown: act != .image || isDone(.image))
    }
    return front.legend(words)
  }

  var geometry: Geometry { results[0].geometry }

  mutating func show(_ settings: SlidingSettings) throws {
    let results = try EdgesScene.results(settings)
    try slides[0].show(settings)
    try slides[1].show(settings.transposed)
    self.results = results
    self.settings = settings
    let isAtEnd = timeline.step >= timeline.length
    fitTimeline()
    if isAtEnd { timeline.go(toStep: timeline.length) }
  }

  mutating func perform(_ action: Action, _ words: Words) -> Response {
    performOnKernel(action, words)
      ?? changeFront(words) {
        $0.performOnEditor(action, words) ?? $0.performOnCursor(action, words) ?? .done
      }
  }

  mutating func take(_ answer: String, for action: Action, _ words: Words) -> String? {
    guard action == .edit else { return takeKernel(answer, words) }
    return changeFront(words) { slide in
      slide.take(answer, for: action, words).map { .refused($0) } ?? .done
    }.refusal
  }

  /// Computes all four; their outputs share one format and one scale.
  private static func results(
    _ settings: SlidingSettings
  ) throws(GeometryError) -> [Result] {
    let (image, kernel, sliding) = (settings.input, settings.kernel, settings.sliding)
    let images = [(Plane(image), "X"), (Plane(image.transposed), "Xᵀ")]
    let kernels = [(kernel, "K"), (kernel.transposed, "Kᵀ")]
    var outputs: [(tensor: Tensor, geometry: Geometry)] = []
    var found: [FoundEdges] = []
    for (image, _) in images {
      for (kernel, _) in kernels {
        let geometry = try Geometry(
          input: image.matrix.shape, kernel: kernel.shape, options: sliding.options)
        found.append(
          FoundEdges(Correlation.fast(image.matrix, sliding.turned(kernel), geometry: geometry)))
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
        found: found[index])
    }
  }
}

extension SlidingSettings {
  /// The same with the image transposed.
  var transposed: SlidingSettings {
    SlidingSettings(input: input.transposed, kernel: kernel, sliding: sliding)
  }
}
