import ArgumentParser
import Formats
import Model

struct MapsCommand: SceneCommand {
  static let configuration = CommandConfiguration(
    commandName: "maps",
    abstract: Words.ofProcess.say(
      "Shows the feature maps of a picture.", "显示图片的特征映射。"),
    discussion: Words.ofProcess.say(
      """
      For example: convtui maps photo.png --kernels sobel-x,sobel-y,laplacian

      Each kernel gives one map. A map has the size of the picture if the sides of the kernel are odd \
      and --stride and --padding do not change the size.
      """,
      """
      例如：convtui maps photo.png --kernels sobel-x,sobel-y,laplacian

      每个卷积核得到一个映射。如果卷积核的边长为奇数，且 --stride 和 --padding 不改变大小，映\
      射就与图片一样大。
      """))

  @Argument(
    help: .say(
      "The picture: a tensor file, or - for standard input.",
      "图片：一个张量文件；- 表示标准输入。", value: "file"),
    completion: .file())
  var picture: String?

  @Option(
    parsing: .unconditional,
    help: .say(
      """
      The kernels: names and files separated by commas, as in sobel-x,gaussian,my.npy (convtui kernels \
      lists the names), all, or rows such as "0,1;2,3"; a file holds a matrix, or \
      kernels×channels×rows×columns. The default is \(MapsScene.usualKernels).
      """,
      """
      卷积核：以逗号分隔的名称和文件，如 sobel-x,gaussian,my.npy（convtui kernels 列出名称），all（全部），\
      或各行的数（如 "0,1;2,3"）；文件中是一个矩阵，或卷积核×通道×行×列。默认为 \(MapsScene.usualKernels)。
      """), completion: .kernels)
  var kernels: String?

  @Option(
    help: .say(
      """
      A stack of layers instead of kernels, such as "conv:bank.npy:p1, relu, maxpool2". conv takes a \
      file or names, as in conv:sobel-x+sobel-y, then :s stride, :p padding, :d dilation (such as p1 or \
      p1x2), :g groups, :m padding mode (for an image file replicate, else zeros), :b a file with biases; batchnorm:file.npz takes its statistics \
      from a file. Branches work as in train.
      """,
      """
      一叠层，代替单个卷积核，如 "conv:bank.npy:p1, relu, maxpool2"。conv 后接文件或名\
      称（如 conv:sobel-x+sobel-y），再接 :s 步幅、:p 填充、:d 膨胀（如 p1 或 p1x2）、:g 组数、\
      :m 填充方式（图像文件为 replicate，否则为 zeros）、:b 偏置文件；batchnorm:file.npz 从文件读取统计量。分支的写法与 train 相同。
      """))
  var layers: String?

  @Option(
    parsing: .unconditional,
    help: .say(
      "The elements added at each edge. The default keeps the size with odd kernels.",
      "每边填充的元素数。默认使奇数大小的卷积核不改变大小。", value: "n"))
  var padding: PerAxis<Int>?

  @OptionGroup var sliding: MotionOptions
  @OptionGroup var bias: BiasOption

  @OptionGroup var turn: TurnOption

  @Option(
    parsing: .unconditional,
    help: .say(
      """
      The number of groups of channels, each with its own kernels; 1 sums over all channels. By default a \
      matrix works on each channel alone, and a bank of kernels on all channels together.
      """,
      """
      通道的组数，每组有自己的卷积核；1 表示对所有通道求和。默认情况下，一个矩阵分别作\
      用于每个通道，一组卷积核则作用于全部通道。
      """, value: "n"))
  var groups: Int?

  @Option(
    help: .say(
      """
      How to read an image: luma is its brightness, rgb has one channel for each colour. Transparent \
      pixels get a white background.
      """,
      """
      如何读取图像：luma 为其亮度，rgb 为每种颜色各取一个通道。透明像素以白色为背景。
      """))
  var channels = ChannelMode.luma

  @Option(
    parsing: .unconditional,
    help: .say(
      "The maximum number of pixels of an image, 1 to \(FormatError.maximumCount).",
      "图像的最大像素数，1 到 \(FormatError.maximumCount)。", value: "n"))
  var maxPixels = MapsScene.usualMaximumPixels

  @OptionGroup var screen: ScreenOptions
  @OptionGroup var figures: FigureOptions
  @OptionGroup var sharing: ShareOptions
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
      return try await show(
        try Failure.translating {
          let stack = try LayerSources.stack(
            layers, over: shown.shape(step: 1), mode: MapMotion.usualMode(over: shown))
          return try StackScene(
            shown, stack.graph, titles: stack.titles, kernelNames: stack.kernels)
        })
    }
    try await show(
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
