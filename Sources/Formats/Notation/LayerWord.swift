import Model

/// The word that a layer starts with, and how the rest of it reads and is written.
struct LayerWord: Sendable {
  let name: String
  let read: @Sendable (inout LayerFields) throws(LayerNotationError.Reason) -> LayerDraft.Content
  /// What follows the word for a layer of this kind; nil for any other.
  let write: @Sendable (any Operator) -> String?

  static let all: [LayerWord] = [
    conv, convt, linear, .bare("relu", ReLU()), leakyReLU, .bare("tanh", Tanh()),
    .bare("sigmoid", Sigmoid()), .bare("gelu", GELU()), .bare("silu", SiLU()),
    pooling("maxpool", .max), pooling("avgpool", .average),
    pooling("pool", .open), .bare("globalavgpool", AdaptiveAveragePooling()), adaptivePooling,
    batchNormalization, dropout, .bare("flatten", Flatten()), .joining("add", Add()),
    .joining("mul", Multiply()), .joining("concat", Concatenation()),
  ]

  /// A layer that is its word alone.
  private static func bare<Layer: Operator>(_ name: String, _ layer: Layer) -> LayerWord {
    LayerWord(
      name: name,
      read: { (fields: inout LayerFields) throws(LayerNotationError.Reason) in
        try fields.checkBare()
        return .known(layer)
      }, write: { $0 as? Layer == layer ? "" : nil })
  }

  /// A layer that takes others beside the one before it.
  private static func joining<Layer: Operator>(_ name: String, _ layer: Layer) -> LayerWord {
    LayerWord(
      name: name,
      read: { (fields: inout LayerFields) throws(LayerNotationError.Reason) in
        try fields.takeOthers()
        return .known(layer)
      }, write: { $0 as? Layer == layer ? "" : nil })
  }

  private static let linear = LayerWord(
    name: "linear",
    read: { (fields: inout LayerFields) throws(LayerNotationError.Reason) in
      guard fields.rest.isEmpty else { throw .bare(fields.word) }
      guard let outputs = WholeNumber.parse(fields.argument), outputs > 0 else { throw .outputs }
      return .known(Linear(outputs: outputs))
    }, write: { ($0 as? Linear).map { "\($0.outputs)" } })

  private static let leakyReLU = LayerWord(
    name: "leakyrelu",
    read: { (fields: inout LayerFields) throws(LayerNotationError.Reason) in
      if fields.argument.isEmpty {
        try fields.checkBare()
        return .known(LeakyReLU())
      }
      return .known(LeakyReLU(slope: try fields.number()))
    }, write: { ($0 as? LeakyReLU).map { $0 == LeakyReLU() ? "" : "\($0.slope)" } })

  private static let dropout = LayerWord(
    name: "dropout",
    read: { (fields: inout LayerFields) throws(LayerNotationError.Reason) in
      .known(Dropout(try fields.number()))
    }, write: { ($0 as? Dropout).map { "\($0.probability)" } })

  private static let adaptivePooling = LayerWord(
    name: "adaptiveavgpool",
    read: { (fields: inout LayerFields) throws(LayerNotationError.Reason) in
      let size = try fields.size()
      guard fields.rest.isEmpty else { throw .bare(fields.word) }
      return .known(AdaptiveAveragePooling(size))
    }, write: { ($0 as? AdaptiveAveragePooling).map { LayerFields.text(of: $0.size) } })

  private static let batchNormalization = LayerWord(
    name: "batchnorm",
    read: { (fields: inout LayerFields) throws(LayerNotationError.Reason) in
      guard fields.argument.isEmpty else { throw .bare(fields.word) }
      if fields.rest.isEmpty { return .known(BatchNormalization()) }
      return .statistics(fields.rest.joined(separator: ":"))
    }, write: { $0 is BatchNormalization ? "" : nil })

  private static let conv = LayerWord(
    name: "conv",
    read: { (fields: inout LayerFields) throws(LayerNotationError.Reason) in
      if fields.argument.isEmpty, !fields.rest.isEmpty {
        return .kernels(try KernelSource(fields.rest))
      }
      let (kernels, size) = try fields.kernels()
      let options = try fields.options(LayerOptions.correlated.subtracting([.bias]))
      return .known(
        ConvolutionLayer(
          size: size, kernels: kernels, options: try options.correlation(size: size)))
    },
    write: { layer in
      guard let layer = layer as? ConvolutionLayer else { return nil }
      let kernels: Int? =
        switch layer.kernels {
        case .open: nil
        case .count(let count): count
        case .given(let weights): weights.weight.shape.batch
        }
      let options = layer.options
      var text = (kernels.map { "\($0)@" } ?? "") + LayerFields.text(of: layer.size)
      text += LayerOptions.text(
        stride: options.stride == PerAxis(1) ? nil : options.stride, padding: options.padding,
        surplus: options.surplus, dilation: options.dilation)
      if options.groups != 1 { text += ":g\(options.groups)" }
      return options.mode == .zeros ? text : text + ":m\(options.mode.rawValue)"
    })

  private static let convt = LayerWord(
    name: "convt",
    read: { (fields: inout LayerFields) throws(LayerNotationError.Reason) in
      if fields.argument.isEmpty, !fields.rest.isEmpty {
        return .kernels(try KernelSource(fields.rest, isTransposed: true))
      }
      let (kernels, size) = try fields.kernels()
      let layer = try fields.options(LayerOptions.transposed.subtracting([.bias]))
        .transposed(size: size)
      return .known(kernels.map { layer.learning($0) } ?? layer)
    },
    write: { layer in
      guard let layer = layer as? TransposedConvolution else { return nil }
      let kernels: Int? =
        switch layer.kernels {
        case .open: nil
        case .count(let count): count
        case .given(let weights): weights.weight.shape.channels * layer.groups
        }
      var text = (kernels.map { "\($0)@" } ?? "") + LayerFields.text(of: layer.size)
      text += LayerOptions.text(
        stride: layer.stride == PerAxis(1) ? nil : layer.stride, padding: layer.padding,
        surplus: PerAxis(0), dilation: layer.dilation)
      if layer.surplus != PerAxis(0) { text += ":o" + LayerFields.text(of: layer.surplus) }
      return layer.groups == 1 ? text : text + ":g\(layer.groups)"
    })

  private static func pooling(_ name: String, _ kind: Pooling.Kind) -> LayerWord {
    LayerWord(
      name: name,
      read: { (fields: inout LayerFields) throws(LayerNotationError.Reason) in
        let size = try fields.size()
        var allowed: Set<LayerNotationError.Option> = [
          .stride, .padding, .same, .sameLower, .dilation, .ceil,
        ]
        if kind == .average { allowed.remove(.dilation) }
        return .known(Pooling(kind, try fields.options(allowed).window(size: size)))
      },
      write: { layer in
        guard let layer = layer as? Pooling, layer.kind == kind else { return nil }
        let window = layer.window
        return LayerFields.text(of: window.size)
          + LayerOptions.text(
            stride: window.stride == PerAxis(window.size) ? nil : window.stride,
            padding: window.padding,
            surplus: window.surplus, dilation: window.dilation) + (window.roundsUp ? ":ceil" : "")
      })
  }
}
