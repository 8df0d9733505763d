import ArgumentParser
import Drawing

/// A command that opens a scene.
///
/// Its groups of options stand beside each other: in a debug build each level of groups in groups makes
/// reading the command line several times as slow.
protocol SceneCommand: AsyncParsableCommand {
  /// Whether `--input` names its image, so that a file behind the command's name is that.
  static var takesInput: Bool { get }
  var screen: ScreenOptions { get }
  var figures: FigureOptions { get }
  var sharing: ShareOptions { get }
  var scene: SceneOptions { get }
}

extension SceneCommand {
  static var takesInput: Bool { false }

  /// Whether no terminal is needed.
  var endsByItself: Bool { screen.endsByItself || figures.isAsked }

  /// Opens a scene among the others, or prints it.
  ///
  /// - Parameter more: Those to keep in touch with besides who shares the screen.
  @MainActor func show(_ shown: any Scene, with more: [any Companion] = []) async throws {
    try await screen.run(
      shown.kind.name, figures: figures.isAsked ? figures : nil,
      savesWork: (shown as? any JobOwner)?.hasWorkToSave ?? false,
      with: try sharing.companions(hasScreen: !endsByItself) + more
    ) { try scene.state(of: shown, $0, $1) }
  }
}

/// The options of every scene: its step and settings.
struct SceneOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: .say(
      "The step to show, from 0 (the start) to \(largestStep).",
      "要显示的步，从 0（开始）到 \(largestStep)。", value: "n"))
  var step: Int?

  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: .say(
      "A setting of the scene, as padding=1. The key s lists the settings; --set can be repeated.",
      "场景的一项设置，如 padding=1。按键 s 列出各项设置；--set 可以多次使用。", value: "name=value"))
  var settings: [String] = []

  /// Keeps the product of steps and their parts within `Int`.
  private static let largestStep = 999_999_999

  func validate() throws {
    if let step, !(0...SceneOptions.largestStep).contains(step) {
      throw ValidationError { $0.stepOutside(SceneOptions.largestStep) }
    }
  }

  /// The program with one scene, its settings made and at the step that was asked for, and all other
  /// scenes on their built-in examples.
  func state(of scene: any Scene, _ size: Size, _ look: Look) throws -> State {
    var scenes = try SceneKind.examples()
    let current = SceneKind.allCases.firstIndex(of: scene.kind) ?? scenes.count
    if current < scenes.count { scenes[current] = scene } else { scenes.append(scene) }
    var state = State(scenes: scenes, current: current, look: look, size: size)
    let kind = (scene as? any SceneWithSettings).map { type(of: $0) }
    if let step, kind?.settingsFollowStep ?? false { state.show(step: step) }
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { throw Failure { $0.noSettingAndValue(setting) } }
      if let complaint = state.set(String(parts[0]), typed: String(parts[1])) {
        throw Failure { $0.about("--set " + $0.quoted(setting), complaint) }
      }
    }
    if let step { state.show(step: step) }
    state.scenes[current].follow()
    return state
  }
}
