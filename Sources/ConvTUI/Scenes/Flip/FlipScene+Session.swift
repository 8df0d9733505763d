extension FlipScene: SceneWithSession {
  func save(to session: inout Session) {
    session.set("input", input.matrix)
    session.set("kernel", kernel)
    session.set(sliding)
  }

  init(_ fields: SessionFields) throws {
    try self.init(
      input: try fields.matrix("input"), kernel: try fields.matrix("kernel"),
      sliding: try fields.sliding())
  }
}
