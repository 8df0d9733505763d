import ArgumentParser
import Model

struct PoolCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pool", abstract: "The maximum and the mean of each window of an input.",
    discussion: """
      For example: convtui pool --input photo.png --window 2 --shift right

      --shift pools the input once more after it has moved by one pixel, and shows which outputs stay \
      the same.
      """)

  @Option(
    help: ArgumentHelp("The input: a tensor file, or - for standard input.", valueName: "file"),
    completion: .file())
  var input: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The size of the window: a number, or rows,columns.", valueName: "n"))
  var window = PlaneSize(2)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The distance between two windows. Where not given, the size of the window.", valueName: "n"))
  var stride: PerAxis<Int>?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The elements added at each edge, at most half the window's size.", valueName: "n"))
  var padding = PerAxis(0)

  @Flag(help: "Let a last window hang over the end, as ceil_mode of PyTorch does.")
  var ceil = false

  @Option(help: ArgumentHelp("Pool the input once more, moved by one pixel.", valueName: "way"))
  var shift: PoolScene.Shift?

  @OptionGroup var scene: SceneOptions

  @MainActor func run() async throws { try await scene.run(try start()) }

  private func start() throws -> PoolScene {
    let settings = PoolScene.Settings(
      input: try input.map { try Load.plane($0, for: .pool) } ?? PoolScene.Settings.example.input,
      window: PoolingWindow(size: window, stride: stride, padding: padding, roundsUp: ceil),
      shift: shift)
    return try Failure.translating { try PoolScene(settings) }
  }
}

extension PoolScene.Shift: ExpressibleByArgument {}
