import Drawing
import Formats
import Model

/// What is said of sizes that do not fit.
extension Words {
  func sentence(_ error: GeometryError) -> String {
    switch error {
    case .emptyInput(let axis):
      return say(
        "The input has no \(name(of: axis)); at least one is needed.",
        "输入没有\(name(of: axis))；至少需要一个。")
    case .emptyKernel(let axis):
      return say(
        "The kernel has no \(name(of: axis)); at least one is needed.",
        "卷积核没有\(name(of: axis))；至少需要一个。")
    case .empty(let input, let kernel):
      return say(
        "The input \(input) or the kernels \(kernel) have no image, channel or kernel; at "
          + "least one of each is needed.", "输入 \(input) 或卷积核 \(kernel) 缺少图像、通道或卷积核；每种至少需要一个。")
    case .stride(let value, let axis): return tooSmall(say("stride", "步幅"), value, axis, least: 1)
    case .padding(let value, let axis): return tooSmall(say("padding", "填充"), value, axis, least: 0)
    case .dilation(let value, let axis):
      return tooSmall(say("dilation", "膨胀"), value, axis, least: 1)
    case .tooLarge(let value, let quantity, let limit, let axis):
      return
        say(
          "The \(name(of: quantity)) along the \(name(of: axis)) is \(value); the maximum "
            + "is \(limit).", "沿\(name(of: axis))的\(name(of: quantity))是 \(value)；最大为 \(limit)。")
    case .outputTooLarge(let rows, let columns, let images, let kernels, let limit):
      return say(
        "The output would be \(images)×\(kernels)×\(rows)×\(columns), more than \(limit) "
          + "numbers; a larger stride, less padding or fewer kernels make it smaller.",
        "输出将是 \(images)×\(kernels)×\(rows)×\(columns)，超过 \(limit) 个数；更大的步幅、更少的填充或更少的卷积核会使它变小。")
    case .poolingPadding(let padding, let kernel, let name):
      return say(
        "The padding of a pooling window must be at most half its size, but it is \(padding) "
          + "and the window has \(count(kernel, name)); the maximum is \(kernel / 2).",
        "汇聚窗口的填充至多是窗口大小的一半，而填充是 \(padding)，窗口有 \(kernel) \(self.name(of: name))；最大为 \(kernel / 2)。")
    case .outputPadding(let surplus, let stride, let dilation, let name):
      return
        say(
          "The output padding along the \(self.name(of: name)) is \(surplus), but it must be smaller "
            + "than the stride \(stride) or the dilation \(dilation); the maximum is "
            + "\(max(stride, dilation) - 1).",
          "沿\(self.name(of: name))的输出填充是 \(surplus)，但必须小于步幅 \(stride) 或膨胀 \(dilation)；最大为 \(max(stride, dilation) - 1)。"
        )
    case .transposedPadding(let padding, let input, let output, let name):
      return say(
        "With the padding \(padding), an input with \(input) \(self.name(of: name)) gives an "
          + "output with \(NumberText.whole(output)); at least one is needed.",
        "填充为 \(padding) 时，\(input) \(self.name(of: name))的输入给出 \(NumberText.whole(output)) 的输出；至少需要 1。"
      )
    case .kernelTooLarge(let axis, let name): return kernelTooLarge(axis, name)
    case .reflection(let axis, let name):
      return
        say(
          "Reflect padding must be smaller than the input, but it is \(max(axis.padding, axis.paddingAfter)) and the "
            + "input has \(count(axis.input, name)); the maximum is \(axis.input - 1).",
          "reflect 填充必须小于输入，但它是 \(max(axis.padding, axis.paddingAfter))，而输入有 \(axis.input) \(self.name(of: name))；最大为 \(axis.input - 1)。"
        )
    case .wrapping(let axis, let name):
      return
        say(
          "Circular padding must not be larger than the input, but it is \(max(axis.padding, axis.paddingAfter)) and the "
            + "input has \(count(axis.input, name)); the maximum is \(axis.input).",
          "circular 填充不得大于输入，但它是 \(max(axis.padding, axis.paddingAfter))，而输入有 \(axis.input) \(self.name(of: name))；最大为 \(axis.input)。"
        )
    case .kernelRank(let shape):
      return say(
        "The kernel \(shape) has rank 3; rank 2 (rows×columns) or rank 4 "
          + "(kernels×channels×rows×columns) is needed.",
        "卷积核 \(shape) 的秩为 3；需要秩 2（行×列）或秩 4（卷积核×通道×行×列）。")
    case .channels(let input, _, _) where input.hasChannelsLast: return channelsAreLast(input)
    case .channels(let input, let kernel, let groups):
      return say(
        "The kernel \(kernel) has \(count(kernel.channels, "channel")), but the input "
          + "\(input) has \(count(input.channels, "channel"))"
          + (groups == 1 ? "" : " in \(groups) groups")
          + "; a kernel with \(count(input.channels / max(1, groups), "channel")) is needed.",
        "卷积核 \(kernel) 有 \(kernel.channels) 个通道，但输入 \(input) 有 \(input.channels) 个通道"
          + (groups == 1 ? "" : "，分成 \(groups) 组")
          + "；需要有 \(input.channels / max(1, groups)) 个通道的卷积核。")
    case .groups(let groups, let input, let kernel):
      return say(
        "The number of groups is \(NumberText.whole(groups)), but it must divide both the "
          + "\(count(input.channels, "channel")) of the input \(input) and the "
          + "\(count(kernel.batch, "kernel")) of \(kernel); "
          + "\(commonDivisors(input.channels, kernel.batch)) would work.",
        "组数是 \(NumberText.whole(groups))，但它必须既整除输入 \(input) 的 \(input.channels) 个通道，又整除 \(kernel) 的 \(kernel.batch) 个卷积核；可用 \(commonDivisors(input.channels, kernel.batch))。"
      )
    case .bias(let biases, let kernels):
      return say(
        "The bias has \(count(biases, "number")) for \(count(kernels, "kernel")); each "
          + "kernel needs one.", "偏置有 \(biases) 个数，而卷积核有 \(kernels) 个；每个卷积核需要一个。")
    }
  }

  /// Pixels with their channels last, as NumPy stores an image.
  func channelsAreLast(_ shape: Shape) -> String {
    let (images, to) = shape.rank > 3 ? (say("images×", "图像×"), 1) : ("", 0)
    return say(
      "The shape \(shape) looks like \(images)rows×columns×channels, but "
        + "\(images)channels×rows×columns is needed; numpy.moveaxis(a, -1, \(to)) converts it.",
      "形状 \(shape) 像是 \(images)行×列×通道，但需要 \(images)通道×行×列；numpy.moveaxis(a, -1, \(to)) 可以转换。")
  }

  private func tooSmall(
    _ quantity: String, _ value: Int, _ axis: AxisName, least: Int
  ) -> String {
    say(
      "The \(quantity) along the \(name(of: axis)) is \(NumberText.whole(value)); it must be at "
        + "least \(least).",
      "沿\(name(of: axis))的\(quantity)是 \(NumberText.whole(value))；至少应为 \(least)。")
  }

  private func kernelTooLarge(_ axis: Axis, _ name: AxisName) -> String {
    let missing = axis.span - axis.padded
    let largest = (axis.padded - 1) / axis.dilation + 1
    var works = [
      axis.isPooling
        ? say(
          "a window of at most \(count(largest, name))", "至多 \(largest) \(self.name(of: name))的窗口")
        : say(
          "a kernel of at most \(count(largest, name))", "至多 \(largest) \(self.name(of: name))的卷积核")
    ]
    let padding = axis.padding + (missing + 1) / 2
    let most =
      switch axis.mode {
      case .zeros where axis.isPooling: axis.kernel / 2
      case .reflect: axis.input - 1
      case .circular: axis.input
      case .zeros, .replicate: padding
      }
    if padding <= most {
      works.append(say("a padding of at least \(padding)", "至少 \(padding) 的填充"))
    }
    if axis.dilation > 1, axis.kernel <= axis.padded {
      let dilation = (axis.padded - 1) / (axis.kernel - 1)
      works.append(say("a dilation of at most \(dilation)", "至多 \(dilation) 的膨胀"))
    }
    let what = axis.isPooling ? say("window", "窗口") : say("kernel", "卷积核")
    let size =
      axis.dilation > 1
      ? say(
        "\(axis.kernel), with dilation \(axis.dilation) it spans \(axis.span)",
        "\(axis.kernel)，膨胀 \(axis.dilation) 后跨 \(axis.span)") : "\(axis.kernel)"
    let input =
      axis.padded > axis.input ? say("padded input", "填充后的输入") : self.name(of: .input)
    return say(
      "The \(what) (\(size)) is larger than the \(input) (\(count(axis.padded, name))); "
        + "\(alternatives(works)) would work.",
      "\(what)（\(size)）比\(input)（\(count(axis.padded, name))）大；可用\(alternatives(works))。")
  }

  private func commonDivisors(_ a: Int, _ b: Int) -> String {
    alternatives((1...max(1, min(a, b))).filter { a % $0 == 0 && b % $0 == 0 }.map(String.init))
  }

  private func count(_ number: Int, _ name: AxisName) -> String {
    switch name {
    case .rows: say(count(number, "row"), "\(number) 行")
    case .columns: say(count(number, "column"), "\(number) 列")
    }
  }

  private func name(of axis: AxisName) -> String {
    switch axis {
    case .rows: say("rows", "行")
    case .columns: say("columns", "列")
    }
  }

  private func name(of quantity: GeometryError.Quantity) -> String {
    switch quantity {
    case .input: say("input", "输入")
    case .kernel: say("kernel", "卷积核")
    case .stride: say("stride", "步幅")
    case .padding: say("padding", "填充")
    case .dilation: say("dilation", "膨胀")
    case .output: say("output", "输出")
    case .field: say("field", "感受野")
    }
  }
}
