import Formats
import Model

extension MapsScene {
  /// The most pixels of a picture that has no file and is written out.
  private static let mostPixels = 1 << 16
  private static let mostKernels = 1024

  /// The picture by its file, where it has one; the kernels in numbers.
  func save(to session: inout Session) throws(FigureError) {
    if let file = picture.file {
      session.set("picture-file", file.path)
      session.set("channels", file.channels.rawValue)
    } else {
      guard picture.channels == 1, picture.rows * picture.columns <= MapsScene.mostPixels else {
        throw .noSession(name)
      }
      session.set(
        "picture",
        picture.part(rows: 0..<picture.rows, columns: 0..<picture.columns, step: 1).plane())
    }
    session.set("kernels", filters.count)
    for (index, filter) in filters.enumerated() {
      let shape = filter.weight.shape
      session.set("kernel-\(index + 1)-name", filter.name)
      session.set(
        "kernel-\(index + 1)",
        filter.weight.reshaped(Shape(shape.channels * shape.rows, shape.columns)))
    }
    session.set("stride", motion.stride)
    session.set("dilation", motion.dilation)
    session.set("padding-mode", motion.mode.rawValue)
    if let padding = motion.padding { session.set("padding", padding) }
    session.set("contrast", contrast.rawValue)
    session.set("enlarged", isEnlarged ? 1 : 0)
    session.set("zoom", lens.zoom)
    if let center = lens.center { session.set("center", center) }
    if let cursor { session.set("cursor", cursor) }
  }

  init(_ fields: SessionFields, _ read: (Picture.File) throws -> Picture) throws {
    let picture =
      fields.has("picture-file")
      ? try read(
        Picture.File(
          path: try fields.text("picture-file"), channels: try fields.choice("channels")))
      : Picture(try fields.matrix("picture"))
    let count = try fields.int("kernels", in: 1...MapsScene.mostKernels)
    let filters = try (1...count).map { number in
      let rows = try fields.matrix("kernel-\(number)")
      guard rows.shape.rows.isMultiple(of: picture.channels) else {
        throw SessionError.wrong("kernel-\(number)", needed: .matrix)
      }
      return MapFilter(
        name: try fields.text("kernel-\(number)-name"),
        weight: rows.reshaped(
          Shape(
            1, picture.channels, rows.shape.rows / picture.channels, rows.shape.columns)))
    }
    try self.init(
      picture, filters,
      MapMotion(
        stride: try fields.pair("stride"), dilation: try fields.pair("dilation"),
        mode: try fields.choice("padding-mode"),
        padding: fields.has("padding") ? try fields.pair("padding") : nil))
    restore(
      contrast: try fields.choice("contrast"), isEnlarged: try fields.flag("enlarged"),
      lens: MapLens(
        zoom: try fields.int("zoom", in: 0...64),
        center: fields.has("center") ? try fields.pair("center") : nil),
      cursor: fields.has("cursor") ? try fields.pair("cursor") : nil)
  }
}
