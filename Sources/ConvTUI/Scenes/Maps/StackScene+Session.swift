import Formats
import Model

extension StackScene: SceneWithSession {
  private static let mostLayers = 1024
  private static let mostUnits = 1 << 30

  /// The picture, and the layers in numbers.
  func save(to session: inout Session) throws(FigureError) {
    try picture.save(to: &session)
    session.set("layers", layers.count)
    for (index, layer) in layers.enumerated() {
      let name = "layer-\(index + 1)"
      session.set(name, titles[index + 1])
      layer.save(to: &session, as: name)
      if turned.contains(index + 1) { session.set(name + "-turned", 1) }
    }
    lens.save(to: &session)
    for (map, unit) in units.enumerated() {
      session.set("unit-\(map)", unit.at)
      session.set("unit-\(map)-channel", unit.channel)
    }
    session.set("has-cursor", hasCursor ? 1 : 0)
    session.set("taken-apart", isTakenApart ? 1 : 0)
    scroll.save(to: &session)
  }

  init(_ fields: SessionFields, _ read: Picture.Reader) throws {
    let layers = try (1...fields.int("layers", in: 1...StackScene.mostLayers)).map { number in
      let name = "layer-\(number)"
      return (title: try fields.text(name), layer: try StackLayer(fields, as: name))
    }
    try self.init(try Picture(fields, read), layers)
    let largest = 0...StackScene.mostUnits
    restore(
      turned: try Set(
        titles.indices.filter { number in
          let name = "layer-\(number)-turned"
          return try fields.has(name) && fields.flag(name)
        }),
      lens: try MapLens(fields),
      units: try titles.indices.map { map in
        Unit(
          channel: try fields.int("unit-\(map)-channel", in: largest),
          at: try fields.pair("unit-\(map)"))
      },
      hasCursor: try fields.flag("has-cursor"), isTakenApart: try fields.flag("taken-apart"),
      scroll: try ExplanationDrawing.Scroll(fields))
  }
}

extension ExplanationDrawing.Scroll {
  func save(to session: inout Session) {
    session.set("first-channel", channel)
    session.set("first-tap", tap)
  }

  init(_ fields: SessionFields) throws {
    self.init()
    if fields.has("first-channel") { channel = try fields.int("first-channel", in: 0...1 << 30) }
    if fields.has("first-tap") { tap = try fields.pair("first-tap") }
  }
}

extension StackLayer {
  private enum Kind: String, CaseIterable {
    case convolution, normalization, other
  }

  /// What a layer is and all its numbers, in fields that start with a name.
  fileprivate func save(to session: inout Session, as name: String) {
    func save(_ kind: Kind) { session.set(name + "-kind", kind.rawValue) }
    func save(_ row: [Float], _ field: String) {
      session.set(name + field, Tensor(Shape(1, row.count), row))
    }
    func save(_ kind: LayerKind) {
      save(.other)
      session.set(name + "-notation", NetworkNotation.text(of: kind))
    }
    switch self {
    case .convolution(let convolution):
      save(.convolution)
      session.set(bank: convolution.weight, prefix: name + "-")
      if let bias = convolution.bias { save(bias, "-bias") }
      session.set(convolution.options, prefix: name + "-")
      session.set(name + "-groups", convolution.options.groups)
    case .normalization(let scale, let shift):
      save(.normalization)
      save(scale, "-scale")
      save(shift, "-shift")
    case .activation(let activation): save(.activation(activation))
    case .maxPooling(let window): save(.maxPooling(window))
    case .averagePooling(let window): save(.averagePooling(window))
    }
  }

  fileprivate init(_ fields: SessionFields, as name: String) throws {
    switch try fields.choice(name + "-kind") as Kind {
    case .convolution: self = .convolution(try Convolution(fields, as: name))
    case .normalization:
      let scale = try fields.matrix(name + "-scale")
      self = .normalization(
        scale: scale.elements, shift: try fields.matrix(name + "-shift", scale.shape).elements)
    case .other:
      switch try NetworkNotation.parse(try fields.text(name + "-notation")).first {
      case .activation(let activation): self = .activation(activation)
      case .maxPooling(let window): self = .maxPooling(window)
      case .averagePooling(let window): self = .averagePooling(window)
      default: throw SessionError.wrong(name + "-notation", needed: .layers)
      }
    }
  }
}

extension Convolution {
  fileprivate init(_ fields: SessionFields, as name: String) throws {
    let weight = try fields.bank(prefix: name + "-")
    var options = try fields.options(prefix: name + "-")
    options.groups = try fields.int(name + "-groups", in: 1...1 << 20)
    try self.init(
      weight: weight,
      bias: fields.has(name + "-bias")
        ? try fields.matrix(name + "-bias", Shape(1, weight.shape.batch)).elements : nil,
      options: options)
  }
}
