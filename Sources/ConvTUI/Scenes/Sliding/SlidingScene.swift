import Formats
import Model

/// What turns an input and a kernel into an output besides their numbers.
struct Sliding: Hashable, Sendable {
  var options = CorrelationOptions()
  /// Added to every output.
  var bias: Float = 0
  /// Whether the kernel is turned by 180° as it slides: a convolution rather than a correlation.
  var isTurned = false

  /// One finite number; nil for anything else.
  static func bias(_ text: String) -> Float? {
    let numbers = try? NumberList.parse(text)
    return numbers.flatMap { $0.count == 1 && $0[0].isFinite ? $0[0] : nil }
  }

  /// The bias as a correlation takes it.
  var biases: [Float]? { bias == 0 ? nil : [bias] }

  /// The sign of the operation.
  var operation: String { isTurned ? "∗" : "⋆" }

  /// A kernel as it lies over the windows.
  func turned(_ kernel: Tensor) -> Tensor { isTurned ? kernel.flipped : kernel }
}

/// A scene in which one kernel slides over one input.
protocol SlidingScene: KernelScene, SceneWithInput, SceneWithUndo
where Settings == SlidingSettings {
  var geometry: Geometry { get }
}

extension SlidingScene {
  static var table: [Setting<SlidingSettings>] { SlidingSettings.table }
  var kernel: Tensor { settings.kernel }
  var sliding: Sliding { settings.sliding }

  mutating func setKernel(_ kernel: Tensor) throws {
    var settings = settings
    settings.kernel = kernel
    try change(to: settings)
  }

  /// The size formula with its numbers.
  func consequence(_ words: Words) -> String? {
    words.outputIs(geometry)
  }
}
