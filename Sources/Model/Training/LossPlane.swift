/// The squared error on a plane through the space of weights: an exact quadratic in two numbers.
///
///     L(a, b) = f · |r + a·p + b·q|²   r = X·origin − Y, p = X·u, q = X·v
///
/// with X the unrolled input. With two weights the plane through 0 is the whole surface.
public struct LossPlane: Sendable {
  /// A point of the plane.
  public typealias Point = SIMD2<Double>

  /// The weight at (0, 0).
  public let origin: [Double]
  /// The directions u and v: unit vectors at a right angle, or zero where there is no such direction.
  public let axes: [[Double]]
  /// L(0, 0) and its slope there.
  private let constant: Double
  private let slope: Point
  /// ∂²L/∂a², ∂²L/∂a∂b and ∂²L/∂b².
  private let curvature: (aa: Double, ab: Double, bb: Double)

  /// Measures the loss along the plane; sums in double precision.
  ///
  /// - Parameters:
  ///   - target: Y, one element for each window.
  ///   - axes: u and v.
  /// - Complexity: O(windows · taps).
  public init(
    patches: Patches, target: [Float], reduction: Reduction, origin: [Double], axes: [[Double]]
  ) {
    precondition(target.count == patches.windowCount && origin.count == patches.tapCount)
    precondition(axes.count == 2 && axes.allSatisfy { $0.count == origin.count })
    self.origin = origin
    self.axes = axes
    let factor = reduction == .sum ? 1 : 1 / Double(target.count)
    var (rr, slope, aa, ab, bb) = (0.0, Point.zero, 0.0, 0.0, 0.0)
    for window in 0..<patches.windowCount {
      var (r, p, q) = (-Double(target[window]), 0.0, 0.0)
      for tap in 0..<patches.tapCount {
        let x = Double(patches[window, tap])
        r += x * origin[tap]
        p += x * axes[0][tap]
        q += x * axes[1][tap]
      }
      rr += r * r
      slope += Point(r * p, r * q)
      (aa, ab, bb) = (aa + p * p, ab + p * q, bb + q * q)
    }
    constant = factor * rr
    self.slope = 2 * factor * slope
    curvature = (2 * factor * aa, 2 * factor * ab, 2 * factor * bb)
  }

  /// L at a point of the plane.
  public func loss(_ at: Point) -> Double {
    let (a, b) = (at.x, at.y)
    return constant + slope.x * a + slope.y * b
      + (curvature.aa * a * a + 2 * curvature.ab * a * b + curvature.bb * b * b) / 2
  }

  /// The weight at a point of the plane.
  public func weight(_ at: Point) -> [Double] {
    origin.indices.map { origin[$0] + at.x * axes[0][$0] + at.y * axes[1][$0] }
  }

  /// The point of the plane that is nearest to a weight.
  public func point(_ weight: [Double]) -> Point {
    func along(_ axis: [Double]) -> Double {
      origin.indices.reduce(0) { $0 + (weight[$1] - origin[$1]) * axis[$1] }
    }
    return Point(along(axes[0]), along(axes[1]))
  }

  /// The two curvatures, ascending, with the unit vector in the plane that belongs to each.
  public var directions: [(curvature: Double, along: Point)] {
    let (values, vectors) = LossSurface.eigen([
      [curvature.aa, curvature.ab], [curvature.ab, curvature.bb],
    ])
    return zip(values, vectors).map { ($0, Point($1[0], $1[1])) }
  }

  /// Where the loss is least: of several such points the one nearest to the origin.
  public var minimum: Point {
    let directions = self.directions
    let largest = directions[1].curvature
    return directions.reduce(.zero) { point, direction in
      guard direction.curvature > 1e-12 * largest else { return point }
      return point - (slope * direction.along).sum() / direction.curvature * direction.along
    }
  }
}
