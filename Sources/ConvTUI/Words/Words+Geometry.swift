import Drawing
import Formats
import Model

/// What is said of sizes that do not fit.
extension Words {
  func sentence(_ error: GeometryError) -> String {
    switch error {
    case .emptyInput(let axis): return "The input has no \(name(of: axis)); at least one is needed."
    case .emptyKernel(let axis):
      return "The kernel has no \(name(of: axis)); at least one is needed."
    case .empty(let input, let kernel):
      return "The input \(input) or the kernels \(kernel) have no image, channel or kernel; at "
        + "least one of each is needed."
    case .stride(let value, let axis): return tooSmall("stride", value, axis, least: 1)
    case .padding(let value, let axis): return tooSmall("padding", value, axis, least: 0)
    case .dilation(let value, let axis): return tooSmall("dilation", value, axis, least: 1)
    case .tooLarge(let value, let quantity, let limit, let axis):
      return
        "The \(name(of: quantity)) along the \(name(of: axis)) is \(value); the maximum "
        + "is \(limit)."
    case .outputTooLarge(let rows, let columns, let images, let kernels, let limit):
      return "The output would be \(images)×\(kernels)×\(rows)×\(columns), more than \(limit) "
        + "numbers; a larger stride, less padding or fewer kernels make it smaller."
    case .poolingPadding(let padding, let kernel, let name):
      return "The padding of a pooling window must be at most half its size, but it is \(padding) "
        + "and the window has \(count(kernel, name)); the maximum is \(kernel / 2)."
    case .outputPadding(let surplus, let stride, let dilation, let name):
      return
        "The output padding along the \(self.name(of: name)) is \(surplus), but it must be smaller "
        + "than the stride \(stride) or the dilation \(dilation); the maximum is "
        + "\(max(stride, dilation) - 1)."
    case .transposedPadding(let padding, let input, let output, let name):
      return "With the padding \(padding), an input with \(input) \(self.name(of: name)) gives an "
        + "output with \(NumberText.whole(output)); at least one is needed."
    case .kernelTooLarge(let axis, let name): return kernelTooLarge(axis, name)
    case .reflection(let axis, let name):
      return
        "Reflect padding must be smaller than the input, but it is \(max(axis.padding, axis.paddingAfter)) and the "
        + "input has \(count(axis.input, name)); the maximum is \(axis.input - 1)."
    case .wrapping(let axis, let name):
      return
        "Circular padding must not be larger than the input, but it is \(max(axis.padding, axis.paddingAfter)) and the "
        + "input has \(count(axis.input, name)); the maximum is \(axis.input)."
    case .kernelRank(let shape):
      return "The kernel \(shape) has rank 3; rank 2 (rows×columns) or rank 4 "
        + "(kernels×channels×rows×columns) is needed."
    case .channels(let input, _, _) where input.hasChannelsLast: return channelsAreLast(input)
    case .channels(let input, let kernel, let groups):
      return "The kernel \(kernel) has \(count(kernel.channels, "channel")), but the input "
        + "\(input) has \(count(input.channels, "channel"))"
        + (groups == 1 ? "" : " in \(groups) groups")
        + "; a kernel with \(count(input.channels / max(1, groups), "channel")) is needed."
    case .groups(let groups, let input, let kernel):
      return "The number of groups is \(NumberText.whole(groups)), but it must divide both the "
        + "\(count(input.channels, "channel")) of the input \(input) and the "
        + "\(count(kernel.batch, "kernel")) of \(kernel); "
        + "\(commonDivisors(input.channels, kernel.batch)) would work."
    case .bias(let biases, let kernels):
      return "The bias has \(count(biases, "number")) for \(count(kernels, "kernel")); each "
        + "kernel needs one."
    }
  }

  /// Pixels with their channels last, as NumPy stores an image.
  func channelsAreLast(_ shape: Shape) -> String {
    let (images, to) = shape.rank > 3 ? ("images×", 1) : ("", 0)
    return "The shape \(shape) looks like \(images)rows×columns×channels, but "
      + "\(images)channels×rows×columns is needed; numpy.moveaxis(a, -1, \(to)) converts it."
  }

  private func tooSmall(
    _ quantity: String, _ value: Int, _ axis: AxisName, least: Int
  ) -> String {
    "The \(quantity) along the \(name(of: axis)) is \(NumberText.whole(value)); it must be at "
      + "least \(least)."
  }

  private func kernelTooLarge(_ axis: Axis, _ name: AxisName) -> String {
    let missing = axis.span - axis.padded
    let added = axis.surplus == 0 ? "2·\(axis.padding)" : "\(axis.padding) + \(axis.paddingAfter)"
    let formula = "\(axis.input) + \(added) − \(axis.dilation)·(\(axis.kernel) − 1) − 1"
    let largest = (axis.padded - 1) / axis.dilation + 1
    var works = ["a kernel of at most \(count(largest, name))"]
    let padding = axis.padding + (missing + 1) / 2
    let most =
      switch axis.mode {
      case .zeros where axis.isPooling: axis.kernel / 2
      case .reflect: axis.input - 1
      case .circular: axis.input
      case .zeros, .replicate: padding
      }
    if padding <= most { works.append("a padding of at least \(padding)") }
    if axis.dilation > 1, axis.kernel <= axis.padded {
      let dilation = (axis.padded - 1) / (axis.kernel - 1)
      works.append("a dilation of at most \(dilation)")
    }
    return
      "The kernel does not fit along the \(self.name(of: name)), because \(formula) = −\(missing) "
      + "is below 0; \(alternatives(works)) would work."
  }

  private func commonDivisors(_ a: Int, _ b: Int) -> String {
    alternatives((1...max(1, min(a, b))).filter { a % $0 == 0 && b % $0 == 0 }.map(String.init))
  }

  private func count(_ number: Int, _ name: AxisName) -> String {
    switch name {
    case .rows: count(number, "row")
    case .columns: count(number, "column")
    }
  }

  private func name(of axis: AxisName) -> String {
    switch axis {
    case .rows: "rows"
    case .columns: "columns"
    }
  }

  private func name(of quantity: GeometryError.Quantity) -> String {
    switch quantity {
    case .input: "input"
    case .kernel: "kernel"
    case .stride: "stride"
    case .padding: "padding"
    case .dilation: "dilation"
    case .output: "output"
    case .field: "field"
    }
  }
}
