extension TorchTensor {
  /// The bytes from its first to its last element in the storage; nil where they exceed `Int`.
  ///
  /// - Precondition: No dimension is 0.
  func range(size: Int) -> Range<Int>? {
    guard offset < 1 << 56 else { return nil }
    var last = offset
    for (dimension, stride) in zip(dimensions, strides) {
      let (reach, overflow) = (dimension - 1).multipliedReportingOverflow(by: stride)
      let (sum, isPast) = last.addingReportingOverflow(reach)
      guard !overflow, !isPast, sum < 1 << 56 else { return nil }
      last = sum
    }
    return offset * size..<(last + 1) * size
  }

  /// Whether the elements stand one after the other, row-major.
  var isContiguous: Bool {
    var expected = 1
    for (dimension, stride) in zip(dimensions, strides).reversed() where dimension > 1 {
      guard stride == expected else { return false }
      expected *= dimension
    }
    return true
  }
}
