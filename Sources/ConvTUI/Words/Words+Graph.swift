import Drawing
import Formats
import Model

/// Sentences about layers and the graphs that they make.
extension Words {

  /// How a layer moves: "3×3, stride 1, padding 1"; nil for one that does not.
  func movement(_ layer: any Operator, isTurned: Bool) -> String? {
    guard let options = layer.movement else { return nil }
    let size: PlaneSize
    var bias: Set<Float> = []
    switch layer {
    case let layer as ConvolutionLayer:
      size = layer.size
      bias = Set(layer.convolution?.bias ?? [])
    case let layer as Pooling: size = layer.window.size
    default: return nil
    }
    var words = [
      "\(size.rows)×\(size.columns)", "stride \(Formula.perAxis(options.stride))", padding(options),
    ]
    if options.dilation != PerAxis(1) {
      words.append("dilation \(Formula.perAxis(options.dilation))")
    }
    if options.groups > 1 { words.append("\(options.groups) groups") }
    if options.mode != .zeros { words.append(options.mode.rawValue) }
    if isTurned { words.append(convolution) }
    if let one = bias.first {
      words.append(bias.count == 1 ? "bias \(NumberText.short(one))" : "biases")
    }
    return words.joined(separator: ", ")
  }

  /// "padding 1", or "padding 0,0 before, 1,1 after" where the ends differ.
  private func padding(_ options: CorrelationOptions) -> String {
    guard options.surplus != PerAxis(0) else {
      return "padding \(Formula.perAxis(options.padding))"
    }
    return "padding \(Formula.perAxis(options.padding)) before and "
      + "\(Formula.perAxis(options.padding + options.surplus)) after"
  }

  /// How a number is computed, in one line.
  func explained(_ origin: Origin) -> String {
    func joined(_ numbers: [Float], _ sign: String) -> String {
      "= " + numbers.map(NumberText.short).joined(separator: " \(sign) ")
    }
    switch origin {
    case .pixel: return "a pixel"
    case .sum(let trace, let window):
      return "the sum of \(count(trace.geometry.productsPerWindow, "product"))"
        + (trace.bias.map { " and the bias \(NumberText.short($0[window.kernel]))" } ?? "")
    case .winner(let at): return "the largest number in its window, at \(at.row),\(at.column)"
    case .mean(let sum, let count):
      return "the mean of its window, \(NumberText.short(sum)) / \(NumberText.short(count))"
    case .function(let function, let before): return explained(function, before)
    case .scaled(let before, let scale, let shift):
      return
        "= \(NumberText.short(scale)) · \(NumberText.short(before)) + \(NumberText.short(shift))"
    case .total(let numbers): return joined(numbers, "+")
    case .product(let numbers): return joined(numbers, "·")
    case .taken(let input, let channel, let at):
      return "the number of channel \(channel) at \(at.row),\(at.column)"
        + (input > 0 ? " of its input \(input + 1)" : "") + ", unchanged"
    }
  }

  private func explained(_ function: any Elementwise, _ before: Float) -> String {
    let number = NumberText.short(before)
    switch function {
    case is ReLU: return "= max(\(number), 0)"
    case let function as LeakyReLU:
      return before > 0
        ? number + ", unchanged above 0" : "= \(NumberText.short(function.slope)) · \(number)"
    case is Sigmoid: return "= 1 / (1 + e^−(\(number)))"
    default: return "= \(GraphNotation.text(of: function))(\(number))"
    }
  }

  // MARK: Mistakes

  func sentence(_ error: GraphError) -> String {
    let name = error.name.map { " “\($0)”" } ?? ""
    switch error.reason {
    case .operator(let reason):
      let shapes = error.inputs.map(\.shape).filter { $0.rank > 2 }
      let isJoin: Bool
      if case .shapes = reason { isJoin = true } else { isJoin = false }
      let over = isJoin || shapes.isEmpty ? "" : ", over \(shapes[0])"
      return "Layer \(error.layer)\(name)\(over): " + sentence(reason, error)
    case .unknownName(let other):
      return "Layer \(error.layer)\(name): no layer is named \(quoted(other)); a name follows its "
        + "layer, as in conv3=\(other)."
    case .repeatedName(let first):
      return
        "Layers \(first) and \(error.layer) both have the name \(quoted(error.name ?? "")); use each "
        + "name once."
    case .circle(let layers):
      let way = (layers + [layers[0]]).map(String.init).joined(separator: " → ")
      return
        "Layer \(error.layer)\(name) needs its own output (layers \(way)); the inputs of a layer "
        + "must not depend on it."
    }
  }

  private func sentence(_ reason: OperatorError, _ error: GraphError) -> String {
    let layer = error.operator.map { GraphNotation.text(of: $0) } ?? ""
    switch reason {
    case .geometry(let error): return sentence(error)
    case .inputs(let found, let needed):
      return "\(layer) has \(count(found, "map")) as input and needs "
        + (needed.upperBound == .max ? "at least \(needed.lowerBound)" : "\(needed.lowerBound)")
        + "; \(layer):a also takes the map of the layer conv3=a."
    case .shapes:
      let given = error.inputs.map { input in
        let name = input.name.map { " “\($0)”" } ?? ""
        return (input.layer == 0 ? "the image is" : "layer \(input.layer)\(name) gives")
          + " \(input.shape)"
      }
      let what = error.operator is Concatenation ? "equal rows and columns" : "equal shapes"
      return "\(layer) needs maps with \(what), but \(given.joined(separator: " and "))."
    case .noOutputs: return "It has no output; at least one is needed."
    case .tooManyWeights(let extents):
      return
        "It would have \(self.extents(extents)) weights; the maximum is \(Network.largest)."
    case .notFlat(let shape):
      return
        "A linear layer needs one column of numbers, not \(shape); put flatten before it."
    case .probability(let value):
      return "The probability of dropout must be from 0 to below 1, not \(value)."
    case .statistics(let count, let channels):
      return "It has statistics for \(self.count(count, "channel")), but the map has \(channels)."
    case .openKernels: return openKernels(layer)
    case .noWeights: return noWeights(layer, error.operator)
    case .givenWeights:
      return
        "Its weights are given, but training starts with random weights; use conv6@3 for six kernels of size 3."
    case .transposedChannels(let channels, let input):
      return "Its kernels are for \(count(channels, "channel")), but the map \(input) has "
        + "\(input.channels); kernels of the shape channels×kernels×rows×columns are needed."
    case .openPooling:
      return "\(layer) does not name its operation; use max\(layer) or avg\(layer)."
    case .dilatedMean: return "Average pooling has no dilation; maxpool and conv have one."
    }
  }

  private func openKernels(_ layer: String) -> String {
    let word = layer.hasPrefix("convt") ? "convt" : "conv"
    return "\(layer) needs a number of kernels here, as in \(word)6@\(layer.dropFirst(word.count))."
  }

  private func noWeights(_ layer: String, _ kind: (any Operator)?) -> String {
    switch kind {
    case is any WeightedOperator:
      "\(layer) needs weights; give a file, as in "
        + "\(kind is ConvolutionLayer ? "conv" : "convt"):weights.npz:conv1, or learn them with train."
    case is BatchNormalization: noStatistics("")
    default: "\(layer) needs weights, but it cannot take them here; train can learn them."
    }
  }

  func sentence(_ error: LayerNotationError) -> String {
    let place = "Layer \(error.layer), “\(error.text)”: "
    switch error.reason {
    case .kind:
      return place + "a layer starts with one of "
        + GraphNotation.names.joined(separator: ", ") + ", as in conv6@5."
    case .kernels:
      return place + "a number of kernels of at least 1 and their size must follow conv, as in "
        + "conv6@5 or conv6@3x5."
    case .outputs:
      return place
        + "a number of outputs of at most nine digits must follow linear, as in linear10."
    case .number: return place + "a number must follow, as in dropout0.5 or leakyrelu0.01."
    case .bare(let kind): return place + "nothing can follow \(kind) here."
    case .size:
      return place
        + "a size must follow, as in conv3 or conv3x5, or kernels after a colon, as in "
        + "conv:bank.npy or conv:sobel-x."
    case .unknownOption(let option):
      return place + "“\(option)” is not an option; :s2 is a stride, :p1 a padding, :d2 a dilation."
    case .foreignOption(let option, let kind):
      return place + "\(kind) has no option “\(option.rawValue)”."
    case .value(.mode):
      return place
        + "one of \(PaddingMode.allCases.map(\.rawValue).joined(separator: ", ")) must follow "
        + "“m”."
    case .value(.padding):
      return place
        + "“p” needs one whole number (:p2), one for rows and one for columns (:p2x1), or "
        + "top, left, bottom and right (:p0x0x1x1)."
    case .value(.bias): return place + "a file must follow “b”, as in :bbias.npy."
    case .value(let option):
      return place + "a whole number must follow “\(option.rawValue)”, as in :\(option.rawValue)2."
    case .repeated(let option):
      return place + "“\(option.rawValue)” is given twice; give it once."
    case .sameWith(.stride):
      return place + "“same” padding needs a stride of 1; for other strides, :p0x0x1x1 gives the "
        + "padding at top, left, bottom and right."
    case .sameWith: return place + "“same” already is the padding; remove the other padding."
    case .name(let name):
      return place + "“\(name)” is not a name; a name has letters, digits, - and _, starts with a "
        + "letter, and is not image, the name of the picture."
    case .source:
      return place + "numbers from a file do not work here; conv6@5 has kernels to learn."
    }
  }
}
