import Model

@testable import ConvTUI
@testable import Drawing

extension State {
  /// An endless drill in front.
  static func drill(
    _ kind: DrillKind?, level: Int = 1, seed: UInt64 = 1, size: Size = .standard,
    language: Language = .english
  ) throws -> State {
    let scenes = try SceneKind.examples()
    let run = try Drill(kind, level: level, seed: seed).run(scenes, Words(language: .english))
    var state = State(scenes: scenes, look: Look(language: language), size: size)
    state.begin(run)
    return state
  }
}

extension String {
  /// Without spaces and ends of lines: however it is folded.
  var squeezed: String { filter { !$0.isWhitespace } }
}
