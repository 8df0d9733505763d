import Drawing
import Formats
import Model

/// Sentences about layers that do not fit together, or cannot be read.
extension Words {
  func sentence(_ error: GraphError) -> String {
    let name = error.name.map { " “\($0)”" } ?? ""
    switch error.reason {
    case .operator(let reason):
      let shapes = error.inputs.map(\.shape).filter { $0.rank > 2 }
      let isJoin: Bool
      if case .shapes = reason { isJoin = true } else { isJoin = false }
      let over = isJoin || shapes.isEmpty ? "" : say(", over \(shapes[0])", "，输入 \(shapes[0])")
      return say(
        "Layer \(error.layer)\(name)\(over): " + sentence(reason, error),
        "第 \(error.layer) 层\(name)\(over)：" + sentence(reason, error))
    case .unknownName(let other):
      return say(
        "Layer \(error.layer)\(name): no layer is named \(quoted(other)); a name follows its "
          + "layer, as in conv3=\(other).",
        "第 \(error.layer) 层\(name)：没有名为 \(quoted(other)) 的层；名称写在层之后，如 conv3=\(other)。")
    case .repeatedName(let first):
      return
        say(
          "Layers \(first) and \(error.layer) both have the name \(quoted(error.name ?? "")); use each "
            + "name once.",
          "第 \(first) 层和第 \(error.layer) 层同名 \(quoted(error.name ?? ""))；每个名称只能用一次。")
    case .circle(let layers):
      let way = (layers + [layers[0]]).map(String.init).joined(separator: " → ")
      return
        say(
          "Layer \(error.layer)\(name) needs its own output (layers \(way)); the inputs of a layer "
            + "must not depend on it.", "第 \(error.layer) 层\(name)需要自己的输出（层 \(way)）；一层的输入不能依赖它自己。")
    }
  }

  private func sentence(_ reason: OperatorError, _ error: GraphError) -> String {
    let layer = error.operator.map { GraphNotation.text(of: $0) } ?? ""
    switch reason {
    case .geometry(let error): return sentence(error)
    case .inputs(let found, let needed):
      return say(
        "\(layer) has \(count(found, "map")) as input and needs "
          + (needed.upperBound == .max ? "at least \(needed.lowerBound)" : "\(needed.lowerBound)")
          + "; \(layer):a also takes the map of the layer conv3=a.",
        "\(layer) 的输入有 \(found) 个映射，而它"
          + (needed.upperBound == .max
            ? "至少需要 \(needed.lowerBound) 个" : "需要 \(needed.lowerBound) 个")
          + "；\(layer):a 还接收层 conv3=a 的映射。")
    case .shapes:
      let given = error.inputs.map { input in
        let name = input.name.map { " “\($0)”" } ?? ""
        return
          (input.layer == 0
          ? say("the image is", "图像是")
          : say("layer \(input.layer)\(name) gives", "第 \(input.layer) 层\(name)给出"))
          + " \(input.shape)"
      }
      let what =
        error.operator is Concatenation
        ? say("equal rows and columns", "行数和列数相同") : say("equal shapes", "形状相同")
      return say(
        "\(layer) needs maps with \(what), but \(all(given)).",
        "\(layer) 需要\(what)的映射，但\(all(given))。")
    case .noOutputs: return say("It has no output; at least one is needed.", "它没有输出；至少需要一个。")
    case .tooManyWeights(let extents):
      return
        say(
          "It would have \(self.extents(extents)) weights; the maximum is \(Network.largest).",
          "它将有 \(self.extents(extents)) 个权重；上限是 \(Network.largest)。")
    case .notFlat(let shape):
      return
        say(
          "A linear layer needs one column of numbers, not \(shape); put flatten before it.",
          "线性层需要一列数，而不是 \(shape)；请在它前面放 flatten。")
    case .probability(let value):
      return say(
        "The probability of dropout must be from 0 to below 1, not \(value).",
        "dropout 的概率应从 0 到小于 1，而不是 \(value)。")
    case .statistics(let count, let channels):
      return say(
        "It has statistics for \(self.count(count, "channel")), but the map has \(channels).",
        "它有 \(count) 个通道的统计量，但映射有 \(channels) 个通道。")
    case .openKernels: return openKernels(layer)
    case .noWeights: return noWeights(layer, error.operator)
    case .givenWeights:
      return
        say(
          "Its weights are given, but training starts with random weights; use conv6@3 for six kernels of size 3.",
          "它的权重是给定的，而训练从随机权重开始；请用 conv6@3 表示六个大小为 3 的卷积核。")
    case .transposedChannels(let channels, let input):
      return say(
        "Its kernels are for \(count(channels, "channel")), but the map \(input) has "
          + "\(input.channels); kernels of the shape channels×kernels×rows×columns are needed.",
        "它的卷积核用于 \(channels) 个通道，但映射 \(input) 有 \(input.channels) 个；需要形状为 通道×卷积核×行×列 的卷积核。")
    case .openPooling:
      return say(
        "\(layer) does not name its operation; use max\(layer) or avg\(layer).",
        "\(layer) 没有说明运算；请用 max\(layer) 或 avg\(layer)。")
    case .dilatedMean:
      return say(
        "Average pooling has no dilation; maxpool and conv have one.", "平均汇聚没有膨胀；maxpool 和 conv 有。")
    }
  }

  private func openKernels(_ layer: String) -> String {
    let word = layer.hasPrefix("convt") ? "convt" : "conv"
    return say(
      "\(layer) needs a number of kernels here, as in \(word)6@\(layer.dropFirst(word.count)).",
      "这里 \(layer) 需要卷积核的个数，如 \(word)6@\(layer.dropFirst(word.count))。")
  }

  private func noWeights(_ layer: String, _ kind: (any Operator)?) -> String {
    switch kind {
    case is any WeightedOperator:
      say(
        "\(layer) needs weights; give a file, as in "
          + "\(kind is ConvolutionLayer ? "conv" : "convt"):weights.npz:conv1, or learn them with train.",
        "\(layer) 需要权重；请给出文件，如 \(kind is ConvolutionLayer ? "conv" : "convt"):weights.npz:conv1，或用 train 学习。"
      )
    case is BatchNormalization: noStatistics("")
    default:
      say(
        "\(layer) needs weights, but it cannot take them here; train can learn them.",
        "\(layer) 需要权重，但这里不能给它；train 可以学习。")
    }
  }

  func sentence(_ error: LayerNotationError) -> String {
    let place = say(
      "Layer \(error.layer), “\(error.text)”: ", "第 \(error.layer) 层 “\(error.text)”：")
    switch error.reason {
    case .kind:
      return say(
        place + "a layer starts with one of "
          + list(GraphNotation.names) + ", as in conv6@5.",
        place + "层以下列之一开头：" + list(GraphNotation.names) + "，如 conv6@5。")
    case .kernels:
      return say(
        place + "a number of kernels of at least 1 and their size must follow conv, as in "
          + "conv6@5 or conv6@3x5.", place + "conv 之后必须是卷积核的个数（至少 1）和大小，如 conv6@5 或 conv6@3x5。")
    case .outputs:
      return say(
        place
          + "a number of outputs of at most nine digits must follow linear, as in linear10.",
        place + "linear 之后必须是至多九位的输出个数，如 linear10。")
    case .number:
      return say(
        place + "a number must follow, as in dropout0.5 or leakyrelu0.01.",
        place + "后面必须是一个数，如 dropout0.5 或 leakyrelu0.01。")
    case .bare(let kind):
      return say(place + "nothing can follow \(kind) here.", place + "这里 \(kind) 之后不能再写别的。")
    case .size:
      return say(
        place
          + "a size must follow, as in conv3 or conv3x5, or kernels after a colon, as in "
          + "conv:bank.npy or conv:sobel-x.",
        place + "后面必须是大小，如 conv3 或 conv3x5，或在冒号后写卷积核，如 conv:bank.npy 或 conv:sobel-x。")
    case .unknownOption(let option):
      return say(
        place + "“\(option)” is not an option; :s2 is a stride, :p1 a padding, :d2 a dilation.",
        place + "“\(option)” 不是选项；:s2 是步幅，:p1 是填充，:d2 是膨胀。")
    case .foreignOption(let option, let kind):
      return say(
        place + "\(kind) has no option “\(option.rawValue)”.",
        place + "\(kind) 没有选项 “\(option.rawValue)”。")
    case .value(.mode):
      return say(
        place
          + "one of \(list(PaddingMode.allCases.map(\.rawValue))) must follow "
          + "“m”.", place + "“m” 之后必须是以下之一：\(list(PaddingMode.allCases.map(\.rawValue)))。")
    case .value(.padding):
      return say(
        place
          + "“p” needs one whole number (:p2), one for rows and one for columns (:p2x1), or "
          + "top, left, bottom and right (:p0x0x1x1).",
        place + "“p” 需要一个整数（:p2），或行、列各一个（:p2x1），或上、左、下、右（:p0x0x1x1）。")
    case .value(.bias):
      return say(
        place + "a file must follow “b”, as in :bbias.npy.", place + "“b” 之后必须是文件，如 :bbias.npy。")
    case .value(let option):
      return say(
        place + "a whole number must follow “\(option.rawValue)”, as in :\(option.rawValue)2.",
        place + "“\(option.rawValue)” 之后必须是整数，如 :\(option.rawValue)2。")
    case .repeated(let option):
      return say(
        place + "“\(option.rawValue)” is given twice; give it once.",
        place + "“\(option.rawValue)” 写了两次；请只写一次。")
    case .sameWith(.stride):
      return say(
        place + "“same” padding needs a stride of 1; for other strides, :p0x0x1x1 gives the "
          + "padding at top, left, bottom and right.",
        place + "“same” 填充要求步幅为 1；步幅不同时，:p0x0x1x1 给出上、左、下、右的填充。")
    case .sameWith:
      return say(
        place + "“same” already is the padding; remove the other padding.",
        place + "“same” 已经是填充；请去掉另一个填充。")
    case .name(let name):
      return say(
        place + "“\(name)” is not a name; a name has letters, digits, - and _, starts with a "
          + "letter, and is not image, the name of the picture.",
        place + "“\(name)” 不是名称；名称由字母、数字、- 和 _ 组成，以字母开头，且不能是图片的名称 image。")
    case .source:
      return say(
        place + "numbers from a file do not work here; conv6@5 has kernels to learn.",
        place + "这里不能用文件中的数；conv6@5 的卷积核需要学习。")
    }
  }
}
