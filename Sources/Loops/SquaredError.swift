/// The squared error of a kernel over unrolled windows, and its gradient.
///
/// Sixteen windows stand in a vector; in the last one, lanes without a window are zero.
package struct SquaredError {
  /// Tap t of the windows in vector b stands at b·taps + t.
  package let windows: UnsafeBufferPointer<SIMD16<Float>>
  /// What each window should give.
  package let targets: UnsafeBufferPointer<SIMD16<Float>>
  package let weights: UnsafeBufferPointer<Float>
  /// For every tap, Σ error · input; lanes are not yet added up.
  package let gradientSums: UnsafeMutableBufferPointer<SIMD16<Float>>

  package init(
    windows: UnsafeBufferPointer<SIMD16<Float>>, targets: UnsafeBufferPointer<SIMD16<Float>>,
    weights: UnsafeBufferPointer<Float>, gradientSums: UnsafeMutableBufferPointer<SIMD16<Float>>
  ) {
    self.windows = windows
    self.targets = targets
    self.weights = weights
    self.gradientSums = gradientSums
  }
}
