import Glibc

/// Curves over steps, in dots of which a character holds 2×4.
struct LineChart {
  struct Curve {
    var values: [Float]
    var role: Role
    /// Stands at the curve's end, so that colour is not all that tells curves apart.
    var name: String
  }

  var title: Line
  var curves: [Curve]
  /// Dashed lines at heights that the curves should reach.
  var goals: [Float] = []
  var isLogarithmic = false
  /// The number of steps along the axis; curves may be shorter.
  var length: Int
  /// The step that is looked at.
  var position: Int

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let range = self.range
    let labelWidth = labels(range).reduce(5) { max($0, $1.0.cellWidth + 1) }
    let plot = rect.inset(top: 1, left: labelWidth + 1, bottom: 2)
    guard plot.width >= 8, plot.height >= 3 else { return }
    frame.write(
      title, at: Point(row: rect.row, column: rect.column + labelWidth), look,
      limit: rect.columns.upperBound)
    drawAxes(into: &frame, plot, range, look)
    for goal in goals where range.contains(height(goal)) {
      let row = self.row(height(goal), range, plot)
      for column in plot.columns where (column - plot.column) % 2 == 0 {
        frame.write("╌", at: Point(row: row, column: column), look.style(.secondary))
      }
    }
    let now = plot.column + x(position, width: plot.width * 2) / 2
    for row in plot.rows {
      frame.write("┊", at: Point(row: row, column: now), look.style(.secondary))
    }
    for curve in curves { draw(curve, into: &frame, plot, range, look) }
  }

  /// A value on the vertical axis, before scaling.
  private func height(_ value: Float) -> Double {
    isLogarithmic ? log10(max(Double(value), 1e-30)) : Double(value)
  }

  private func isDrawable(_ value: Float) -> Bool {
    value.isFinite && (!isLogarithmic || value > 0)
  }

  /// What the axis spans: all finite values and goals, with a little room.
  private var range: ClosedRange<Double> {
    let values = (curves.flatMap(\.values) + goals).filter(isDrawable).map(height)
    guard let low = values.min(), let high = values.max() else { return 0...1 }
    if isLogarithmic { return floor(low)...max(ceil(high), floor(low) + 1) }
    let room = max((high - low) * 0.08, 1e-6)
    return low - room...high + room
  }

  private func x(_ step: Int, width: Int) -> Int {
    length == 0 ? 0 : min(width - 1, step * (width - 1) / length)
  }

  private func row(_ height: Double, _ range: ClosedRange<Double>, _ plot: Rect) -> Int {
    plot.row + dot(height, range, plot) / 4
  }

  /// The dot row, from the top, of a height.
  private func dot(_ height: Double, _ range: ClosedRange<Double>, _ plot: Rect) -> Int {
    let share = (height - range.lowerBound) / (range.upperBound - range.lowerBound)
    let last = plot.height * 4 - 1
    return max(0, min(last, Int(((1 - share) * Double(last)).rounded())))
  }

  private func draw(
    _ curve: Curve, into frame: inout Frame, _ plot: Rect, _ range: ClosedRange<Double>,
    _ look: Look
  ) {
    var dots = [UInt8](repeating: 0, count: plot.width * plot.height)
    var last: (x: Int, y: Int)?
    for (step, value) in curve.values.enumerated() {
      guard isDrawable(value) else {
        last = nil
        continue
      }
      let point = (
        x: x(step, width: plot.width * 2), y: dot(height(value), range, plot)
      )
      let from = last ?? point
      let count = max(abs(point.x - from.x), abs(point.y - from.y), 1)
      for i in 0...count {
        let (dx, dy) = (point.x - from.x, point.y - from.y)
        LineChart.set(&dots, from.x + dx * i / count, from.y + dy * i / count, plot.width)
      }
      last = point
    }
    for (index, pattern) in dots.enumerated() where pattern != 0 {
      let glyph = String(UnicodeScalar(0x2800 + UInt32(pattern))!)
      frame.write(
        glyph,
        at: Point(row: plot.row + index / plot.width, column: plot.column + index % plot.width),
        look.style(curve.role))
    }
    guard let last, !curve.name.isEmpty else { return }
    let width = curve.name.cellWidth
    let column = min(plot.column + last.x / 2 + 1, plot.columns.upperBound - width)
    let row = plot.row + last.y / 4
    frame.write(
      curve.name, at: Point(row: last.y % 4 < 2 ? max(plot.row, row - 1) : row, column: column),
      look.style(curve.role))
  }

  /// Sets one dot of the pattern that Unicode's braille block encodes.
  private static func set(_ dots: inout [UInt8], _ x: Int, _ y: Int, _ width: Int) {
    let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
    dots[y / 4 * width + x / 2] |= bits[y % 4][x % 2]
  }

  private func drawAxes(
    into frame: inout Frame, _ plot: Rect, _ range: ClosedRange<Double>, _ look: Look
  ) {
    let style = look.style(.secondary)
    let axis = plot.column - 1
    for row in plot.rows { frame.write("│", at: Point(row: row, column: axis), style) }
    let foot = plot.rows.upperBound
    frame.write(
      "└" + String(repeating: "─", count: plot.width), at: Point(row: foot, column: axis), style)
    var labelled: Set<Int> = []
    for (label, height) in labels(range) {
      let row = self.row(height, range, plot)
      guard labelled.insert(row).inserted else { continue }
      frame.write(
        label, at: Point(row: row, column: axis - 1 - label.cellWidth), style)
      frame.write("┤", at: Point(row: row, column: axis), style)
    }
    for step in [0, length / 2, length] {
      let label = String(step)
      let column = plot.column + x(step, width: plot.width * 2) / 2 - label.count / 2
      frame.write(
        label,
        at: Point(row: foot + 1, column: min(column, plot.columns.upperBound - label.count)), style)
    }
  }

  private func labels(_ range: ClosedRange<Double>) -> [(String, Double)] {
    if isLogarithmic {
      let powers = Int(range.lowerBound)...Int(range.upperBound)
      let every = powers.count / 6 + 1
      return powers.filter { ($0 - powers.lowerBound) % every == 0 }.map {
        (LineChart.power($0), Double($0))
      }
    }
    let ends = [Float(range.lowerBound), Float(range.upperBound)]
    // Far beyond the goals, as in a run that diverges, only the ends say how far.
    let reach = (goals.map(abs).max() ?? 0) * 4
    let marks = [0] + goals + (ends.contains { abs($0) > reach } ? ends : [])
    return marks.filter { range.contains(Double($0)) }.map {
      ($0 > 0 ? "+" + NumberText.short($0) : NumberText.short($0), Double($0))
    }
  }

  /// 10ᵖ in at most five characters, without a superscript that plain ASCII would lose.
  private static func power(_ exponent: Int) -> String {
    (-3...4).contains(exponent) ? NumberText.short(powf(10, Float(exponent))) : "1e\(exponent)"
  }
}
