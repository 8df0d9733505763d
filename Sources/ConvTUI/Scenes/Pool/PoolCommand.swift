import ArgumentParser
import Model

struct PoolCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pool", abstract: "Takes the maximum and the mean of each window of an input.",
    discussion: """
      For example: convtui pool --input photo.png --window 2 --shift right

      --shift moves the input by one pixel, pools it again, and shows which outputs stay the same.
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
      "The distance between two windows. The default is the size of the window.", valueName: "n"))
  var stride: PerAxis<Int>?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The elements added at each edge, at most half the window's size.", valueName: "n"))
  var padding = PerAxis(0)

  @Flag(help: "Let the last window pass the edge, like ceil_mode of PyTorch.")
  var ceil = false

  @Option(help: ArgumentHelp("Move the input by one pixel and pool it again.", valueName: "way"))
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
