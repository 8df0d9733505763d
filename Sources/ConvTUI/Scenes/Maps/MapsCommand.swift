import ArgumentParser
import Formats
import Model

struct MapsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "maps", abstract: "What kernels make of a picture.",
    discussion: """
      For example: convtui maps photo.png --kernels sobel-x,sobel-y,laplacian

      Each kernel gives one map. A map is as large as the picture where the kernel's sides are odd \
      and neither --stride nor --padding changes its size.
      """)

  @Argument(
    help: ArgumentHelp("The picture: a tensor file, or - for standard input.", valueName: "file"),
    completion: .file())
  var picture: String?

  @Option(
    parsing: .unconditional,
    help: """
      The kernels: names and files with commas between, all, or rows such as "0,1;2,3"; a file holds a \
      matrix, or kernels×channels×rows×columns. Where not given, \(MapsScene.usualKernels).
      """,
    completion: .kernels)
  var kernels: String?

  @Option(
    help: """
      Instead of kernels, layers one after the other, such as "conv:bank.npy:p1, relu, maxpool2". \
      conv has a file or a name, then :s stride, :p padding, :d dilation (such as p1 or p1x2), :g groups, \
      :m padding mode, :b a file with biases; batchnorm:file.npz has its statistics. Branches are \
      written as in train.
      """)
  var layers: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The elements added at each edge. Where not given, what keeps the size with odd kernels.",
      valueName: "n"))
  var padding: PerAxis<Int>?

  @OptionGroup var sliding: MotionOptions
  @OptionGroup var bias: BiasOption

  @OptionGroup var turn: TurnOption

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      Into how many groups the channels are divided, each with kernels of its own; 1 sums over all. Where \
      not given, a matrix meets every channel by itself and a bank all of them.
      """, valueName: "n"))
  var groups: Int?

  @Option(
    help: """
      How an image is read: luma is its brightness, rgb one plane for each colour. There is white \
      behind transparent pixels.
      """)
  var channels = ChannelMode.luma

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The most pixels of an image that are decoded, 1 to \(FormatError.maximumCount).",
      valueName: "n"))
  var maxPixels = MapsScene.usualMaximumPixels

  @OptionGroup var scene: SceneOptions

  func validate() throws {
    try Load.checkStandardInput(picture, kernels)
    guard layers == nil || kernels == nil && motion == MapMotion() else {
      throw ValidationError(\.layersAlone)
    }
    guard (1...FormatError.maximumCount).contains(maxPixels) else {
      throw ValidationError { $0.maxPixelsOutside(FormatError.maximumCount) }
    }
  }

  @MainActor func run() async throws {
    let shown =
      try picture.map {
        try Load.picture($0, channels: channels, maximumPixels: maxPixels)
      } ?? Picture.example
    if let layers {
      return try await scene.run(
        try Failure.translating {
          let (graph, titles) = try LayerSources.stack(layers, over: shown.shape(step: 1))
          return try StackScene(shown, graph, titles: titles)
        })
    }
    try await scene.run(
      try Failure.translating {
        let kernels = try Load.kernels(
          kernels ?? MapsScene.usualKernels, limit: Load.mostOfKernels)
        return try MapsScene(shown, try KernelBank.banks(kernels), motion)
      })
  }

  private var motion: MapMotion {
    MapMotion(
      sliding: Sliding(
        options: CorrelationOptions(
          stride: sliding.stride, padding: padding ?? PerAxis(0), mode: sliding.paddingMode,
          dilation: sliding.dilation), bias: bias.bias, isTurned: turn.flip),
      padsHalf: padding == nil, groups: groups)
  }
}
