import Formats
import Model

/// A scene whose kernel can be chosen by name, by rows, from a file, or one after the other.
protocol KernelScene: SceneWithKernels {
  var kernel: Tensor { get }
  /// Puts another kernel in, or says why it does not fit.
  mutating func setKernel(_ kernel: Tensor) throws
}

extension KernelScene {
  /// Does what the keys for kernels ask; nil where the action is another.
  mutating func performOnKernel(_ action: Action, _ words: Words) -> Response? {
    switch action {
    case .kernel:
      return .asks(
        Prompt(.kernel, words.kernelQuestion, present: GivenKernel.text(of: kernel)))
    case .nextItem: return step(by: 1)
    case .previousItem: return step(by: -1)
    default: return nil
    }
  }

  /// Takes a kernel's name, or its rows as numbers.
  mutating func takeKernel(_ answer: String, _ words: Words) -> String? {
    guard let kernels = GivenKernel.written(answer) else {
      return GivenKernel.complaint(about: answer, words)
    }
    return take(kernels, words)
  }

  mutating func take(_ kernels: [GivenKernel], _ words: Words) -> String? {
    do {
      let given = try kernels.only()
      try setKernel(try given.kernel.onlyPlane(of: given.source, for: kind))
      return nil
    } catch {
      return words.sentence(error)
    }
  }

  /// The name of the kernel, where it has one.
  var kernelName: String? { NamedKernel.all.first { $0.kernel == kernel }?.name }

  /// The next kernel of the list that fits the input.
  private mutating func step(by step: Int) -> Response {
    let all = NamedKernel.all
    let start = all.firstIndex { $0.kernel == kernel } ?? (step > 0 ? -1 : 0)
    for distance in 1...all.count {
      let index = ((start + step * distance) % all.count + all.count) % all.count
      if (try? setKernel(all[index].kernel)) != nil { return .done }
    }
    return .done
  }
}

extension Tensor {
  /// The plane of a file for a scene that shows one.
  func onlyPlane(of path: String, for scene: SceneKind) throws(Failure) -> Tensor {
    guard shape.batch == 1, shape.channels == 1 else {
      throw Failure { [shape] in $0.notAMatrix($0.place(path), shape, scene: scene) }
    }
    return plane()
  }
}
