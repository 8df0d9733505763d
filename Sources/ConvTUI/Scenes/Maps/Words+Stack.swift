import Drawing
import Formats
import Model

/// Words about a stack of layers over a picture.
extension Words {
  var colon: String { say(": ", "：") }
  var rowsAndColumns: String { say("rows and columns", "行与列") }
  func map(_ number: Int) -> String { say("map \(number)", "映射 \(number)") }
  func kernel(_ number: Int) -> String { say("kernel \(number)", "卷积核 \(number)") }

  /// What the keys do in a stack, where that differs from what they do with single kernels.
  func stackAction(_ action: Action) -> ActionWords? {
    switch action {
    case .next, .previous:
      ActionWords(label: say("layer", "层"), help: say("previous or next layer", "上一层或下一层"))
    case .nextUnit, .previousUnit:
      ActionWords(label: say("map", "映射"), help: say("previous or next map", "上一个或下一个映射"))
    case .nextPanel:
      ActionWords(
        label: say("unit", "单元"), help: say("arrows choose a number, Esc ends", "方向键选数，Esc 结束"))
    case .move: ActionWords(help: say("choose another number", "选择另一个数"))
    case .leave: ActionWords(label: say("layers", "各层"), help: say("back to the layers", "返回各层"))
    case .goTo: ActionWords(help: say("go to a layer", "跳到一层"))
    default: nil
    }
  }

  func imageGoesThrough(layers: Int) -> String {
    say(
      "The image goes through \(count(layers, "layer")); each makes maps from the maps before it.",
      "图像经过 \(layers) 层；每一层用前面的映射做出新的映射。")
  }

  /// What a layer makes of what it takes.
  ///
  /// - Parameter before: The layer before; 0 for the image.
  func whatLayerDoes(
    _ number: Int, _ layer: any Operator, from before: Int, input: Shape, output: Shape
  ) -> String {
    let it = say("Layer \(number)", "第 \(number) 层")
    let inputs = maps(of: before, channels: input.channels)
    switch layer {
    case let layer as ConvolutionLayer:
      return convolves(it, layer, inputs, channels: input.channels, kernels: output.channels)
    case let layer as Pooling:
      let size = "\(layer.window.size.rows)×\(layer.window.size.columns)"
      return layer.kind == .average
        ? say(
          "\(it) takes the mean of every \(size) window of \(inputs).",
          "\(it)对\(inputs)的每个 \(size) 窗口取均值。")
        : say(
          "\(it) keeps the largest number of every \(size) window of \(inputs).",
          "\(it)保留\(inputs)的每个 \(size) 窗口中最大的数。")
    case is ReLU:
      return say(
        "\(it) keeps positive numbers and turns negative ones into 0.", "\(it)保留正数，把负数变为 0。")
    case is Dropout:
      return say(
        "\(it) changes nothing: dropout acts only in training.", "\(it)不改变任何数：dropout 只在训练中起作用。")
    case is BatchNormalization:
      return say(
        "\(it) multiplies each map by a number of its own and adds another.",
        "\(it)把每个映射乘以它自己的一个数，再加上另一个数。")
    case is any Elementwise:
      let function = GraphNotation.text(of: layer)
      return say(
        "\(it) puts every number through the function \(function).", "\(it)对每个数应用函数 \(function)。")
    case is Add:
      return say("\(it) adds the maps of several layers, number by number.", "\(it)把几层的映射逐个数相加。")
    case is Multiply:
      return say(
        "\(it) multiplies the maps of several layers, number by number.", "\(it)把几层的映射逐个数相乘。")
    case is Concatenation:
      return say("\(it) puts the maps of several layers together.", "\(it)把几层的映射排在一起。")
    case is Flatten:
      return say(
        "\(it) puts all numbers of \(inputs) into one row of \(output.count).",
        "\(it)把\(inputs)的所有数排成一行，共 \(output.count) 个。")
    default:
      return say(
        "\(it) makes \(count(output.channels, "map")) of \(output.rows)×\(output.columns) from \(inputs).",
        "\(it)用\(inputs)做出 \(output.channels) 个 \(output.rows)×\(output.columns) 的映射。")
    }
  }

  private func maps(of layer: Int, channels: Int) -> String {
    if layer == 0 {
      return channels == 1
        ? say("the image", "图像")
        : say("the \(channels) channels of the image", "图像的 \(channels) 个通道")
    }
    return channels == 1
      ? say("layer \(layer)'s map", "第 \(layer) 层的映射")
      : say("layer \(layer)'s \(channels) maps", "第 \(layer) 层的 \(channels) 个映射")
  }

  private func convolves(
    _ it: String, _ layer: ConvolutionLayer, _ inputs: String, channels: Int, kernels: Int
  ) -> String {
    let size = "\(layer.size.rows)×\(layer.size.columns)"
    if layer.options.groups == channels, channels > 1 {
      return say(
        "\(it) slides kernels of \(size) over each of \(inputs) alone: \(count(kernels, "map")).",
        "\(it)让 \(size) 的卷积核分别在\(inputs)上滑动：\(kernels) 个映射。")
    }
    let sums = channels > 1 ? say(" sums over all and", "对全部求和，") : ""
    return kernels == 1
      ? say(
        "\(it) slides a kernel of \(size) over \(inputs); it\(sums) makes one map.",
        "\(it)让一个 \(size) 的卷积核在\(inputs)上滑动，\(sums)得到一个映射。")
      : say(
        "\(it) slides \(kernels) kernels of \(size) over \(inputs); each\(sums) makes a map.",
        "\(it)让 \(kernels) 个 \(size) 的卷积核在\(inputs)上滑动，每个\(sums)得到一个映射。")
  }

  /// What may be guessed before the next layer is shown.
  func question(of number: Int, _ layer: any Operator) -> String {
    let question =
      switch layer {
      case is ConvolutionLayer: say("where will its maps be strong?", "它的映射在哪里会强？")
      case is Pooling, is AdaptiveAveragePooling, is TransposedConvolution:
        say("how large will its maps be?", "它的映射有多大？")
      case is any Elementwise: say("which numbers will it change?", "它会改变哪些数？")
      default: say("what will it change?", "它会改变什么？")
      }
    return say(
      "Layer \(number) comes next: \(question) →\u{A0}shows\u{A0}it.",
      "接下来是第 \(number) 层：\(question)按 → 查看。")
  }

  func kernelsMakeMaps(_ kernels: Int) -> String {
    say(
      "\(count(kernels, "kernel")): \(count(kernels, "map"))", "\(kernels) 个卷积核：\(kernels) 个映射")
  }

  /// What the unit that is marked sees of the picture.
  func frameIsField(_ size: PlaneSize) -> String {
    say(
      "framed: what ╋ sees, \(size.rows)×\(size.columns) pixels",
      "方框：╋ 看到的 \(size.rows)×\(size.columns) 个像素")
  }

  func signColors(_ look: Look) -> String {
    look.fillsCells
      ? say("orange is above 0, blue below", "橙色大于 0，蓝色小于 0")
      : say("+ is above 0, − below", "+ 大于 0，− 小于 0")
  }
}
