extension [Float] {
  /// The elements of an array whose storage this is, the last index running fastest.
  ///
  /// - Parameter strides: How far an element lies from the next along each axis, in elements; along an axis
  ///   of one element any number, also one that no sum of it can hold.
  /// - Precondition: No index leads out of the storage.
  func rowMajor(_ dimensions: [Int], strides: [Int]) -> [Float] {
    let count = dimensions.reduce(1, *)
    let strides = zip(dimensions, strides).map { $0 > 1 ? $1 : 0 }
    var position = [Int](repeating: 0, count: dimensions.count)
    var from = 0
    return [Float](unsafeUninitializedCapacity: count) { result, written in
      for to in 0..<count {
        result[to] = self[from]
        var axis = dimensions.count - 1
        while axis >= 0 {
          position[axis] += 1
          from += strides[axis]
          if position[axis] < dimensions[axis] { break }
          from -= strides[axis] * dimensions[axis]
          position[axis] = 0
          axis -= 1
        }
      }
      written = count
    }
  }
}
