import ArgumentParser
import Formats
import Model

struct SlideCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "slide", abstract: "Slides a kernel over an input.",
    discussion: """
      For example: convtui slide --input photo.png --kernel sobel-x --padding 1
      """)

  @OptionGroup var planes: PlaneOptions

  @OptionGroup var turn: TurnOption

  @Option(
    help: ArgumentHelp("The view: run, or matrix (each window is a row).", valueName: "name"),
    transform: SceneKind.slide.view(named:))
  var view = SceneView.run

  @OptionGroup var scene: SceneOptions

  @MainActor func run() async throws {
    let settings = SlideScene.Settings(
      input: try planes.input(for: .slide) ?? CourseExample.input,
      kernel: try planes.kernel(for: .slide) ?? CourseExample.kernel,
      sliding: planes.movement(turn))
    var slide = try Failure.translating { try SlideScene(settings) }
    slide.view = view
    try await scene.run(slide)
  }
}
