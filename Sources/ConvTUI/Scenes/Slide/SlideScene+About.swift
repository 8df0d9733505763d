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
      "X is the input: \(input) numbers. K is the kernel: \(kernel) weights.",
      "K lies over a window: a part of X of its own size. Each number in the window is multiplied "
        + "by the weight that lies over it, and the products are added.",
      "The sum is one number of the output Y. K fits \(count(windows, "window")), so Y has "
        + "\(output) numbers.",
      isTurned
        ? "K is turned by 180° before it slides: this is a convolution as mathematics defines it."
        : "K slides as it is: this is a cross-correlation, which deep learning calls a convolution.",
      step == 0
        ? "Nothing is computed yet: . takes the first product, → takes a whole window."
        : "Window \(step) of \(windows) is shown: . takes the next product, → the next window.",
    ]
  }
}
