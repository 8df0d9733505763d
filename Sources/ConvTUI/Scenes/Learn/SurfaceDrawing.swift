import Drawing
import Model

/// The loss surface as a map: colour and contours for the loss, the run's path over them.
struct SurfaceDrawing {
  let run: RunOnPlane
  let lens: SurfaceViewport
  /// The updates done, the loss before the first and the loss after them.
  let step: Int
  let start: Float
  let loss: Float
  /// Which of several branches it is; empty where there is one.
  let branch: Line
  let words: Words

  private static let labelWidth = 8

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let window = window(in: rect)
    let place = window.rect
    let width = Board.textWidth(rect)
    frame.write([heading(width: width)], in: rect.inset(left: 1), look)
    if !place.isEmpty {
      SurfaceMap(
        run: run, window: window, levels: levels, scale: scale,
        cursor: lens.cursor.flatMap { window.place(of: point(ofCursor: $0)) }
      ).draw(into: &frame, look)
      drawAxes(into: &frame, window, look)
    }
    let foot = rect.inset(top: place.rows.upperBound + 1 - rect.row, left: 1)
    frame.write(text(width: width, height: foot.height), in: foot, look)
  }

  /// The part of the plane that is seen, and where it stands.
  func window(in rect: Rect) -> SurfaceWindow {
    let lines = min(text(width: Board.textWidth(rect)).count, max(1, rect.height / 3))
    return SurfaceWindow(
      rect: rect.inset(top: 1, left: SurfaceDrawing.labelWidth, bottom: lines + 1, right: 1),
      middle: middle, radius: radius)
  }

  private var radius: Double { run.radius * lens.magnification }

  private var middle: LossPlane.Point {
    let minimum = run.minimum
    let start = minimum.x.isFinite && minimum.y.isFinite ? minimum : .zero
    return start + run.radius * lens.shift
  }

  func point(ofCursor cursor: LossPlane.Point) -> LossPlane.Point { middle + radius * cursor }

  // MARK: Levels

  /// The root of the loss above the minimum, at the edge of the picture along the steepest direction.
  private var steepest: Double {
    let root = ((run.plane.directions.last?.curvature ?? 0) / 2).squareRoot() * radius
    return root.isFinite && root > 0 ? root : 1
  }

  var scale: ColorScale { ColorScale(0...Float(min(1.5 * steepest, 1e30))) }

  /// The losses above the minimum at which contours stand: 1 and 3 times powers of ten, ascending.
  var levels: [Double] {
    let top = 2 * steepest * steepest
    guard top < 1e60 else { return [] }
    var unit = 1.0
    while unit < top { unit *= 10 }
    while unit > top { unit /= 10 }
    var levels = [unit] + (3 * unit <= top ? [3 * unit] : [])
    while levels.count < 7 {
      unit /= 10
      levels = [unit, 3 * unit] + levels
    }
    return levels
  }

  // MARK: Axes

  private var axisNames: (horizontal: String, vertical: String) {
    switch run.choice {
    case .whole: ("w₀ →", run.plane.origin.count > 1 ? "w₁ ↑" : "")
    case .threePoints, .path: ("u →", "v ↑")
    }
  }

  private func drawAxes(into frame: inout Frame, _ window: SurfaceWindow, _ look: Look) {
    let rect = window.rect
    let style = look.style(.secondary)
    let names = axisNames
    var labelled: Set<Int> = []
    for (row, isName) in [
      (0, false), (rect.height - 1, false), (rect.height / 2, false), (1, true),
    ]
    where row < rect.height && labelled.insert(row).inserted {
      let value = window.point(at: Point(row: rect.row + row, column: rect.column)).y
      let label = isName ? names.vertical : coordinate(value)
      guard label.cellWidth < SurfaceDrawing.labelWidth else { continue }
      frame.write(
        label, at: Point(row: rect.row + row, column: rect.column - 1 - label.cellWidth), style)
    }
    var foot = LabelRow(rect.columns)
    func write(_ label: String, at column: Int) {
      guard let start = foot.place(label, at: rect.column + column) else { return }
      frame.write(label, at: Point(row: rect.rows.upperBound, column: start), style)
    }
    for column in [0, rect.width - 1, rect.width / 2] {
      let value = window.point(at: Point(row: rect.row, column: rect.column + column)).x
      let label = coordinate(value)
      write(label, at: column - label.cellWidth / 2)
    }
    if rect.width > 40 { write(names.horizontal, at: rect.width / 4) }
  }

  /// A coordinate on an axis; one that is only rounding is 0.
  func coordinate(_ value: Double) -> String {
    NumberText.short(SurfaceDrawing.rounded(abs(value) < 1e-6 * run.radius ? 0 : value))
  }

  /// Three digits: a picture needs no more.
  static func rounded(_ value: Double) -> Float {
    guard value.isFinite, value != 0 else { return Float(value) }
    var unit = 1.0
    while abs(value) / unit >= 1000 { unit *= 10 }
    while abs(value) / unit < 100, unit > 1e-9 { unit /= 10 }
    return Float((value / unit).rounded() * unit)
  }
}
