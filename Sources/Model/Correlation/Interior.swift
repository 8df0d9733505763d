import Loops

/// The outputs whose windows lie in the input whole: they can read it where it lies. Copying it takes
/// as long as the products of a small kernel.
struct Interior {
  /// The outputs, by their rows and columns.
  let rows, columns: Range<Int>
  /// What is left and right of them.
  let edges: [Range<Int>]
  private let geometry: Geometry
  private let layout: InputLayout

  /// The products of a window up to which copying counts: those of a 3×3 kernel.
  private static let mostProducts = 9
  /// The floats of an image that a second-level cache holds: there copying is quick.
  private static let cached = 1 << 18

  /// Returns nil where the inputs of neighbouring outputs are no neighbours, and where nothing is
  /// gained: of a large kernel, of several channels, of a small image.
  init?(_ geometry: Geometry) {
    // The last outputs of a row are computed as part of a full vector, which reads on into the next
    // row.
    guard geometry.columns.stride == 1, geometry.productsPerWindow <= Interior.mostProducts,
      geometry.input.area > Interior.cached, geometry.input.columns >= BandCorrelation.slack,
      let rows = geometry.rows.inside(margin: 1), let columns = geometry.columns.inside()
    else { return nil }
    (self.rows, self.columns, self.geometry) = (rows, columns, geometry)
    edges = [0..<columns.lowerBound, columns.upperBound..<geometry.columns.output]
      .filter { !$0.isEmpty }
    layout = InputLayout(
      rowStep: geometry.input.columns, channelStep: geometry.input.area,
      tapOffsets: (0..<geometry.columns.kernel).map { $0 * geometry.columns.dilation })
  }

  /// Computes the outputs of one kernel.
  ///
  /// - Parameters:
  ///   - rows: Among those of the interior.
  ///   - output: All outputs.
  func correlate(
    _ input: Tensor, _ kernel: Tensor, number k: Int, bias: Float, image n: Int,
    into output: UnsafeMutableBufferPointer<Float>, rows: Range<Int>, loops: LoopTable
  ) {
    let first = input.index(
      n, 0, geometry.rows.place(output: rows.lowerBound, tap: 0),
      geometry.columns.place(output: columns.lowerBound, tap: 0))
    input.elements.withUnsafeBufferPointer {
      geometry.correlate(
        $0.extracting(first...), layout, kernel, number: k, bias: bias, into: output, image: n,
        rows: rows, columns: columns, loops: loops)
    }
  }
}

extension Axis {
  /// The outputs whose windows lie in the input and end at least `margin` elements before its end;
  /// nil where there are none.
  fileprivate func inside(margin: Int = 0) -> Range<Int>? {
    let first = (padding + stride - 1) / stride
    let room = input + padding - margin - span
    guard room >= 0 else { return nil }
    let end = min(output, room / stride + 1)
    return first < end ? first..<end : nil
  }
}
