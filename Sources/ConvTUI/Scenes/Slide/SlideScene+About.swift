import Model

extension SlideScene {
  func about(_ words: Words) -> [String] {
    words.aboutSlide(
      input: settings.input.shape, kernel: kernel.shape, output: output.shape,
      windows: timeline.length, step: timeline.step, isTurned: sliding.isTurned)
  }
}

extension Words {
  fileprivate func aboutSlide(
    input: Shape, kernel: Shape, output: Shape, windows: Int, step: Int, isTurned: Bool
  ) -> [String] {
    [
      say(
        "X is the input: \(input) numbers. K is the kernel: \(kernel) weights.",
        "X 是输入：\(input) 个数。K 是卷积核：\(kernel) 个权重。"),
      say(
        "K lies over a window: a part of X of its own size. Each number in the window is multiplied "
          + "by the weight that lies over it, and the products are added.",
        "K 盖在一个窗口上：窗口是 X 中与 K 一样大的部分。窗口中的每个数乘以盖在它上面的权重，再把乘积相加。"),
      say(
        "The sum is one number of the output Y. K fits \(count(windows, "window")), so Y has "
          + "\(output) numbers.", "所得的和是输出 Y 的一个数。K 可以放在 \(windows) 个窗口上，所以 Y 有 \(output) 个数。"),
      isTurned
        ? say(
          "K is turned by 180° before it slides: this is a convolution as mathematics defines it.",
          "K 先旋转 180° 再滑动：这是数学中定义的卷积。")
        : say(
          "K slides as it is: this is a cross-correlation, which deep learning calls a convolution.",
          "K 原样滑动：这是互相关，深度学习称之为卷积。"),
      step == 0
        ? say(
          "Nothing is computed yet: . takes the first product, → takes a whole window.",
          "还没有计算：. 算第一个乘积，→ 算整个窗口。")
        : say(
          "Window \(step) of \(windows) is shown: . takes the next product, → the next window.",
          "这是第 \(step) 个窗口，共 \(windows) 个：. 算下一个乘积，→ 到下一个窗口。"),
    ]
  }
}
