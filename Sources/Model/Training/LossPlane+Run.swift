extension LossPlane {
  /// How a plane was laid through the weights.
  public enum Choice: Hashable, Sendable {
    /// All weights there are: at most two.
    case whole
    /// Through the start, the present and the target.
    case threePoints
    /// Those three are in line: through the present, along the main directions of the path.
    case path
  }

  /// Lays the plane on which a run is best seen.
  ///
  /// With one or two weights the axes are the weights. Otherwise the plane goes through the start,
  /// the present and the target; where they are in line, through the present along the path's two
  /// main directions, and where it has not as many, along the gradient.
  ///
  /// - Parameters:
  ///   - path: The weights so far, the start first, the present last; finite, at least one.
  ///   - gradient: ∂L/∂w at the present.
  public static func choose(
    path: [[Double]], target: [Double], gradient: [Double]
  ) -> (choice: Choice, origin: [Double], axes: [[Double]]) {
    let (start, present) = (path[0], path[path.count - 1])
    let units = target.indices.map { t in target.indices.map { $0 == t ? 1.0 : 0 } }
    if target.count <= 2 {
      let missing = [[Double]](repeating: target.map { _ in 0 }, count: 2 - target.count)
      return (.whole, target.map { _ in 0 }, units + missing)
    }
    let three = orthonormal([start - target, present - target])
    if three.count == 2 { return (.threePoints, target, three) }
    let candidates = mainDirections(of: path) + [start - target, gradient] + units
    return (.path, present, Array(orthonormal(candidates).prefix(2)))
  }

  /// The share of the loss along a path that the plane shows, 0 to 1: one minus the error of the loss
  /// at the nearest points of the plane, divided by the loss itself.
  public func share(path: [[Double]], losses: [Double]) -> Double {
    var (off, all) = (0.0, 0.0)
    for (weight, loss) in zip(path, losses) {
      off += abs(loss - self.loss(point(weight)))
      all += loss
    }
    return all > 0 ? max(0, 1 - off / all) : 1
  }

  /// Unit vectors at right angles (Gram–Schmidt); a vector that those before it explain to a
  /// thousandth of its length is left out.
  private static func orthonormal(_ vectors: [[Double]]) -> [[Double]] {
    var result: [[Double]] = []
    for vector in vectors where result.count < 2 {
      let length = norm(vector)
      guard length > 1e-12 else { continue }
      var rest = vector
      for unit in result { rest = rest - (inner(rest, unit) * unit) }
      let left = norm(rest)
      if left > 1e-3 * length { result.append((1 / left) * rest) }
    }
    return result
  }

  /// The two directions in which the points of a path spread most, by power iteration on their
  /// covariance, the second at a right angle to the first; fewer where the path has fewer.
  private static func mainDirections(of path: [[Double]]) -> [[Double]] {
    let mean = (1 / Double(path.count)) * path.dropFirst().reduce(path[0], +)
    var spread = path.map { $0 - mean }
    let whole = spread.map(norm).max() ?? 0
    var directions: [[Double]] = []
    for _ in 0..<2 {
      guard var direction = spread.max(by: { norm($0) < norm($1) }), norm(direction) > 1e-3 * whole,
        whole > 1e-12
      else { break }
      direction = (1 / norm(direction)) * direction
      for _ in 0..<50 {
        let next = spread.reduce(direction.map { _ in 0 }) { $0 + (inner($1, direction) * $1) }
        guard norm(next) > 0 else { break }
        direction = (1 / norm(next)) * next
      }
      directions.append(direction)
      spread = spread.map { $0 - (inner($0, direction) * direction) }
    }
    return directions
  }

  private static func inner(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private static func norm(_ a: [Double]) -> Double { inner(a, a).squareRoot() }
}

private func + (a: [Double], b: [Double]) -> [Double] { zip(a, b).map { $0 + $1 } }
private func - (a: [Double], b: [Double]) -> [Double] { zip(a, b).map { $0 - $1 } }
private func * (factor: Double, a: [Double]) -> [Double] { a.map { factor * $0 } }
