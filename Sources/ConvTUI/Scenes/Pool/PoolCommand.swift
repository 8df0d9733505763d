import ArgumentParser
import Model

struct PoolCommand: SceneCommand {
  static let takesInput = true
  static let configuration = CommandConfiguration(
    commandName: "pool",
    abstract: Words.ofProcess.say(
      "Takes the maximum and the mean of each window of an input.", "对输入的每个窗口取最大值和平均值。"),
    discussion: Words.ofProcess.say(
      """
      For example: convtui pool --input photo.png --window 2 --shift right

      --shift moves the input by one pixel, pools it again, and shows which outputs stay the same.
      """,
      """
      例如：convtui pool --input photo.png --window 2 --shift right

      --shift 把输入平移一个像素，再汇聚一次，并显示哪些输出保持不变。
      """))

  @Option(
    help: .say(
      "The input: a tensor file, or - for standard input.",
      "输入：一个张量文件；- 表示标准输入。", value: "file"),
    completion: .file())
  var input: String?

  @Option(
    parsing: .unconditional,
    help: .say(
      "The size of the window: a number, or rows,columns.",
      "窗口的大小：一个数，或 行,列。", value: "n"))
  var window = PlaneSize(2)

  @Option(
    parsing: .unconditional,
    help: .say(
      "The distance between two windows. The default is the size of the window.",
      "相邻两个窗口的距离。默认等于窗口的大小。", value: "n"))
  var stride: PerAxis<Int>?

  @Option(
    parsing: .unconditional,
    help: .say(
      "The elements added at each edge, at most half the window's size.",
      "每边填充的元素数，至多为窗口大小的一半。", value: "n"))
  var padding = PerAxis(0)

  @Flag(
    help: .say(
      "Let the last window pass the edge, like ceil_mode of PyTorch.",
      "允许最后一个窗口越过边缘，如 PyTorch 的 ceil_mode。"))
  var ceil = false

  @Option(
    help: .say(
      "Move the input by one pixel and pool it again.",
      "把输入平移一个像素，再汇聚一次。", value: "way"))
  var shift: PoolScene.Shift?

  @OptionGroup var screen: ScreenOptions
  @OptionGroup var figures: FigureOptions
  @OptionGroup var sharing: ShareOptions
  @OptionGroup var scene: SceneOptions

  @MainActor func run() async throws { try await show(try start()) }

  private func start() throws -> PoolScene {
    let settings = PoolScene.Settings(
      input: try input.map { try Load.plane($0, for: .pool) } ?? PoolScene.Settings.example.input,
      window: PoolingWindow(size: window, stride: stride, padding: padding, roundsUp: ceil),
      shift: shift)
    return try Failure.translating { try PoolScene(settings) }
  }
}

extension PoolScene.Shift: ExpressibleByArgument {}
