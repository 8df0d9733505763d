import ArgumentParser
import Formats
import Model

/// An input and a kernel.
struct PlaneOptions: ParsableArguments {
  @Option(
    help: .say(
      "The input: a tensor file, or - for standard input.",
      "输入：一个张量文件；- 表示标准输入。", value: "file"),
    completion: .file())
  var input: String?

  @Option(
    parsing: .unconditional,
    help: .say(
      "The kernel: a file, a name such as sobel-x, or rows such as \"0,1;2,3\".",
      "卷积核：文件、名称（如 sobel-x）或各行的数（如 \"0,1;2,3\"）。"),
    completion: .kernel)
  var kernel: String?

  func validate() throws { try Load.checkStandardInput(input, kernel) }

  /// What a scene begins with, on an input and a kernel of its own where none are named.
  ///
  /// - Parameter sliding: How the kernel slides over the input.
  func settings(
    for scene: SceneKind, input ownInput: Tensor, kernel ownKernel: Tensor, _ sliding: Sliding
  ) throws -> SlidingSettings {
    SlidingSettings(
      input: try input.map { try Load.plane($0, for: scene) } ?? ownInput,
      kernel: try kernel.map { try Load.kernelPlane($0, for: scene) } ?? ownKernel,
      sliding: sliding)
  }
}
