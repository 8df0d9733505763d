import Drawing
import Formats
import Model

extension FieldScene: SceneWithSession {
  func save(to session: inout Session) {
    session.set("input-size", stack.maps[0])
    session.set("layers", GraphNotation.texts(of: stack.graph).joined(separator: ","))
    session.set("units", units)
  }

  init(_ fields: SessionFields) throws {
    let stack = try SpatialGraph(
      try fields.graph("layers"), input: try fields.pair("input-size"))
    if let complaint = FieldScene.complaint(about: stack) { throw Failure(complaint) }
    self.init(stack)
    for (map, unit) in try fields.positions("units", count: stack.maps.count).enumerated() {
      pick(unit, in: map)
    }
  }
}
