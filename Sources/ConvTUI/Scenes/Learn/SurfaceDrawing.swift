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
  /// The lowest picture on which the path is drawn in strokes.
  private static let leastForStrokes = 30

  /// Whether it is said where the minimum is and where the next step goes: before the first one both are
  /// asked.
  var tellsMinimum: Bool { step > 0 }

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let window = window(in: rect)
    let place = window.rect
    let width = Board.textWidth(rect)
    frame.write([heading(width: width)], in: rect.inset(left: 1), look)
    if !place.isEmpty {
      SurfaceMap(
        run: run, window: window, levels: levels, scale: scale,
        cursor: lens.cursor.flatMap { window.place(of: point(ofCursor: $0)) },
        isThin: look.fillsCells && place.height < SurfaceDrawing.leastForStrokes,
        tellsMinimum: tellsMinimum
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

  private var radius: Double { run.extent.radius * lens.magnification }

  private var middle: LossPlane.Point { run.extent.middle + run.extent.radius * lens.shift }

  func point(ofCursor cursor: LossPlane.Point) -> LossPlane.Point { middle + radius * cursor }

  // MARK: Levels

  /// The largest loss above the minimum in the middle of the picture: a bowl has it at a corner.
  private var top: Double {
    let seen = RunExtent(middle: middle, radius: radius).corners.map(run.excess)
    return seen.filter { $0.isFinite && $0 > 0 }.max() ?? 1
  }

  var scale: ColorScale { ColorScale(0...Float(min(top.squareRoot(), 1e30))) }

  /// The losses above the minimum at which contours stand: 1 and 3 times powers of ten, ascending.
  var levels: [Double] {
    let top = top
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

  /// Round numbers along both sides, and the names of the axes at their ends.
  private func drawAxes(into frame: inout Frame, _ window: SurfaceWindow, _ look: Look) {
    let rect = window.rect
    let style = look.style(.secondary)
    func write(_ label: String, row: Int) {
      guard label.cellWidth < SurfaceDrawing.labelWidth else { return }
      frame.write(label, at: Point(row: row, column: rect.column - 1 - label.cellWidth), style)
    }
    let corners = (
      window.point(at: Point(row: rect.rows.upperBound - 1, column: rect.column)),
      window.point(at: Point(row: rect.row, column: rect.columns.upperBound - 1))
    )
    var rows: Set<Int> = []
    for value in SurfaceDrawing.ticks(corners.0.y, corners.1.y, atMost: max(2, rect.height / 3)) {
      guard let dot = window.dot(of: LossPlane.Point(window.middle.x, value)) else { continue }
      let row = rect.row + dot.y / 4
      if rows.insert(row).inserted { write(coordinate(value), row: row) }
    }
    let names = axisNames
    if let row = rect.rows.first(where: { !rows.contains($0) }) { write(names.vertical, row: row) }
    var foot = LabelRow(rect.columns)
    func write(_ label: String, column: Int) {
      guard let start = foot.place(label, at: column) else { return }
      frame.write(label, at: Point(row: rect.rows.upperBound, column: start), style)
    }
    write(names.horizontal, column: rect.columns.upperBound)
    for value in SurfaceDrawing.ticks(corners.0.x, corners.1.x, atMost: max(2, rect.width / 12)) {
      guard let dot = window.dot(of: LossPlane.Point(value, window.middle.y)) else { continue }
      let label = coordinate(value)
      write(label, column: rect.column + dot.x / 2 - label.cellWidth / 2)
    }
  }

  /// The multiples of 1, 2 or 5 times a power of ten in a range, of which there are at most so many.
  private static func ticks(_ low: Double, _ high: Double, atMost count: Int) -> [Double] {
    guard low.isFinite, high.isFinite, low < high, high - low > 1e-12 * max(abs(low), abs(high))
    else { return [] }
    var unit = 1.0
    while unit > (high - low) / Double(count) { unit /= 10 }
    while unit < (high - low) / Double(count) { unit *= 10 }
    let step = [unit / 5, unit / 2].first { $0 * Double(count) >= high - low } ?? unit
    let first = (low / step).rounded(.up)
    return (0...count).map { (first + Double($0)) * step }.filter { $0 <= high }
  }

  /// A coordinate on an axis; one that is only rounding is 0.
  func coordinate(_ value: Double) -> String {
    NumberText.short(SurfaceDrawing.rounded(abs(value) < 1e-6 * run.extent.radius ? 0 : value))
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
