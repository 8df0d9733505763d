/// The input unrolled (im2col): for every window, the input values that its taps meet.
///
/// Under this view a correlation with one kernel is a matrix times a vector. Windows stand sixteen
/// to a vector, so that each step of a loop over them is one vector operation; the last vector is
/// filled up with zeros.
public struct Patches: Sendable {
  /// The windows of one kernel over one image.
  public let windowCount: Int
  /// The products in a window.
  public let tapCount: Int
  /// The number of vectors that hold one tap of all windows.
  public var blockCount: Int { (windowCount + 15) / 16 }
  /// Tap `t` of the windows 16·b … 16·b + 15 stands at b·tapCount + t.
  public let blocks: [SIMD16<Float>]

  /// Unrolls the first image of an input under the first kernel of a geometry.
  ///
  /// - Complexity: O(windows · taps) in time and in memory.
  public init(_ input: Tensor, geometry: Geometry) {
    precondition(input.shape == geometry.input)
    let windows = geometry.rows.output * geometry.columns.output
    let taps = geometry.productsPerWindow
    var blocks = [SIMD16<Float>](
      repeating: .zero, count: (windows + 15) / 16 * taps)
    for i in 0..<geometry.rows.output {
      for j in 0..<geometry.columns.output {
        let window = i * geometry.columns.output + j
        geometry.forEachTap(kernel: 0, row: i, column: j) { c, u, v, channel, row, column in
          let tap = (c * geometry.kernel.rows + u) * geometry.kernel.columns + v
          blocks[window / 16 * taps + tap][window % 16] = input[0, channel, row, column]
        }
      }
    }
    windowCount = windows
    tapCount = taps
    self.blocks = blocks
  }

  /// The value under one tap of one window.
  public subscript(window: Int, tap: Int) -> Float {
    blocks[window / 16 * tapCount + tap][window % 16]
  }
}
