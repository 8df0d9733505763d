import Formats
import Model

/// The kernels and how they move, changed while one looks on.
extension MapsScene: SceneWithQuestions, SceneWithKernels {
  mutating func take(_ answer: String, for action: Action, _ words: Words) -> String? {
    guard let kernels = GivenKernel.written(answer) else {
      return GivenKernel.complaint(about: answer, words)
    }
    return take(kernels, words)
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

  /// In the place of the kernel of the chosen map; beside the others where that is one of a bank, or where
  /// the image is chosen.
  mutating func choose(_ kernel: GivenKernel, _ words: Words) -> Response {
    do {
      let new = try KernelBank.banks([kernel])
      let before = kernels
      let panes = panesOfKernels
      let chosen = panes.firstIndex { $0.contains(pane) }
        .flatMap { before[$0].kernels.isOnePlane ? $0 : nil }
      let place = chosen ?? before.endIndex
      try change(
        to: before[..<place] + new + before[(chosen.map { $0 + 1 } ?? place)...])
      timeline.stop()
      timeline.go(toStep: chosen == nil ? panesOfKernels[place].lowerBound : pane)
      fitTimeline()
      return .tells(
        chosen.map { words.kernelReplaces(kernel.name, before[$0].name) }
          ?? words.kernelIsAdded(kernel.name))
    } catch {
      return .refused(words.sentence(error))
    }
  }

  /// The panes of each kernel that was given.
  private var panesOfKernels: [Range<Int>] {
    var end = 1
    return kernels.map { bank in
      let count = (try? bank.filters(channels: picture.channels, groups: motion.groups))?.count ?? 0
      defer { end += count }
      return end..<end + count
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
}
