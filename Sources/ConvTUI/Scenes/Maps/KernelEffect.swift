import Model

/// What a kernel does to a picture, as far as a sentence can say it.
enum KernelEffect: Hashable, Sendable {
  case nothing, blurs, sharpens
  /// It tells edges of these directions, and gives 0 at others.
  case finds(vertical: Bool, horizontal: Bool)

  /// Finds it out by trying the kernel, a matrix, on generated images; nil where it does none of these.
  init?(of kernel: Tensor) {
    func holds(_ property: KernelProperty) -> Bool { property.fault(of: kernel) == nil }
    guard kernel.shape.area > 1 || kernel.elements == [1] else { return nil }
    let (vertical, horizontal) = (holds(.finds(.vertical)), holds(.finds(.horizontal)))
    if vertical && horizontal || vertical && holds(.ignores(.horizontal))
      || horizontal && holds(.ignores(.vertical))
    {
      self = .finds(vertical: vertical, horizontal: horizontal)
    } else if holds(.identity) {
      self = .nothing
    } else if holds(.blurs) {
      self = .blurs
    } else if holds(.sums(to: 1)), kernel.elements.count(where: { $0 > 0 }) == 1 {
      self = .sharpens
    } else {
      return nil
    }
  }
}

extension Words {
  func sentence(_ effect: KernelEffect) -> String {
    switch effect {
    case .nothing: say("It changes nothing.", "它什么也不改变。")
    case .blurs: say("It blurs: each number is a mean of neighbours.", "它使图像模糊：每个数是相邻数的均值。")
    case .sharpens: say("It sharpens: neighbours differ more.", "它使图像锐化：相邻数相差更大。")
    case .finds(true, true): say("It finds vertical and horizontal edges.", "它能找到垂直和水平边缘。")
    case .finds(vertical: true, _):
      say("It finds vertical edges; horizontal ones give 0.", "它能找到垂直边缘；水平边缘得 0。")
    case .finds: say("It finds horizontal edges; vertical ones give 0.", "它能找到水平边缘；垂直边缘得 0。")
    }
  }

  /// Asks which of several kernels does this alone.
  func question(_ effect: KernelEffect) -> String? {
    switch effect {
    case .finds(true, false): say("Which map shows vertical edges alone?", "哪个映射只显示垂直边缘？")
    case .finds(false, true): say("Which map shows horizontal edges alone?", "哪个映射只显示水平边缘？")
    case .blurs: say("Which map is blurred?", "哪个映射是模糊的？")
    default: nil
    }
  }
}
