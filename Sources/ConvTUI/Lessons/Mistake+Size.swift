import Model

/// Mistakes in a size.
extension Mistake {
  /// In the size of what a scene's window makes.
  static func inSize(_ size: PlaneSize, of scene: any Scene) -> Mistake? {
    switch scene {
    case let slide as SlideScene: inSize(size, slide.geometry.rows, slide.geometry.columns)
    case let pool as PoolScene: inSize(size, pool.pooled.rows, pool.pooled.columns)
    default: nil
    }
  }

  private static func inSize(_ size: PlaneSize, _ rows: Axis, _ columns: Axis) -> Mistake? {
    let right = PlaneSize(rows.output, columns.output)
    /// Whether it is what comes of each axis in another way.
    func isSize(_ output: (Axis) -> Int) -> Bool {
      let other = PlaneSize(output(rows), output(columns))
      return other != right && size == other
    }
    /// The windows of a length that fit into a room, where each begins so far after the last.
    func places(_ room: Int, _ length: Int, _ stride: Int) -> Int {
      room < length ? 0 : (room - length) / stride + 1
    }
    if isSize({ places($0.input, $0.span, $0.stride) }) { return .paddingForgotten }
    if isSize({ places($0.padded, $0.span, 1) }) { return .strideForgotten }
    if isSize({ places($0.padded, $0.kernel, $0.stride) }) { return .dilationForgotten }
    // Rounding up may give the input's size too; it says more.
    if isSize({ ($0.padded - $0.span).isMultiple(of: $0.stride) ? $0.output : $0.output + 1 }) {
      return .roundedUp
    }
    if isSize(\.input) { return .inputSize }
    if isSize({ $0.output - 1 }) { return .oneForgotten }
    return size == PlaneSize(right.columns, right.rows) ? .axesSwapped : nil
  }
}
