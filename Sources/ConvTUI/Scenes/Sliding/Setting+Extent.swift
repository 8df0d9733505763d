import Model

extension Setting {
  /// The rows and the columns of an input, which grow by zeros.
  static func extent(
    of input: WritableKeyPath<Root, Tensor> & Sendable
  ) -> [Setting] {
    [
      Setting(
        name: "rows", label: \.inputRows, purpose: \.inputRowsPurpose, domain: .whole(extents),
        isNeeded: false, get: { .whole($0[keyPath: input].shape.rows) },
        set: { root, value in
          guard case .whole(let rows) = value else { return }
          let columns = root[keyPath: input].shape.columns
          root[keyPath: input] = try root[keyPath: input].resized(Shape(rows, columns))
        }),
      Setting(
        name: "columns", label: \.inputColumns, purpose: \.inputColumnsPurpose,
        domain: .whole(extents), isNeeded: false,
        get: { .whole($0[keyPath: input].shape.columns) },
        set: { root, value in
          guard case .whole(let columns) = value else { return }
          let rows = root[keyPath: input].shape.rows
          root[keyPath: input] = try root[keyPath: input].resized(Shape(rows, columns))
        }),
    ]
  }

  private static var extents: ClosedRange<Int> { 1...1 << 20 }
}

extension Tensor {
  /// The most numbers that a matrix grows to.
  private static let mostNumbers = 1 << 20

  /// A matrix with other rows and columns: those below and on the right come as zeros, or go.
  fileprivate func resized(_ size: Shape) throws -> Tensor {
    guard size != shape else { return self }
    guard size.area <= Tensor.mostNumbers || size.area < shape.area else {
      throw Failure { $0.inputTooLarge(size, limit: Tensor.mostNumbers) }
    }
    var result = Tensor(size)
    for row in 0..<min(size.rows, shape.rows) {
      for column in 0..<min(size.columns, shape.columns) {
        result[row, column] = self[row, column]
      }
    }
    return result
  }
}
