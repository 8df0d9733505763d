import Drawing
import Model

/// What part of the loss surface is looked at, and the point on it that the arrows move.
struct SurfaceViewport: Hashable, Sendable {
  /// How often the picture was enlarged by √2; negative where it was reduced.
  private(set) var zoom = 0
  /// How far the middle was moved, in the half heights of the picture that shows the whole run.
  private(set) var shift = LossPlane.Point.zero
  /// The cursor, in half heights of the picture from its middle; upwards is positive.
  var cursor: LossPlane.Point?

  /// The part of the whole run's half height that is seen.
  var magnification: Double {
    let whole = Double(1 << (abs(zoom) / 2)) * (zoom % 2 == 0 ? 1 : 2.0.squareRoot())
    return zoom < 0 ? whole : 1 / whole
  }

  mutating func enlarge(by steps: Int) { zoom = max(-40, min(40, zoom + steps)) }

  /// Moves the middle by a quarter of the half height.
  mutating func pan(_ direction: Direction) { shift += 0.25 * magnification * direction.unit }

  /// Moves the cursor by a fortieth of the half height; at the edge the picture moves instead.
  mutating func moveCursor(_ direction: Direction) {
    guard let cursor else { return }
    let moved = cursor + direction.unit / 40
    if abs(moved.x) > 1 || abs(moved.y) > 1 {
      shift += magnification * direction.unit / 40
    } else {
      self.cursor = moved
    }
  }

  /// Shows the whole run.
  mutating func reset() {
    zoom = 0
    shift = .zero
  }
}

extension Direction {
  /// The unit vector with y upwards.
  fileprivate var unit: LossPlane.Point {
    switch self {
    case .up: LossPlane.Point(0, 1)
    case .down: LossPlane.Point(0, -1)
    case .left: LossPlane.Point(-1, 0)
    case .right: LossPlane.Point(1, 0)
    }
  }
}
