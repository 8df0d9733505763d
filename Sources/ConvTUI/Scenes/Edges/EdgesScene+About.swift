import Model

extension EdgesScene {
  func about(_ words: Words) -> [String] {
    words.aboutEdges(
      input: settings.input.shape, kernel: kernel, isTold: isDone(.image) || act != .image)
  }
}

extension Words {
  fileprivate func aboutEdges(input: Shape, kernel: Tensor, isTold: Bool) -> [String] {
    let isDifference = kernel == CourseExample.edge
    return [
      say(
        "X is an image of \(input) pixels: 1 is bright, 0 is dark.", "X 是 \(input) 像素的图像：1 亮，0 暗。"),
      isDifference
        ? say(
          "The kernel [1, −1] subtracts from each pixel its right neighbour.",
          "卷积核 [1, −1] 从每个像素减去它右边的像素。")
        : say(
          "The kernel of \(kernel.shape) weights compares each pixel with its neighbours.",
          "有 \(kernel.shape) 个权重的卷积核把每个像素与相邻像素比较。"),
      !isTold
        ? say(
          "What does that give where neighbours are equal, and what where they differ?",
          "相邻像素相等时得到什么？不相等时呢？")
        : isDifference
          ? say(
            "Equal neighbours give 0. From bright to dark gives +1, from dark to bright gives −1.",
            "相邻像素相等得 0。由亮到暗得 +1，由暗到亮得 −1。")
          : say(
            "Where an image is even, a kernel whose weights add to 0 gives 0; at an edge it does not.",
            "图像平坦之处，权重之和为 0 的卷积核给出 0；在边缘处则不为 0。"),
      isTold
        ? say(
          "So Y is not 0 where the image has an edge that this kernel can see.",
          "所以 Y 不为 0 的地方，就是图像中这个卷积核能看到的边缘。")
        : say("Step on, and compare Y with the image.", "继续走，把 Y 与图像比较。"),
      say(
        "After X comes Xᵀ, the same image with rows and columns exchanged: its edges run the other way.",
        "X 之后是 Xᵀ，即行列互换的同一图像：其中的边缘换了方向。"),
    ]
  }
}
