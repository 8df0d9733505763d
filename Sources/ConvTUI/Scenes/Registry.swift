/// The scenes, in the order of their tabs: a new one is a folder and a line here.
extension SceneKind: CaseIterable {
  static let allCases: [SceneKind] = [
    .slide,
    .edges,
    .learn,
    .flip,
    .field,
    .train,
    .maps,
    .pool,
  ]
}

extension SceneKind {
  /// Those that are there only where they were started: they show what goes on elsewhere.
  static let guests: [SceneKind] = [.watch]

  static let known = allCases + guests

  /// Every scene on its built-in example.
  static func examples() throws -> [any Scene] { try allCases.map { try $0.example() } }
}
