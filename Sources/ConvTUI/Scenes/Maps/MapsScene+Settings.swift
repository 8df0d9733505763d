import Formats
import Model

/// The kernels and how they move, changed while one looks on.
extension MapsScene {
  mutating func take(_ answer: String, for action: Action) -> String? {
    if action != .bias { return take { try MapsScene.filters(answer, channels: $0) } }
    guard let bias = Sliding.bias(answer) else { return Text.notOneNumber(answer) }
    var motion = motion
    motion.bias = bias
    // A bias never makes a geometry fail.
    try? change(motion: motion)
    return nil
  }

  mutating func take(_ kernel: Tensor, from path: String) -> String? {
    take { try MapFilter.filters(kernel, name: "K", channels: $0) }
  }

  private mutating func take(_ filters: (_ channels: Int) throws -> [MapFilter]) -> String? {
    do {
      try change(to: filters(picture.channels))
      return nil
    } catch {
      return Text.sentence(error)
    }
  }

  /// Names of kernels, or the rows of one.
  static func filters(_ text: String, channels: Int) throws -> [MapFilter] {
    let words = text.split(separator: ",").map { $0.filter { $0 != " " } }
    let named = words == ["all"] ? NamedKernel.all : words.compactMap { NamedKernel.named($0) }
    if !named.isEmpty, words == ["all"] || named.count == words.count {
      return try named.flatMap {
        try MapFilter.filters($0.kernel, name: $0.name, channels: channels)
      }
    }
    let unknown = words.first {
      NamedKernel.named($0) == nil && $0.first?.isLetter == true
        && (try? KernelNotation.parse($0)) == nil
    }
    if let unknown { throw Failure(Text.notAKernel(unknown)) }
    return try MapFilter.filters(KernelNotation.parse(text), name: "K", channels: channels)
  }

  mutating func changeMotion(_ action: Action) -> Response {
    var motion = motion
    switch (action, motion.padding) {
    case (.morePadding, let padding):
      motion.padding = padding.map { $0.map { $0 + 1 } } ?? PerAxis(0)
    case (.lessPadding, nil): return .refused(Text.paddingFollows)
    case (.lessPadding, let padding?):
      // Below none it is again as much as keeps the size.
      motion.padding = padding.rows > 0 ? padding.map { max(0, $0 - 1) } : nil
    case (.paddingMode, _): motion.mode = motion.mode.others[0]
    case (.operation, _): motion.isTurned.toggle()
    default:
      let options = CorrelationOptions(stride: motion.stride, dilation: motion.dilation)
      guard let changed = options.changed(by: action) else { return .done }
      (motion.stride, motion.dilation) = (changed.stride, changed.dilation)
    }
    do {
      try change(motion: motion)
      return .done
    } catch {
      return .refused(Text.sentence(error))
    }
  }
}
