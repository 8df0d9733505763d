extension NamedKernel {
  /// The source of the weights of a kernel, or how to compute common ones.
  public enum Source: Hashable, Sendable, CaseIterable {
    case roberts, sobel, prewitt, scharr, kirsch, marrAndHildreth, burtAndAdelson
    /// OpenCV's `getDerivKernels`.
    case openCV
    /// A textbook's detection of lines.
    case lineDetection
    /// Of two neighbours.
    case difference
    case secondDifferences, laplacianWithDiagonals, negativeLaplacianWithDiagonals
    /// A row of Pascal's triangle, down and across.
    case binomial
    case mean
    case identityMinusLaplacian, identityMinusLaplacianWithDiagonals
    case unsharpMask
    /// A matter of taste.
    case customary
    case definition
  }
}
