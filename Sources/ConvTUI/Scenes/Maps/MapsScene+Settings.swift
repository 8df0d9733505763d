import Formats
import Model

/// The kernels and how they move, changed while one looks on.
extension MapsScene: SceneWithQuestions, SceneWithKernels {
  mutating func take(_ answer: String, for action: Action, _ words: Words) -> String? {
    if action != .bias {
      guard let kernels = GivenKernel.written(answer) else {
        return GivenKernel.complaint(about: answer, words)
      }
      return take(kernels, words)
    }
    guard let bias = Sliding.bias(answer) else { return words.notOneNumber(answer) }
    var motion = motion
    motion.sliding.bias = bias
    // A bias never makes a geometry fail.
    try? change(motion: motion)
    return nil
  }

  /// Other kernels keep the groups where they can.
  mutating func take(_ kernels: [GivenKernel], _ words: Words) -> String? {
    do {
      let kernels = try KernelBank.banks(kernels)
      var motion = motion
      if (try? change(to: kernels)) != nil { return nil }
      motion.groups = nil
      try change(to: kernels, motion: motion)
      return nil
    } catch {
      return words.sentence(error)
    }
  }

  /// The kernels as they may be typed: all by their names, or the rows of one.
  var textOfKernels: String {
    let named = kernels.map { NamedKernel.named($0.name)?.kernel == $0.kernels }
    if named.allSatisfy(\.self) { return kernels.map(\.name).joined(separator: ",") }
    guard kernels.count == 1, kernels[0].kernels.isOnePlane else { return "" }
    return GivenKernel.text(of: kernels[0].kernels)
  }

  /// Kernels that a text names, or the one whose rows it has.
  static func kernels(_ text: String) throws(Failure) -> [KernelBank] {
    guard let kernels = GivenKernel.written(text) else {
      throw Failure { GivenKernel.complaint(about: text, $0) }
    }
    return try KernelBank.banks(kernels)
  }

  mutating func changeMotion(_ action: Action, _ words: Words) -> Response {
    let choices = choices(action)
    if choices.isEmpty, action == .groups {
      return .refused(
        words.groupsFollow(kernels[0].kernels.shape, groups: groups, channels: picture.channels))
    }
    var response = Response.done
    for choice in choices {
      do {
        try change(motion: choice)
        return .done
      } catch {
        response = .refused(words.sentence(error))
      }
    }
    return response
  }

  /// What an action could make of how the kernels move, in the order in which it is tried.
  private func choices(_ action: Action) -> [MapMotion] {
    var motion = motion
    switch action {
    case .operation: motion.sliding.isTurned.toggle()
    case .groups:
      let now = groups
      let others = possibleGroups.filter { $0 > now } + possibleGroups.filter { $0 < now }
      return others.map { groups in
        motion.groups = groups
        return motion
      }
    case .paddingMode:
      return motion.sliding.options.mode.others.map { mode in
        motion.sliding.options.mode = mode
        return motion
      }
    case .lessPadding where !motion.padsHalf && motion.sliding.options.padding == PerAxis(0):
      // Below none it is again half of each kernel.
      motion.padsHalf = true
    default:
      if [.morePadding, .lessPadding].contains(action) {
        let paddings = filters.map(motion.padding)
        motion.sliding.options.padding = PerAxis(
          rows: paddings.map(\.rows).max() ?? 0, columns: paddings.map(\.columns).max() ?? 0)
        motion.padsHalf = false
      }
      guard let options = motion.sliding.options.changed(by: action) else { return [] }
      motion.sliding.options = options
      // One side may have less than the other.
      if action == .lessPadding {
        motion.sliding.options.padding = options.padding.map { max(0, $0) }
      }
    }
    return [motion]
  }
}
