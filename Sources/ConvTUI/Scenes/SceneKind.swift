import ArgumentParser

/// What is known about a scene before it is opened.
///
/// Each stands in its scene's folder; `Registry` lists them.
struct SceneKind: Sendable {
  /// As it is written on the command line and in sessions.
  let name: String
  let title: Phrase
  /// What the scene is about, in a few words.
  let purpose: Phrase
  /// What its timeline counts, in a question.
  var step: Phrase = \.stepNoun
  /// In the order in which a key goes through them; the first is the one it begins with.
  var views: [SceneView] = [.run]
  /// Its own keys, in the order of the help; of several for a key the first that applies counts.
  let bindings: [Binding]
  /// The names of some actions that differ from those in other scenes.
  var words: @Sendable (Words) -> (Action) -> ActionWords? = { _ in { _ in nil } }
  /// The same in single views.
  var viewWords: [SceneView: @Sendable (Words) -> (Action) -> ActionWords?] = [:]
  /// Whether its steps are known in advance.
  var hasRecording = true
  let command: any AsyncParsableCommand.Type
  /// The scene on its built-in example.
  let example: @Sendable () throws -> any Scene
  /// Opens a saved scene; nil where there are no sessions of it.
  var restore: (@Sendable (SessionFields, Picture.Reader) throws -> any Scene)?
}

extension SceneKind: Hashable, CustomStringConvertible {
  var description: String { name }
  static func == (a: SceneKind, b: SceneKind) -> Bool { a.name == b.name }
  func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension SceneKind {
  func view(after view: SceneView) -> SceneView {
    let index = views.firstIndex(of: view) ?? 0
    return views[(index + 1) % views.count]
  }

  /// One of the views by its name.
  func view(named name: String) throws -> SceneView {
    guard let view = views.first(where: { $0.rawValue == name }) else {
      throw ValidationError { $0.notAView(among: views.map(\.rawValue)) }
    }
    return view
  }
}

/// What an action is called.
struct ActionWords: Sendable {
  /// One or two words for the foot of the screen; nil where other scenes say the same.
  var label: String?
  /// What a key does, for the help; nil where other scenes say the same.
  var help: String?
}
