import Model

@testable import ConvTUI

/// Maps of random pictures, and the plain loop beside them.
enum MapsExample {
  static func picture(_ rows: Int, _ columns: Int, channels: Int = 1) -> Tensor {
    var generator = SeededGenerator(seed: 11)
    return Tensor(
      Shape([channels, rows, columns]),
      (0..<channels * rows * columns).map { _ in Float.random(in: 0...1, using: &generator) })
  }

  static func scene(
    _ pixels: Tensor, _ kernels: String = "sobel-x,gaussian-5", _ motion: MapMotion = MapMotion()
  ) throws -> MapsScene {
    try MapsScene(
      Picture(pixels), MapsScene.kernels(kernels), motion)
  }

  /// The plain loop over the whole picture.
  static func map(_ pixels: Tensor, _ kernel: String, _ motion: MapMotion) throws -> Tensor {
    let filter = try MapsScene.kernels(kernel)[0].filters(channels: 1)[0]
    let convolution = try motion.convolution(filter)
    let geometry = try convolution.geometry(for: pixels.shape)
    return Correlation.plain(
      pixels, convolution.weight, bias: convolution.bias, geometry: geometry)
  }
}
