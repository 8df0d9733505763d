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
protocol SlidingScene: KernelScene, SceneWithUndo where Settings == SlidingSettings {
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

  mutating func setSliding(_ sliding: Sliding) throws {
    var settings = settings
    settings.sliding = sliding
    try change(to: settings)
  }

  /// The size formula with its numbers.
  func consequence(_ words: Words) -> String? {
    let (rows, columns) = (Formula.outputSize(geometry.rows), Formula.outputSize(geometry.columns))
    return rows == columns ? rows : rows + " × " + columns
  }

  /// Does what the keys for kernels and for sliding ask; nil where the action is another.
  mutating func performOnSliding(_ action: Action, _ words: Words) -> Response? {
    if action == .paddingMode {
      return step(setting: "padding-mode", by: 1, words).map { .refused($0) } ?? .done
    }
    if action == .bias {
      return .asks(
        Prompt(.bias, words.biasQuestion, present: NumberList.text(of: sliding.bias)))
    }
    var sliding = sliding
    if action == .operation {
      sliding.isTurned.toggle()
    } else if let options = sliding.options.changed(by: action) {
      sliding.options = options
    } else {
      return performOnKernel(action, words)
    }
    do {
      try setSliding(sliding)
      return .done
    } catch {
      return .refused(words.sentence(error))
    }
  }

  /// Takes a kernel or a bias.
  mutating func takeSliding(
    _ answer: String, for action: Action, _ words: Words
  ) -> String? {
    guard action == .bias else { return takeKernel(answer, words) }
    guard let bias = Sliding.bias(answer) else { return words.notOneNumber(answer) }
    var sliding = sliding
    sliding.bias = bias
    // A bias never makes a geometry fail.
    try? setSliding(sliding)
    return nil
  }
}
