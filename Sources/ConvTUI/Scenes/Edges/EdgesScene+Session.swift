extension EdgesScene: SceneWithSession {
  func save(to session: inout Session) {
    session.set("input", image)
    session.set("kernel", kernel)
    session.set(sliding)
  }

  init(_ fields: SessionFields) throws {
    try self.init(
      image: try fields.matrix("input"), kernel: try fields.matrix("kernel"),
      sliding: try fields.sliding())
  }
}
