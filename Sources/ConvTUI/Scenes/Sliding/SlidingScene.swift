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

  /// A kernel as it meets the windows.
  func turned(_ kernel: Tensor) -> Tensor { isTurned ? kernel.flipped : kernel }
}

/// A scene whose stride, padding, dilation and bias can be changed.
protocol SlidingScene: KernelScene {
  var sliding: Sliding { get }
  /// Slides otherwise, or says why that does not fit.
  mutating func setSliding(_ sliding: Sliding) throws(GeometryError)
}

extension SlidingScene {
  /// Does what the keys for kernels and for sliding ask; nil where the action is another.
  mutating func performOnSliding(_ action: Action, _ words: Words) -> Response? {
    if action == .paddingMode { return nextPaddingMode() }
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

  /// The next mode that fits the padding; zeros always do.
  private mutating func nextPaddingMode() -> Response {
    for mode in sliding.options.mode.others {
      var sliding = sliding
      sliding.options.mode = mode
      if (try? setSliding(sliding)) != nil { return .done }
    }
    return .done
  }
}
