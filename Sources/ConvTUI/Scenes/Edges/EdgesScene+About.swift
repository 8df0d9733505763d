import Model

extension EdgesScene {
  func about(_ words: Words) -> [String] {
    words.aboutEdges(input: settings.input.shape, kernel: kernel)
  }
}

extension Words {
  fileprivate func aboutEdges(input: Shape, kernel: Tensor) -> [String] {
    let isDifference = kernel == CourseExample.edge
    return [
      "X is an image of \(input) pixels: 1 is bright, 0 is dark.",
      isDifference
        ? "The kernel [1, −1] subtracts from each pixel its right neighbour."
        : "The kernel of \(kernel.shape) weights compares each pixel with its neighbours.",
      isDifference
        ? "Equal neighbours give 0. From bright to dark gives +1, from dark to bright gives −1."
        : "Where an image is even, a kernel whose weights add to 0 gives 0; at an edge it does not.",
      "So Y is not 0 where the image has an edge that this kernel can see.",
      "Below is Xᵀ, the same image with rows and columns exchanged: its edges run the other way.",
    ]
  }
}
