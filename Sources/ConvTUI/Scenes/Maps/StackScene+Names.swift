import Drawing
import Formats
import Model

/// What layers, maps and numbers are called.
extension StackScene {
  /// "image", or "layer 1: conv 3×3".
  func title(of map: Int, _ words: Words) -> String {
    map == 0 ? words.image : words.layer(map) + words.colon + titles[map - 1].printable
  }

  /// The same where there is little room: "1 conv 3×3".
  func shortTitle(of map: Int, _ words: Words) -> String {
    map == 0 ? words.image : "\(map) \(titles[map - 1].printable)"
  }

  /// The shape of a map; an image of one channel has only rows and columns.
  func size(of map: Int) -> String {
    let shape = sight.whole.shapes[map]
    return map == 0 && shape.channels == 1
      ? "\(shape.rows)×\(shape.columns)" : "\(shape)"
  }

  /// What one of the maps of a layer is called: by the kernel that made it, whatever came after that
  /// and left the channels as they were.
  func name(of map: Int, _ channel: Int, _ words: Words) -> String {
    guard map > 0 else {
      let channels = sight.whole.shapes[0].channels
      return channels == 1 ? words.image : words.channelNames(channel..<channel + 1, of: channels)
    }
    let (before, own) = (before(map), kernelNames[map - 1])
    switch layer(of: map) {
    case let layer as ConvolutionLayer:
      guard !own.isEmpty else { return words.map(channel + 1) }
      let kernel = own[channel % own.count]
      let (kernels, channels) = (shape(of: map).channels, shape(of: before).channels)
      guard layer.options.groups == channels, channels > 1 else { return kernel }
      return name(of: before, channel * channels / kernels, words) + " → " + kernel
    case is any Elementwise, is Pooling, is BatchNormalization, is Dropout:
      return name(of: before, channel, words)
    case is Concatenation:
      var rest = channel
      for input in graph.nodes[map - 1].inputs {
        let count = shape(of: input).channels
        if rest < count { return name(of: input, rest, words) }
        rest -= count
      }
      return words.map(channel + 1)
    default: return words.map(channel + 1)
    }
  }

  func shape(of map: Int) -> Shape { sight.whole.shapes[map] }

  /// The chosen number: "image[3,4]", "layer 2, sobel-x[3,4]".
  func cell(_ words: Words) -> String {
    let name = name(of: map, unit.channel, words).printable
    return Formula.cell(map == 0 ? name : words.list([words.layer(map), name]), unit.at)
  }

  /// The maps that a number is made from first: one of them, or all that a kernel takes.
  struct Source {
    let map, channel: Int
    /// Whether a kernel sums over several maps, of which that is the first.
    let isOneOfSeveral: Bool
    /// The units that the number sees, counted in the whole map.
    let window: Block
  }

  var source: Source {
    let origin = origin
    if case .taken(let input, let own, let at) = origin, map > 0 {
      return Source(
        map: graph.nodes[map - 1].inputs[input], channel: own, isOneOfSeveral: false,
        window: Block(at))
    }
    let before = before(map)
    var (channel, several) = (min(unit.channel, shape(of: before).channels - 1), false)
    if case .sum(let trace, let window) = origin {
      channel = trace.geometry.inputChannel(kernel: window.kernel, channel: 0)
      several = trace.geometry.channelsPerGroup > 1
    }
    return Source(
      map: before, channel: channel, isOneOfSeveral: several,
      window: map == 0 ? Block(unit.at) : sight.field(of: unit.at, in: map, over: before))
  }

  /// What the kernel of the chosen number is called.
  private var kernelName: String? {
    guard map > 0, !kernelNames[map - 1].isEmpty else { return nil }
    return kernelNames[map - 1][unit.channel % kernelNames[map - 1].count]
  }

  func explanationDrawing(_ words: Words) -> ExplanationDrawing {
    let source = source
    return ExplanationDrawing(
      cell: cell(words).printable, value: value, origin: origin, sentence: words.explained(origin),
      beforeName: source.isOneOfSeveral
        ? title(of: source.map, words) : name(of: source.map, source.channel, words),
      before: sight.part.regions[source.map], channel: source.channel,
      beforeScale: sight.scales[source.map], kernelName: kernelName, window: source.window,
      scroll: scroll, words: words)
  }
}

extension Operator {
  /// What it is and how large its windows are, as the field says it.
  var title: String {
    func sized(_ name: String, _ size: PlaneSize) -> String {
      "\(name) \(size.rows)×\(size.columns)"
    }
    switch self {
    case let layer as ConvolutionLayer: return sized("conv", layer.size)
    case let layer as Pooling:
      let name =
        switch layer.kind {
        case .max: "max pool"
        case .average: "mean pool"
        case .open: "pool"
        }
      return sized(name, layer.window.size)
    case is BatchNormalization: return "batch norm"
    case is AdaptiveAveragePooling: return "mean pool"
    case is TransposedConvolution: return "transposed conv"
    case is Concatenation: return "concat"
    case is ReLU: return "ReLU"
    case is any Elementwise, is Flatten, is Dropout: return GraphNotation.text(of: self)
    default: return shortName
    }
  }
}
