import ArgumentParser
import Formats
import Model

struct MapsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "maps", abstract: "Shows the feature maps of a picture.",
    discussion: """
      For example: convtui maps photo.png --kernels sobel-x,sobel-y,laplacian

      Each kernel gives one map. A map has the size of the picture if the sides of the kernel are odd \
      and --stride and --padding do not change the size.
      """)

  @Argument(
    help: ArgumentHelp("The picture: a tensor file, or - for standard input.", valueName: "file"),
    completion: .file())
  var picture: String?

  @Option(
    parsing: .unconditional,
    help: """
      The kernels: names and files separated by commas, as in sobel-x,gaussian,my.npy (convtui kernels \
      lists the names), all, or rows such as "0,1;2,3"; a file holds a matrix, or \
      kernels×channels×rows×columns. The default is \(MapsScene.usualKernels).
      """, completion: .kernels)
  var kernels: String?

  @Option(
    help: """
      A stack of layers instead of kernels, such as "conv:bank.npy:p1, relu, maxpool2". conv takes a \
      file or names, as in conv:sobel-x+sobel-y, then :s stride, :p padding, :d dilation (such as p1 or \
      p1x2), :g groups, :m padding mode, :b a file with biases; batchnorm:file.npz takes its statistics \
      from a file. Branches work as in train.
      """)
  var layers: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The elements added at each edge. The default keeps the size with odd kernels.",
      valueName: "n"))
  var padding: PerAxis<Int>?

  @OptionGroup var sliding: MotionOptions
  @OptionGroup var bias: BiasOption

  @OptionGroup var turn: TurnOption

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      The number of groups of channels, each with its own kernels; 1 sums over all channels. By default a \
      matrix works on each channel alone, and a bank of kernels on all channels together.
      """, valueName: "n"))
  var groups: Int?

  @Option(
    help: """
      How to read an image: luma is its brightness, rgb has one channel for each colour. Transparent \
      pixels get a white background.
      """)
  var channels = ChannelMode.luma

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The maximum number of pixels of an image, 1 to \(FormatError.maximumCount).",
      valueName: "n"))
  var maxPixels = MapsScene.usualMaximumPixels

  @OptionGroup var scene: SceneOptions

  func validate() throws {
    try Load.checkStandardInput(picture, kernels)
    let isStill = sliding.paddingMode == nil && motion(.zeros) == MapMotion()
    guard layers == nil || kernels == nil && isStill else {
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
        return try MapsScene(
          shown, try KernelBank.banks(kernels), motion(MapMotion.usualMode(over: shown)))
      })
  }

  /// - Parameter usual: The padding mode where none is asked for.
  private func motion(_ usual: PaddingMode) -> MapMotion {
    MapMotion(
      sliding: Sliding(
        options: CorrelationOptions(
          stride: sliding.stride, padding: padding ?? PerAxis(0),
          mode: sliding.paddingMode ?? usual,
          dilation: sliding.dilation), bias: bias.bias, isTurned: turn.flip),
      padsHalf: padding == nil, groups: groups)
  }
}
