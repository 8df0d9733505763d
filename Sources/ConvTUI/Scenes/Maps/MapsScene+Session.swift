import Formats
import Model

extension Picture {
  /// The most pixels of a picture that has no file and is written out.
  static let mostPixels = 1 << 16

  /// By its file, where it has one, else in numbers.
  func save(to session: inout Session) throws(FigureError) {
    if let file {
      session.set("picture-file", file.path)
      session.set("picture-size", PlaneSize(rows: rows, columns: columns))
      session.set("channels", file.channels.rawValue)
      return
    }
    guard channels == 1, rows * columns <= Picture.mostPixels else { throw .noSession(.maps) }
    session.set("picture", part(rows: 0..<rows, columns: 0..<columns, step: 1).plane())
  }

  init(_ fields: SessionFields, _ read: Picture.Reader) throws {
    guard fields.has("picture-file") else {
      self.init(try fields.matrix("picture"))
      return
    }
    let file = Picture.File(
      path: try fields.text("picture-file"), channels: try fields.choice("channels"))
    self = try read(file)
    guard fields.has("picture-size") else { return }
    let found = PlaneSize(rows: rows, columns: columns)
    let expected: PlaneSize = try fields.pair("picture-size")
    guard found == expected else {
      throw Failure { $0.otherPicture(file.path, found, expected) }
    }
  }
}

extension MapViewport {
  func save(to session: inout Session) {
    session.set("zoom", zoom)
    if let center { session.set("center", center) }
  }

  init(_ fields: SessionFields) throws {
    self.init(
      zoom: try fields.int("zoom", in: 0...64),
      center: fields.has("center") ? try fields.pair("center") : nil)
  }
}

extension MapsScene: SceneWithSession {
  private static let mostKernels = 1024

  /// The picture, and the kernels in numbers.
  func save(to session: inout Session) throws(FigureError) {
    try picture.save(to: &session)
    session.set("kernels", kernels.count)
    for (index, bank) in kernels.enumerated() {
      session.set("kernel-\(index + 1)-name", bank.name)
      session.set(bank: bank.kernels, prefix: "kernel-\(index + 1)-")
    }
    session.set(motion, by: MapsScene.table)
    session.set("contrast", contrast.rawValue)
    session.set("enlarged", isEnlarged ? 1 : 0)
    lens.save(to: &session)
    if let cursor { session.set("cursor", cursor) }
    session.set("taken-apart", isTakenApart ? 1 : 0)
    scroll.save(to: &session)
  }

  init(_ fields: SessionFields, _ read: Picture.Reader) throws {
    let picture = try Picture(fields, read)
    let count = try fields.int("kernels", in: 1...MapsScene.mostKernels)
    let kernels = try (1...count).map { number in
      try KernelBank(
        name: try fields.text("kernel-\(number)-name"),
        try fields.bank(prefix: "kernel-\(number)-"))
    }
    var motion = MapMotion()
    try fields.read(into: &motion, by: MapsScene.table)
    try self.init(picture, kernels, motion)
    restore(
      contrast: try fields.choice("contrast"), isEnlarged: try fields.flag("enlarged"),
      lens: try MapViewport(fields),
      cursor: fields.has("cursor") ? try fields.pair("cursor") : nil,
      isTakenApart: try fields.flag("taken-apart"),
      scroll: try ExplanationDrawing.Scroll(fields))
  }
}
