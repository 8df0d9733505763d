import Model

extension TorchLayer {
  /// - Parameter channels: Of what it takes.
  init(_ layer: TransposedConvolution, channels: Int) {
    let kernels =
      switch layer.kernels {
      case .open: 1
      case .count(let count): count
      case .given(let weights): weights.weight.shape.channels * layer.groups
      }
    let options =
      "stride=\(Snippet.pair(layer.stride)), padding=\(Snippet.pair(layer.padding)), "
      + "output_padding=\(Snippet.pair(layer.surplus)), groups=\(layer.groups), "
      + "dilation=\(Snippet.pair(layer.dilation))"
    self.init(
      "ConvTranspose2d(\(channels), \(kernels), \(Snippet.pair(layer.size)), \(options))",
      joining: {
        "torch.nn.functional.conv_transpose2d(\n    \($0.joined(separator: ", ")), \(options))"
      })
  }
}

extension TransposedConvolution {
  /// The operator over a part of its input, without padding, and which of its outputs are meant.
  ///
  /// - Parameters:
  ///   - area: Rows and columns of the whole output.
  ///   - inside: The part of the input.
  func cut(to area: Area, inside: Area) -> (layer: TransposedConvolution, cut: String) {
    func along(
      _ axis: KeyPath<PerAxis<Int>, Int>, _ kernel: Int, _ output: Range<Int>, _ input: Range<Int>
    ) -> (surplus: Int, cut: String) {
      let first =
        output.lowerBound + padding[keyPath: axis] - input.lowerBound * stride[keyPath: axis]
      let made =
        (input.count - 1) * stride[keyPath: axis] + dilation[keyPath: axis] * (kernel - 1) + 1
      return (max(0, first + output.count - made), "\(first):\(first + output.count)")
    }
    let rows = along(\.rows, size.rows, area.rows, inside.rows)
    let columns = along(\.columns, size.columns, area.columns, inside.columns)
    let layer = TransposedConvolution(
      size: size, kernels: kernels, stride: stride,
      surplus: PerAxis(rows: rows.surplus, columns: columns.surplus), dilation: dilation,
      groups: groups)
    return (layer, "[:, :, \(rows.cut), \(columns.cut)]")
  }
}
