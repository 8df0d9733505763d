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
      "\(size.rows)×\(size.columns)",
      say("stride \(Formula.perAxis(options.stride))", "步幅 \(Formula.perAxis(options.stride))"),
      padding(options),
    ]
    if options.dilation != PerAxis(1) {
      words.append(
        say(
          "dilation \(Formula.perAxis(options.dilation))", "膨胀 \(Formula.perAxis(options.dilation))"
        ))
    }
    if options.groups > 1 { words.append(say("\(options.groups) groups", "\(options.groups) 组")) }
    if options.mode != .zeros { words.append(options.mode.rawValue) }
    if isTurned { words.append(convolution) }
    if let one = bias.first {
      words.append(
        bias.count == 1
          ? say("bias \(NumberText.short(one))", "偏置 \(NumberText.short(one))")
          : say("biases", "多个偏置"))
    }
    return list(words)
  }

  /// "padding 1", or "padding 0,0 before, 1,1 after" where the ends differ.
  private func padding(_ options: CorrelationOptions) -> String {
    guard options.surplus != PerAxis(0) else {
      return say(
        "padding \(Formula.perAxis(options.padding))", "填充 \(Formula.perAxis(options.padding))")
    }
    return say(
      "padding \(Formula.perAxis(options.padding)) before and "
        + "\(Formula.perAxis(options.padding + options.surplus)) after",
      "前填充 \(Formula.perAxis(options.padding))、后填充 \(Formula.perAxis(options.padding + options.surplus))"
    )
  }

  /// How a number is computed, in one line.
  func explained(_ origin: Origin) -> String {
    func joined(_ numbers: [Float], _ sign: String) -> String {
      "= " + numbers.map(NumberText.short).joined(separator: " \(sign) ")
    }
    switch origin {
    case .pixel: return say("a pixel", "一个像素")
    case .sum(let trace, let window):
      return say(
        "the sum of \(count(trace.geometry.productsPerWindow, "product"))"
          + (trace.bias.map { " and the bias \(NumberText.short($0[window.kernel]))" } ?? ""),
        (trace.bias.map { "偏置 \(NumberText.short($0[window.kernel])) 与 " } ?? "")
          + "\(trace.geometry.productsPerWindow) 个乘积之和")
    case .winner(let at):
      return say(
        "the largest number in its window, at \(at.row),\(at.column)",
        "窗口中最大的数，位于 \(at.row),\(at.column)")
    case .mean(let sum, let count):
      return say(
        "the mean of its window, \(NumberText.short(sum)) / \(NumberText.short(count))",
        "窗口中各数的均值，\(NumberText.short(sum)) / \(NumberText.short(count))")
    case .function(let function, let before): return explained(function, before)
    case .scaled(let before, let scale, let shift):
      return
        "= \(NumberText.short(scale)) · \(NumberText.short(before)) + \(NumberText.short(shift))"
    case .total(let numbers): return joined(numbers, "+")
    case .product(let numbers): return joined(numbers, "·")
    case .taken(let input, let channel, let at):
      return say(
        "the number of channel \(channel) at \(at.row),\(at.column)"
          + (input > 0 ? " of its input \(input + 1)" : "") + ", unchanged",
        "原样取自" + (input > 0 ? "第 \(input + 1) 个输入的" : "")
          + "通道 \(channel)，位于 \(at.row),\(at.column)")
    }
  }

  private func explained(_ function: any Elementwise, _ before: Float) -> String {
    let number = NumberText.short(before)
    switch function {
    case is ReLU: return "= max(\(number), 0)"
    case let function as LeakyReLU:
      return before > 0
        ? say(number + ", unchanged above 0", number + "，大于 0 时不变")
        : "= \(NumberText.short(function.slope)) · \(number)"
    case is Sigmoid: return "= 1 / (1 + e^−(\(number)))"
    default: return "= \(GraphNotation.text(of: function))(\(number))"
    }
  }
}
