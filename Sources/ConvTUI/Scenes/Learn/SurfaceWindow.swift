import Drawing
import Model

/// A part of a plane on the screen: equal lengths look equal, as a dot is as wide as it is high.
struct SurfaceWindow {
  /// Where the picture stands, in characters.
  let rect: Rect
  /// The point of the plane in the middle.
  let middle: LossPlane.Point
  /// Half of the picture's shorter side.
  let radius: Double

  /// The length of a dot's side, two of which stand in a character's width and four in its height.
  var dot: Double { 2 * radius / Double(max(1, min(rect.width * 2, rect.height * 4))) }

  /// The point of the plane at a place in dots from the picture's upper left corner.
  func point(x: Double, y: Double) -> LossPlane.Point {
    middle + dot * LossPlane.Point(x - Double(rect.width), Double(rect.height * 2) - y)
  }

  /// The point of the plane in the middle of a character of the screen.
  func point(at place: Point) -> LossPlane.Point {
    point(
      x: Double((place.column - rect.column) * 2 + 1), y: Double((place.row - rect.row) * 4 + 2))
  }

  /// The dot that shows a point; nil where it is far outside.
  func dot(of point: LossPlane.Point) -> (x: Int, y: Int)? {
    let offset = (point - middle) / dot
    guard abs(offset.x) < 1e6, abs(offset.y) < 1e6 else { return nil }
    return (
      Int((Double(rect.width) + offset.x).rounded(.down)),
      Int((Double(rect.height * 2) - offset.y).rounded(.down))
    )
  }

  /// The character of the screen that shows a point; nil where it is outside.
  func place(of point: LossPlane.Point) -> Point? {
    guard let dot = dot(of: point), dot.x >= 0, dot.y >= 0 else { return nil }
    let place = Point(row: rect.row + dot.y / 4, column: rect.column + dot.x / 2)
    return rect.contains(place) ? place : nil
  }
}
