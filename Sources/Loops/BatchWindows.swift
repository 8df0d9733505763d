/// Windows over sixteen images at once: one vector holds the same element of sixteen images.
///
/// A window's taps stand at fixed offsets from where it begins. A convolution has many windows, a
/// linear layer one, whose taps are all its inputs.
package struct BatchWindows {
  /// Where each tap stands, from the window's beginning.
  package let tapOffsets: UnsafeBufferPointer<Int>
  /// Rows and columns of windows, and the vectors from one to the next.
  package let rows, columns, rowStep, columnStep: Int
  package let kernels: Int
  package let taps: Int

  package init(
    tapOffsets: UnsafeBufferPointer<Int>, rows: Int, columns: Int, rowStep: Int, columnStep: Int,
    kernels: Int
  ) {
    self.tapOffsets = tapOffsets
    self.rows = rows
    self.columns = columns
    self.rowStep = rowStep
    self.columnStep = columnStep
    self.kernels = kernels
    taps = tapOffsets.count
  }
}

/// The memory of one pass over `BatchWindows`.
package typealias Vectors = UnsafeMutablePointer<SIMD16<Float>>
