import Glibc

/// A line drawn without lifting the pen: points of a box 0...1 × 0...1, y downwards.
struct Stroke: Hashable, Sendable {
  typealias Point = SIMD2<Float>

  var points: [Point]

  init(_ points: [Point]) { self.points = points }

  /// A piece of an ellipse, in ten lines or so a turn. Angles are in degrees, 0 to the right, 90 down.
  init(center: Point, radii: Point, from start: Float, to end: Float) {
    let steps = max(2, Int((abs(end - start) / 24).rounded(.up)))
    points = (0...steps).map { step in
      let angle = (start + (end - start) * Float(step) / Float(steps)) * .pi / 180
      return center + radii * Point(cos(angle), sin(angle))
    }
  }

  /// This stroke, then the other from where this one ends.
  static func + (left: Stroke, right: Stroke) -> Stroke { Stroke(left.points + right.points) }

  /// The ten digits, each in its strokes.
  static let digits: [[Stroke]] = [
    [Stroke(center: Point(0.5, 0.5), radii: Point(0.37, 0.5), from: 0, to: 360)],
    [Stroke([Point(0.3, 0.2), Point(0.55, 0), Point(0.55, 1)])],
    [
      Stroke(center: Point(0.48, 0.29), radii: Point(0.36, 0.29), from: -165, to: 35)
        + Stroke([Point(0.1, 1), Point(0.9, 1)])
    ],
    [
      Stroke(center: Point(0.45, 0.25), radii: Point(0.35, 0.25), from: -150, to: 90)
        + Stroke(center: Point(0.45, 0.75), radii: Point(0.4, 0.25), from: -90, to: 150)
    ],
    [Stroke([Point(0.68, 1), Point(0.68, 0), Point(0.08, 0.67), Point(0.95, 0.67)])],
    [
      Stroke([Point(0.85, 0), Point(0.2, 0), Point(0.17, 0.46)])
        + Stroke(center: Point(0.46, 0.68), radii: Point(0.39, 0.32), from: -130, to: 145)
    ],
    [
      Stroke(center: Point(0.8, 0.7), radii: Point(0.64, 0.7), from: 265, to: 180)
        + Stroke(center: Point(0.5, 0.7), radii: Point(0.34, 0.3), from: 180, to: -180)
    ],
    [Stroke([Point(0.1, 0), Point(0.9, 0), Point(0.4, 1)])],
    [
      Stroke(center: Point(0.5, 0.24), radii: Point(0.3, 0.24), from: 90, to: 450),
      Stroke(center: Point(0.5, 0.74), radii: Point(0.37, 0.26), from: -90, to: 270),
    ],
    [
      Stroke(center: Point(0.2, 0.3), radii: Point(0.64, 0.7), from: 85, to: 0)
        + Stroke(center: Point(0.5, 0.3), radii: Point(0.34, 0.3), from: 0, to: 360)
    ],
  ]
}
