import Formats
import Model

/// What turns an input and a kernel into an output besides their numbers.
struct Sliding: Hashable, Sendable {
  var options = CorrelationOptions()
  /// Added to every output.
  var bias: Float = 0

  /// The bias as a correlation takes it.
  var biases: [Float]? { bias == 0 ? nil : [bias] }
}

/// A scene whose stride, padding, dilation and bias can be changed.
protocol SlidingScene: KernelScene {
  var sliding: Sliding { get }
  /// Slides otherwise, or says why that does not fit.
  mutating func setSliding(_ sliding: Sliding) throws(GeometryError)
}

extension SlidingScene {
  /// Does what the keys for kernels and for sliding ask; nil where the action is another.
  mutating func performOnSliding(_ action: Action) -> Response? {
    var sliding = sliding
    func change(_ value: inout PerAxis<Int>, by step: Int) { value = value.map { $0 + step } }
    switch action {
    case .moreStride: change(&sliding.options.stride, by: 1)
    case .lessStride: change(&sliding.options.stride, by: -1)
    case .morePadding: change(&sliding.options.padding, by: 1)
    case .lessPadding: change(&sliding.options.padding, by: -1)
    case .moreDilation: change(&sliding.options.dilation, by: 1)
    case .lessDilation: change(&sliding.options.dilation, by: -1)
    case .paddingMode: return nextPaddingMode()
    case .bias: return .asks(Prompt(.bias, Text.biasQuestion))
    default: return performOnKernel(action)
    }
    do {
      try setSliding(sliding)
      return .done
    } catch {
      return .refused(Text.sentence(error))
    }
  }

  /// Takes a kernel or a bias.
  mutating func takeSliding(_ answer: String, for action: Action) -> String? {
    guard action == .bias else { return takeKernel(answer) }
    guard let value = try? NumberList.parse(answer), value.count == 1 else {
      return Text.notOneNumber(answer)
    }
    var sliding = sliding
    sliding.bias = value[0]
    // A bias never makes a geometry fail.
    try? setSliding(sliding)
    return nil
  }

  /// The next mode that fits the padding; zeros always do.
  private mutating func nextPaddingMode() -> Response {
    let modes = PaddingMode.allCases
    let start = modes.firstIndex(of: sliding.options.mode) ?? 0
    for distance in 1..<modes.count {
      var sliding = sliding
      sliding.options.mode = modes[(start + distance) % modes.count]
      if (try? setSliding(sliding)) != nil { return .done }
    }
    return .done
  }
}
