import Drawing

extension SlideScene: SceneWithSession {
  static let displays: [Setting<SlideScene>] = [
    .view(\.view, among: [.run, .matrix])
  ]

  func save(to session: inout Session) {
    session.set(settings, by: SlideScene.table)
    session.set("view", view.rawValue)
    guard let cursor else { return }
    session.set("panel", cursor.panel.rawValue)
    session.set("cursor", cursor.at)
  }

  init(_ fields: SessionFields) throws {
    try self.init(try Settings(fields))
    view = try fields.choice("view", among: SceneKind.slide.views)
    guard fields.has("panel") else { return }
    let number = try fields.int("panel", in: 0...Panel.allCases.count - 1)
    let panel = Panel.allCases[number]
    cursor = Cursor(panel: panel, at: Block(extent(of: panel)).clamp(try fields.pair("cursor")))
  }
}
