import Drawing
import Formats
import Model

extension Scene {
  /// The scene as a session, with its place on the timeline.
  func session() throws(FigureError) -> Session {
    var session = Session()
    session.set("scene", kind.name)
    session.set("position", timeline.position)
    session.set("speed", timeline.speed)
    guard let scene = self as? any SceneWithSession else { throw .noSession(kind) }
    try scene.save(to: &session)
    return session
  }
}

extension Session {
  /// The scene that was saved.
  ///
  /// - Parameter picture: Reads the file of a picture.
  /// - Throws: `FormatError`, `SessionError`, or what the scene finds wrong with its settings.
  static func scene(
    from bytes: [UInt8], picture: Picture.Reader
  ) throws -> any Scene {
    try scene(try SessionFields(bytes), picture: picture)
  }

  /// The scene of a session's fields.
  static func scene(_ fields: SessionFields, picture: Picture.Reader) throws -> any Scene {
    let kind = try fields.kind("scene", among: SceneKind.allCases.filter { $0.restore != nil })
    guard let restore = kind.restore else { throw FigureError.noSession(kind) }
    var scene = try restore(fields, picture)
    scene.timeline.setSpeed(try fields.int("speed", in: Timeline.speedNumbers))
    scene.timeline.go(to: try fields.int("position", in: 0...1 << 53))
    return scene
  }
}
