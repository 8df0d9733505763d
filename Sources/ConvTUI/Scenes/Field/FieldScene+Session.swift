import Drawing
import Formats
import Model

extension FieldScene: SceneWithSession {
  func save(to session: inout Session) {
    session.set(settings, by: FieldScene.table)
    session.set("units", units)
  }

  init(_ fields: SessionFields) throws {
    var settings = Settings(inputSize: PlaneSize(1), layers: "")
    try fields.read(into: &settings, by: FieldScene.table)
    let stack = try SpatialGraph(
      try GraphNotation.graph(settings.layers), input: settings.inputSize)
    if let complaint = FieldScene.complaint(about: stack) { throw Failure(complaint) }
    self.init(stack)
    for (map, unit) in try fields.positions("units", count: stack.maps.count).enumerated() {
      pick(unit, in: map)
    }
  }
}
