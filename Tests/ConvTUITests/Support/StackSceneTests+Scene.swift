import Model

@testable import ConvTUI

extension StackSceneTests {
  /// Two channels, two convolutions, a pooling and an activation over 13×15 pixels.
  static func scene(_ rows: Int = 13, _ columns: Int = 15) throws -> StackScene {
    var generator = SeededGenerator(seed: 21)
    func tensor(_ shape: Shape) -> Tensor {
      Tensor(shape, (0..<shape.count).map { _ in .random(in: -1...1, using: &generator) })
    }
    let first = try Convolution(
      weight: tensor(Shape(4, 1, 3, 3)), bias: [0.1, 0.2, 0.3, 0.4],
      options: CorrelationOptions(padding: PerAxis(1)))
    let second = try Convolution(weight: tensor(Shape(3, 4, 2, 2)))
    let picture = Picture(tensor(Shape([1, rows, columns])))
    return try StackScene(
      picture,
      [
        ("conv4", ConvolutionLayer(first)), ("relu", ReLU()),
        ("max", Pooling(.max, PoolingWindow(size: PlaneSize(2)))),
        ("conv3", ConvolutionLayer(second)),
      ])
  }
}
