import Drawing
import Formats
import Model

extension Scene {
  /// The scene as a session, with its place on the timeline.
  func session() throws(FigureError) -> Session {
    var session = Session()
    session.set("scene", name.rawValue)
    session.set("position", timeline.position)
    session.set("speed", timeline.speed)
    try save(to: &session)
    return session
  }
}

extension Session {
  /// The scene that was saved.
  ///
  /// - Parameter picture: Reads the file of a picture.
  /// - Throws: `FormatError`, `SessionError`, or what the scene finds wrong with its settings.
  static func scene(
    from bytes: [UInt8], picture: (Picture.File) throws -> Picture
  ) throws -> any Scene {
    let fields = try SessionFields(bytes)
    var scene: any Scene =
      switch try fields.choice("scene", among: SceneName.saved) {
      case .edges: try EdgesScene(fields)
      case .learn: try LearnScene(fields)
      case .flip: try FlipScene(fields)
      case .field: try FieldScene(fields)
      case .maps where fields.has("layers"): try StackScene(fields, picture)
      case .maps: try MapsScene(fields, picture)
      default: try SlideScene(fields)
      }
    scene.timeline.setSpeed(try fields.int("speed", in: Timeline.speedNumbers))
    scene.timeline.go(to: try fields.int("position", in: 0...1 << 53))
    return scene
  }
}

extension SceneName {
  /// Those of which there are sessions.
  static let saved: [SceneName] = [.slide, .edges, .learn, .flip, .field, .maps]
}

extension SlideScene {
  func save(to session: inout Session) {
    session.set("input", settings.input)
    session.set("kernel", settings.kernel)
    session.set(settings.sliding)
    session.set("view", view.rawValue)
    guard let cursor else { return }
    session.set("panel", cursor.panel.rawValue)
    session.set("cursor", cursor.at)
  }

  fileprivate init(_ fields: SessionFields) throws {
    try self.init(
      Settings(
        input: try fields.matrix("input"), kernel: try fields.matrix("kernel"),
        sliding: try fields.sliding()))
    view = try fields.choice("view", among: SceneName.slide.views)
    guard fields.has("panel") else { return }
    let number = try fields.int("panel", in: 0...Panel.allCases.count - 1)
    let panel = Panel.allCases[number]
    cursor = Cursor(panel: panel, at: Block(extent(of: panel)).clamp(try fields.pair("cursor")))
  }
}

extension EdgesScene {
  func save(to session: inout Session) {
    session.set("input", image)
    session.set("kernel", kernel)
    session.set(sliding)
  }

  fileprivate init(_ fields: SessionFields) throws {
    try self.init(
      image: try fields.matrix("input"), kernel: try fields.matrix("kernel"),
      sliding: try fields.sliding())
  }
}

extension FlipScene {
  func save(to session: inout Session) {
    session.set("input", input.matrix)
    session.set("kernel", kernel)
    session.set(sliding)
  }

  fileprivate init(_ fields: SessionFields) throws {
    try self.init(
      input: try fields.matrix("input"), kernel: try fields.matrix("kernel"),
      sliding: try fields.sliding())
  }
}

extension FieldScene {
  func save(to session: inout Session) {
    session.set("input-size", stack.maps[0])
    session.set("layers", GraphNotation.texts(of: stack.graph).joined(separator: ","))
    session.set("units", units)
  }

  fileprivate init(_ fields: SessionFields) throws {
    let stack = try SpatialGraph(
      try fields.graph("layers"), input: try fields.pair("input-size"))
    if let complaint = FieldScene.complaint(about: stack) { throw Failure(complaint) }
    self.init(stack)
    for (map, unit) in try fields.pairs("units", count: stack.maps.count).enumerated() {
      pick(unit, in: map)
    }
  }
}
