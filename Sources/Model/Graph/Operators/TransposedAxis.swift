/// One axis of a transposed convolution: every output sees some neighbours, those that stride and
/// dilation lead to.
struct TransposedAxis: AxisWindow, Hashable {
  let input, output: Int
  let kernel, stride, padding, dilation: Int

  init(
    input: Int, kernel: Int, stride: Int, padding: Int, surplus: Int, dilation: Int, name: AxisName
  ) throws(GeometryError) {
    // The numbers are those of a convolution the other way; its input is checked below.
    let way = try Axis(
      input: max(1, dilation) * max(1, kernel), kernel: kernel, stride: stride, padding: padding,
      dilation: dilation, name: name)
    guard input >= 1 else { throw .emptyInput(name) }
    guard surplus >= 0, surplus < max(stride, dilation) else {
      throw .outputPadding(surplus, stride: stride, dilation: dilation, name)
    }
    output = (input - 1) * stride - 2 * padding + way.span + surplus
    guard output >= 1 else {
      throw .transposedPadding(padding, input: input, output: output, name)
    }
    guard output <= Axis.longest else {
      throw .tooLarge(output, .output, limit: Axis.longest, name)
    }
    (self.input, self.kernel, self.stride) = (input, kernel, stride)
    (self.padding, self.dilation) = (padding, dilation)
  }

  private var span: Int { dilation * (kernel - 1) + 1 }
  var first: Ratio { Ratio(padding - span + 1, over: stride) }
  var last: Ratio { Ratio(padding, over: stride) }
  var jump: Ratio { Ratio(1, over: stride) }

  /// The output and its padding on both sides.
  var padded: Int { output + 2 * padding }

  /// The input that a tap brings to an output; nil where none does.
  func source(output: Int, tap: Int) -> Int? {
    let place = output + padding - tap * dilation
    guard place >= 0, place.isMultiple(of: stride), place / stride < input else { return nil }
    return place / stride
  }

  func forEachSource(of output: Int, _ body: (Int) -> Void) {
    for tap in 0..<kernel {
      if let source = source(output: output, tap: tap) { body(source) }
    }
  }

  /// The taps that bring something to an output, with what they bring, in the order of the inputs.
  func meetings(of output: Int) -> [(tap: Int, source: Int)] {
    (0..<kernel).reversed().compactMap { tap in source(output: output, tap: tap).map { (tap, $0) } }
  }
}
