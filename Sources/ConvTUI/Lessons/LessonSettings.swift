import Drawing

/// What `set` may name in a lesson, as a table for a person.
struct LessonSettings {
  private let scenes: [any Scene]
  private let words: Words

  /// - Parameter names: The scenes that are asked for; none are all.
  init(of names: ArraySlice<String>, _ words: Words) throws {
    let known = SceneKind.allCases.map(\.name)
    for name in names where !known.contains(name) {
      throw Failure { $0.sentence(LessonError.Reason.unknown(name, among: known)) }
    }
    scenes = try SceneKind.examples().filter { names.isEmpty || names.contains($0.kind.name) }
    self.words = words
  }

  var text: String {
    scenes.map { scene in
      let rows = (scene as? any SceneWithSettings)?.rows(words) ?? []
      let width = rows.map(\.name.cellWidth).max() ?? 0
      let margin = String(repeating: " ", count: width + 4)
      return "\(scene.kind.name)\n"
        + rows.map { row in
          "  \(row.name.padded(to: width))  \(row.purpose)\n\(margin)"
            + words.possible(row.domain) + "\n"
        }.joined()
    }.joined(separator: "\n")
  }
}
