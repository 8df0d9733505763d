import Model

/// The part of a plane in which a run is seen whole: twice as wide as it is high.
///
/// It is as small as holds the start, the target and the minimum, and grows by steps to hold the path,
/// so that the picture stands still from most updates to the next.
struct RunExtent: Hashable, Sendable {
  let middle: LossPlane.Point
  /// Half of its height.
  let radius: Double

  private static let margin = 1.3
  private static let growth = 2.0.squareRoot()

  init(ends: [LossPlane.Point], path: [LossPlane.Point]) {
    func isFinite(_ point: LossPlane.Point) -> Bool { point.x.isFinite && point.y.isFinite }
    let ends = ends.filter(isFinite)
    let first = ends.first ?? .zero
    let (low, high) = ends.reduce((first, first)) {
      (pointwiseMin($0.0, $1), pointwiseMax($0.1, $1))
    }
    let middle = (low + high) / 2
    func reach(_ point: LossPlane.Point) -> Double {
      let offset = (point - middle).magnitudes
      return max(offset.y, offset.x / 2)
    }
    var radius = RunExtent.margin * reach(high)
    if !(1e-9...1e30 ~= radius) { radius = 1 }
    let furthest = path.filter(isFinite).map(reach).max() ?? 0
    while radius < min(1.1 * furthest, 1e31) { radius *= RunExtent.growth }
    (self.middle, self.radius) = (middle, radius)
  }

  init(middle: LossPlane.Point, radius: Double) {
    (self.middle, self.radius) = (middle, radius)
  }

  /// Its corners.
  var corners: [LossPlane.Point] {
    [-1.0, 1].flatMap { x in
      [-1.0, 1].map { y in middle + radius * LossPlane.Point(2 * x, y) }
    }
  }
}

extension SIMD2<Double> {
  /// The magnitudes of both coordinates.
  var magnitudes: Self { Self(abs(x), abs(y)) }
}
