import Formats
import Model
import Testing

@testable import ConvTUI

/// The numbers are those of `torch.nn.functional.conv2d` with a padding of 1.
struct MapsFigureTests {
  private static let picture = Tensor(
    Shape(4, 5), [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4])
  private static let sobel: [Float] = [
    -4, 1, -3, 1, 7, -13, 1, -5, 5, 18, -20, -5, -7, 2, 27, -12, -4, -11, -2, 23,
  ]
  private static let laplacian: [Float] = [
    -2, 5, -8, 10, -16, -26, 16, -4, -3, 7, 0, -14, -12, 3, -22, -5, 6, 7, -18, 1,
  ]

  private func scene(_ kernels: String) throws -> MapsScene {
    try MapsScene(Picture(MapsFigureTests.picture), MapsScene.kernels(kernels))
  }

  @Test func resultIsAllMapsWhereNoneIsChosen() throws {
    let scene = try scene("sobel-x,laplacian")
    let bytes = try scene.tensorFile(.npy, at: "y.npy")[0].bytes
    #expect(
      try TensorDecoder.decode(bytes, name: "y.npy")
        == Tensor(Shape([2, 4, 5]), MapsFigureTests.sobel + MapsFigureTests.laplacian))
    #expect(
      try scene.tensors.map(\.name)
        == ["X", "K sobel-x", "K laplacian", "sobel-x", "laplacian", "Y"])
    #expect(try scene.tensors[3].tensor == Tensor(Shape(4, 5), MapsFigureTests.sobel))
    #expect(throws: FigureError.format(.notAPlane(rank: 3))) { try scene.check(.csv) }
  }

  @Test func resultIsTheMapThatIsChosen() throws {
    var state = try State.opened(with: scene("sobel-x,laplacian"))
    try state.press("right right")
    #expect(try state.scene.tensors.map(\.name) == ["X", "K", "Y"])
    #expect(try state.scene.result == Tensor(Shape(4, 5), MapsFigureTests.laplacian))
    #expect(throws: Never.self) { try state.scene.check(.csv) }
  }

  @Test func resultOfOneKernelIsItsMap() throws {
    let scene = try scene("sobel-x")
    #expect(try scene.result == Tensor(Shape(4, 5), MapsFigureTests.sobel))
    #expect(try scene.tensors.map(\.name) == ["X", "K", "Y"])
  }

  @Test func kernelsOfOneNameKeepTheirMapsApart() throws {
    let names = try scene("box,box").tensors.map(\.name)
    #expect(names == ["X", "K box", "K box (2)", "box", "box (2)", "Y"])
  }

  @Test func mapsOfSeveralSizesAreNoArray() throws {
    var motion = MapMotion()
    motion.padsHalf = false
    let scene = try MapsScene(
      Picture(MapsFigureTests.picture), MapsScene.kernels("sobel-x,roberts-x"), motion)
    #expect(throws: FigureError.mapSizes([Shape(2, 3), Shape(3, 4)])) { try scene.check(.npy) }
    #expect(try scene.tensors.last?.tensor.shape == Shape(3, 4))
    #expect(throws: Never.self) { try scene.check(.json) }
  }

  /// 2¹³ maps of 2¹⁴ pixels.
  @Test func mapsThatAreTooLargeTogetherAreRefusedBeforeTheyAreMade() throws {
    let bank = try KernelBank(name: "b", Tensor(Shape(1 << 13, 1, 1, 1)))
    let scene = try MapsScene(Picture(Tensor(Shape(128, 128))), [bank])
    #expect(throws: FigureError.mapsTooLarge(maps: 8192, numbers: 1 << 27, limit: 1 << 26)) {
      try scene.check(.npy)
    }
  }
}
