import Model
import Testing

@testable import Formats

struct NPZWriterTests {
  @Test func arraysComeBackByTheirNames() throws {
    let tensors = [
      (name: "X", tensor: Tensor(rows: [[0, 1, 2], [3, 4, 5]])),
      (name: "K sobel-x", tensor: Tensor(Shape([2, 1, 1, 3]), [1, 0, -1, 0.5, -.infinity, 2])),
      (name: "∂L", tensor: Tensor(Shape(1, 1), [7])),
    ]
    let file = TensorEncoder.npz(tensors)
    for (name, tensor) in tensors {
      let read = try TensorDecoder.decode(file, name: "a.npz", array: name)
      #expect(read == tensor, "\(name)")
    }
  }

  @Test func fileEndsWithItsDirectory() throws {
    let file = TensorEncoder.npz([(name: "a", tensor: Tensor(Shape(1, 1), [1]))])
    #expect(file.suffix(22).starts(with: [0x50, 0x4B, 5, 6]))
    #expect(file.starts(with: [0x50, 0x4B, 3, 4]))
  }
}
