extension Tensor {
  /// The given rows and columns of every plane, with this tensor's rank.
  ///
  /// - Precondition: They lie in the planes.
  public func part(rows: Range<Int>, columns: Range<Int>) -> Tensor {
    precondition(rows.lowerBound >= 0 && rows.upperBound <= shape.rows)
    precondition(columns.lowerBound >= 0 && columns.upperBound <= shape.columns)
    var part: [Float] = []
    part.reserveCapacity(shape.batch * shape.channels * rows.count * columns.count)
    for plane in 0..<shape.batch * shape.channels {
      for row in rows {
        let start = (plane * shape.rows + row) * shape.columns + columns.lowerBound
        part += elements[start..<start + columns.count]
      }
    }
    return Tensor(Shape(shape.dimensions.dropLast(2) + [rows.count, columns.count]), part)
  }
}
