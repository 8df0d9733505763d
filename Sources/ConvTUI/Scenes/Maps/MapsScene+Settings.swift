import Formats
import Model

/// The kernels and how they move, changed while one looks on.
extension MapsScene {
  mutating func take(_ answer: String, for action: Action) -> String? {
    if action != .bias { return take { try MapsScene.kernels(answer) } }
    guard let bias = Sliding.bias(answer) else { return Text.notOneNumber(answer) }
    var motion = motion
    motion.bias = bias
    // A bias never makes a geometry fail.
    try? change(motion: motion)
    return nil
  }

  mutating func take(_ kernel: Tensor, from path: String) -> String? {
    take { [try KernelBank(name: "K", kernel)] }
  }

  /// Other kernels keep the groups where they can.
  private mutating func take(_ kernels: () throws -> [KernelBank]) -> String? {
    do {
      let kernels = try kernels()
      var motion = motion
      if (try? change(to: kernels)) != nil { return nil }
      motion.groups = nil
      try change(to: kernels, motion: motion)
      return nil
    } catch {
      return Text.sentence(error)
    }
  }

  /// Names of kernels, or the rows of one.
  static func kernels(_ text: String) throws -> [KernelBank] {
    let words = text.split(separator: ",").map { $0.filter { $0 != " " } }
    let named = words == ["all"] ? NamedKernel.all : words.compactMap { NamedKernel.named($0) }
    if !named.isEmpty, words == ["all"] || named.count == words.count {
      return try named.map { try KernelBank(name: $0.name, $0.kernel) }
    }
    let unknown = words.first {
      NamedKernel.named($0) == nil && $0.first?.isLetter == true
        && (try? KernelNotation.parse($0)) == nil
    }
    if let unknown { throw Failure(Text.notAKernel(unknown)) }
    return [try KernelBank(name: "K", KernelNotation.parse(text))]
  }

  /// The padding, where it is half of each kernel that of the largest.
  private var padding: PerAxis<Int> {
    let halves = filters.map(motion.half)
    return motion.padding
      ?? PerAxis(
        rows: halves.map(\.rows).max() ?? 0, columns: halves.map(\.columns).max() ?? 0)
  }

  mutating func changeMotion(_ action: Action) -> Response {
    var motion = motion
    switch action {
    case .morePadding: motion.padding = padding.map { $0 + 1 }
    case .lessPadding:
      // Below none it is again half of each kernel.
      motion.padding = padding == PerAxis(0) ? nil : padding.map { max(0, $0 - 1) }
    case .paddingMode: motion.mode = motion.mode.others[0]
    case .operation: motion.isTurned.toggle()
    case .groups:
      let possible = possibleGroups
      guard let index = possible.firstIndex(of: groups), possible.count > 1 else {
        return .refused(
          Text.groupsFollow(kernels[0].kernels.shape, groups: groups, channels: picture.channels))
      }
      motion.groups = possible[(index + 1) % possible.count]
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
