import Drawing

extension SlideScene: SceneWithSession {
  func save(to session: inout Session) {
    session.set("input", settings.input)
    session.set("kernel", settings.kernel)
    session.set(settings.sliding)
    session.set("view", view.rawValue)
    guard let cursor else { return }
    session.set("panel", cursor.panel.rawValue)
    session.set("cursor", cursor.at)
  }

  init(_ fields: SessionFields) throws {
    try self.init(
      Settings(
        input: try fields.matrix("input"), kernel: try fields.matrix("kernel"),
        sliding: try fields.sliding()))
    view = try fields.choice("view", among: SceneKind.slide.views)
    guard fields.has("panel") else { return }
    let number = try fields.int("panel", in: 0...Panel.allCases.count - 1)
    let panel = Panel.allCases[number]
    cursor = Cursor(panel: panel, at: Block(extent(of: panel)).clamp(try fields.pair("cursor")))
  }
}
