/// Where one number of a map comes from.
public enum Explanation: Sendable {
  /// A pixel of the image itself.
  case pixel
  /// The bias and the products of one window.
  case sum(Trace, Trace.Window)
  /// The largest of a window, and where it stands in the same channel of the map before.
  case winner(Position)
  /// The mean of a window.
  case mean
  /// A function of the number in the same place before.
  case activation(Activation, of: Float)
  /// scale · number + shift, of the number in the same place before.
  case scaled(Float, scale: Float, shift: Float)
}

extension LayerStack {
  /// Where a number comes from.
  ///
  /// - Parameters:
  ///   - map: 0 is the image, l the output of layer l.
  ///   - maps: What `maps(of:)` gave.
  /// - Precondition: The unit lies in the map.
  public func explanation(
    of unit: Position, channel: Int, map: Int, in maps: [Tensor]
  ) -> Explanation {
    guard map > 0 else { return .pixel }
    let before = maps[map - 1]
    func same() -> Float { before[0, channel, unit.rows, unit.columns] }
    switch layers[map - 1] {
    case .convolution(let convolution):
      guard let geometry = try? convolution.geometry(for: before.shape) else { return .pixel }
      return .sum(
        Trace(before, convolution.weight, bias: convolution.bias, geometry: geometry),
        Trace.Window(kernel: channel, at: unit))
    case .activation(let activation): return .activation(activation, of: same())
    case .normalization(let scale, let shift):
      return .scaled(same(), scale: scale[channel], shift: shift[channel])
    case .averagePooling: return .mean
    case .maxPooling:
      guard let (rows, columns) = try? layers[map - 1].geometry(input: before.shape),
        let winner = PooledWindows(input: before, rows: rows, columns: columns)
          .winner(channel, unit.rows, unit.columns)
      else { return .mean }
      return .winner(winner.at)
    }
  }
}

extension Trace {
  /// The bias, and what each channel of the kernel adds to it; in order they add up to `value(of:)`
  /// but for rounding.
  public func parts(of window: Window) -> (bias: Float, channels: [Float]) {
    let area = geometry.kernel.area
    let channels = (0..<geometry.kernel.channels).map { c in
      (c * area..<(c + 1) * area).reduce(Float(0)) { $0 + product($1, of: window).value }
    }
    return (bias?[window.kernel] ?? 0, channels)
  }
}
