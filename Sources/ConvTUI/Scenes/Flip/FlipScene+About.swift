import Model

extension FlipScene {
  func about(_ words: Words) -> [String] {
    words.aboutFlip(kernel: kernel.shape, isSymmetric: kernel.flipped == kernel)
  }
}

extension Words {
  fileprivate func aboutFlip(kernel: Shape, isSymmetric: Bool) -> [String] {
    [
      "Above, K slides over X as it is: a cross-correlation.",
      "Below, K is first turned by 180°: a convolution. Rows change places, then columns.",
      "Both multiply and add in the same way; only the order of the \(count(kernel.area, "weight")) "
        + "differs.",
      isSymmetric
        ? "This K looks the same after a turn, so both give the same output."
        : "This K looks different after a turn, so the outputs differ.",
      "A network that learns its kernels does not care: it would learn the turned kernel instead.",
    ]
  }
}
