import Formats
import Model

extension StackScene: SceneWithSession {
  private static let mostLayers = 1024
  private static let mostUnits = 1 << 30

  /// The picture, and the layers in numbers.
  func save(to session: inout Session) throws(FigureError) {
    try picture.save(to: &session)
    session.set("layers", graph.nodes.count)
    for (index, node) in graph.nodes.enumerated() {
      let name = "layer-\(index + 1)"
      session.set(name, titles[index])
      node.operator.save(to: &session, as: name)
      if node.inputs != [index] {
        session.set(name + "-inputs", node.inputs.map(String.init).joined(separator: ","))
      }
      if !kernelNames[index].isEmpty {
        session.set(name + "-kernel-names", kernelNames[index].joined(separator: ","))
      }
      if let own = node.name { session.set(name + "-name", own) }
      if turned.contains(index + 1) { session.set(name + "-turned", 1) }
    }
    lens.save(to: &session)
    for (map, unit) in units.enumerated() {
      session.set("unit-\(map)", unit.at)
      session.set("unit-\(map)-channel", unit.channel)
    }
    session.set("reached", known)
    session.set("has-cursor", hasCursor ? 1 : 0)
    session.set("taken-apart", isTakenApart ? 1 : 0)
    scroll.save(to: &session)
  }

  init(_ fields: SessionFields, _ read: Picture.Reader) throws {
    let numbers = try 1...fields.int("layers", in: 1...StackScene.mostLayers)
    var names: [String] = []
    var kernels: [[String]] = []
    let drafts = try numbers.map { number in
      let name = "layer-\(number)"
      names.append(try fields.text(name))
      kernels.append(
        fields.has(name + "-kernel-names")
          ? try fields.text(name + "-kernel-names").split(separator: ",").map(String.init) : [])
      return Graph.Draft(
        try fields.layer(name),
        name: fields.has(name + "-name") ? try fields.text(name + "-name") : nil,
        inputs: fields.has(name + "-inputs") ? try fields.inputs(name + "-inputs") : [.before])
    }
    try self.init(try Picture(fields, read), try Graph(drafts), titles: names, kernelNames: kernels)
    let largest = 0...StackScene.mostUnits
    restore(
      reached: fields.has("reached") ? try fields.int("reached", in: 0...graph.nodes.count) : 0,
      turned: try Set(
        sight.maps.indices.filter { number in
          let name = "layer-\(number)-turned"
          return try fields.has(name) && fields.flag(name)
        }),
      lens: try MapViewport(fields),
      units: try sight.maps.indices.map { map in
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

private enum LayerKind: String, CaseIterable {
  case convolution, weighted, normalization, other
}

extension Operator {
  /// What a layer is and all its numbers, in fields that start with a name.
  fileprivate func save(to session: inout Session, as name: String) {
    func save(_ kind: LayerKind) { session.set(name + "-kind", kind.rawValue) }
    func save(_ row: [Float], _ field: String) {
      session.set(name + field, Tensor(Shape(1, row.count), row))
    }
    if let convolution = (self as? ConvolutionLayer)?.convolution {
      save(.convolution)
      session.set(bank: convolution.weight, prefix: name + "-")
      if let bias = convolution.bias { save(bias, "-bias") }
      session.set(convolution.options, prefix: name + "-")
      session.set(name + "-groups", convolution.options.groups)
    } else if let given = (self as? any WeightedOperator)?.given {
      save(.weighted)
      session.set(name + "-notation", GraphNotation.text(of: self))
      session.set(bank: given.weight, prefix: name + "-")
      if let bias = given.bias { save(bias, "-bias") }
    } else if let factors = (self as? BatchNormalization)?.factors {
      save(.normalization)
      save(factors.scale, "-scale")
      save(factors.shift, "-shift")
    } else {
      save(.other)
      session.set(name + "-notation", GraphNotation.text(of: self))
    }
  }
}

extension SessionFields {
  fileprivate func layer(_ name: String) throws -> any Operator {
    switch try choice(name + "-kind") as LayerKind {
    case .convolution: return ConvolutionLayer(try convolution(name))
    case .weighted:
      guard
        let layer = try GraphNotation.layer(try text(name + "-notation")) as? any WeightedOperator
      else { throw SessionError.wrong(name + "-notation", needed: .layers) }
      return layer.with(Weights(try bank(prefix: name + "-"), bias: try bias(name)))
    case .normalization:
      let scale = try matrix(name + "-scale")
      return BatchNormalization(
        .init(
          scale: scale.elements, shift: try matrix(name + "-shift", scale.shape).elements))
    case .other:
      let layer = try GraphNotation.layer(try text(name + "-notation"))
      guard !(layer is Linear) else {
        throw SessionError.wrong(name + "-notation", needed: .layers)
      }
      return layer
    }
  }

  private func convolution(_ name: String) throws -> Convolution {
    let weight = try bank(prefix: name + "-")
    var options = try options(prefix: name + "-")
    options.groups = try int(name + "-groups", in: 1...1 << 20)
    return try Convolution(weight: weight, bias: try bias(name), options: options)
  }

  /// As many numbers as the operator asks for, which says so itself.
  private func bias(_ name: String) throws -> [Float]? {
    has(name + "-bias") ? try matrix(name + "-bias").elements : nil
  }

  /// The maps that a layer takes, by their numbers.
  fileprivate func inputs(_ name: String) throws -> [Graph.Source] {
    try text(name).split(separator: ",").map { number in
      guard let number = Int(number) else { throw SessionError.wrong(name, needed: .layers) }
      return .layer(number)
    }
  }
}
