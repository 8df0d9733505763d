import Model

extension FlipScene {
  func about(_ words: Words) -> [String] {
    words.aboutFlip(
      kernel: kernel.shape, isSymmetric: kernel.flipped == kernel,
      isTold: timeline.step == timeline.length)
  }
}

extension Words {
  fileprivate func aboutFlip(kernel: Shape, isSymmetric: Bool, isTold: Bool) -> [String] {
    [
      say(
        "X ⋆ K: K slides over X as it is. This is a cross-correlation.", "X ⋆ K：K 原样在 X 上滑动。这是互相关。"),
      say(
        "X ∗ K: K is first turned by 180°. This is a convolution. Rows change places, then columns.",
        "X ∗ K：K 先旋转 180°。这是卷积。先交换行，再交换列。"),
      say(
        "Both multiply and add in the same way; only the order of the \(count(kernel.area, "weight")) "
          + "differs.", "两者以同样的方式相乘、相加；不同的只是 \(kernel.area) 个权重的次序。"),
      !isTold
        ? say(
          "The outputs are equal exactly where the order does not matter. When is that so?",
          "次序无关紧要时，输出才相等。什么时候是这样？")
        : isSymmetric
          ? say(
            "This K looks the same after a turn, so both give the same output.",
            "这个 K 旋转后不变，所以两者输出相同。")
          : say(
            "This K looks different after a turn, so the outputs differ.", "这个 K 旋转后变了，所以输出不同。"),
      say(
        "A network that learns its kernels does not care: it would learn the turned kernel instead.",
        "学习卷积核的网络并不在意：它会学到旋转后的核。"),
    ]
  }
}
