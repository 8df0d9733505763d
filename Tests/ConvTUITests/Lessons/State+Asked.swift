import Model

@testable import ConvTUI
@testable import Drawing

extension State {
  /// A lesson of one step, whose fields stand below each other, in front.
  static func asked(
    _ fields: String, size: Size = .standard, language: Language = .english
  ) throws -> State {
    let lines = fields.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    return try lesson("title: T\nsteps:\n  - say: Look.\n" + lines, size: size, language: language)
  }

  static func lesson(
    _ text: String, size: Size = .standard, language: Language = .english
  ) throws -> State {
    let scenes = try SceneKind.examples()
    let words = Words(language: language)
    let run = try LessonRun(LessonReader.lesson(Array(text.utf8)), scenes: scenes, words)
    var state = State(scenes: scenes, look: Look(language: language), size: size)
    state.begin(run)
    return state
  }

  /// What is shown, with single spaces.
  var sentences: String { frame().text.split { $0.isWhitespace }.joined(separator: " ") }

  /// Types an answer and checks it.
  mutating func answer(_ text: String) throws {
    for character in text { _ = handle(.input(.key(.character(character)))) }
    try press("enter")
  }
}
