import Glibc

/// Curves over steps, in strokes of which a character holds 2×2; what is dotted, in dots.
public struct LineChart {
  public struct Curve {
    public var values: [Float]
    /// The step of each value.
    public var steps: [Int]
    public var role: Role
    /// Stands at the curve's end, so that colour is not all that tells curves apart.
    public var name: String
    public var isDotted = false
    /// Whether each value has a point, on top of all curves, and no line: where few were measured, the line
    /// between them says nothing.
    public var hasPoints = false

    /// - Parameter steps: 0, 1, 2 … where there are none.
    public init(
      values: [Float], steps: [Int]? = nil, role: Role, name: String, isDotted: Bool = false
    ) {
      self.values = values
      self.steps = steps ?? Array(values.indices)
      self.role = role
      self.name = name
      self.isDotted = isDotted
    }
  }

  public var title: Line
  public var curves: [Curve]
  /// Dashed lines at heights that the curves should reach.
  public var goals: [Float] = []
  /// Numbers of the axis alone.
  public var levels: [Float] = []
  /// Whether the goals are drawn; else they are numbers of the axis alone.
  public var showsGoals = true
  /// What the vertical axis spans besides what is drawn, so that it stands still while curves grow.
  public var reach: [Float] = []
  public var isLogarithmic = false
  /// What the vertical axis spans in place of all that is drawn; values beyond stand at its ends.
  public var limits: ClosedRange<Float>?
  /// Whether round numbers stand beside the axis, besides the goals.
  public var hasTicks = false
  /// How a number stands beside the axis.
  public var label: (Float) -> String = {
    $0 > 0 ? "+" + NumberText.short($0) : NumberText.short($0)
  }
  /// The first step of the axis.
  public var start = 0
  /// The number of steps along the axis; curves may be shorter.
  public var length: Int
  /// What the steps are, at the end of their axis.
  public var axisName = ""
  /// How a step stands below the axis.
  public var stepLabel: (Int) -> String = { String($0) }
  /// The step that is looked at.
  public var position: Int
  /// A step that others are compared with, and its name.
  public var pin: (step: Int, name: String)?
  /// Steps marked on the axis.
  public var marks: [Int] = []
  /// Whether the names of the curves have columns of their own, so that they hide no curve, if they take no more
  /// than a third of the chart.
  public var namesStandBeside = false
  /// The least that the labels of the vertical axis take, so that axes of several charts stand in line.
  public var leastLabelWidth = 5

  public init(
    title: Line, curves: [Curve], goals: [Float] = [], reach: [Float] = [],
    isLogarithmic: Bool = false, length: Int, position: Int, marks: [Int] = []
  ) {
    self.title = title
    self.curves = curves
    self.goals = goals
    self.reach = reach
    self.isLogarithmic = isLogarithmic
    self.length = length
    self.position = position
    self.marks = marks
  }

  /// The rows of the title, of the axis and of its numbers.
  private static let frameRows = 3

  public func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let range = range(rows: rect.height - LineChart.frameRows)
    let labelWidth = labelWidth(range)
    let beside = widthOfNames(rect.width - labelWidth)
    let plot = rect.inset(top: 1, left: labelWidth + 1, bottom: 2, right: beside)
    guard plot.width >= 8, plot.height >= 3 else { return }
    frame.write(
      title.shortened(to: rect.width - labelWidth),
      at: Point(row: rect.row, column: rect.column + labelWidth), look,
      limit: rect.columns.upperBound)
    drawAxes(into: &frame, plot, range, look)
    for goal in goals where showsGoals && range.contains(height(goal)) {
      let row = self.row(height(goal), range, plot)
      for column in plot.columns where (column - plot.column) % 2 == 0 {
        frame.write("╌", at: Point(row: row, column: column), look.style(.secondary))
      }
    }
    let now = plot.column + x(position, width: plot.width * 2) / 2
    for row in plot.rows {
      frame.write("┊", at: Point(row: row, column: now), look.style(.secondary))
    }
    if let pin {
      let column = plot.column + x(pin.step, width: plot.width * 2) / 2
      for row in plot.rows {
        frame.write("┊", at: Point(row: row, column: column), look.style(.accent))
      }
      frame.write(pin.name, at: Point(row: plot.row, column: column), look.style(.accent))
    }
    for step in marks {
      let column = plot.column + x(step, width: plot.width * 2) / 2
      frame.write(
        "▲", at: Point(row: plot.rows.upperBound, column: column), look.style(.accent))
    }
    var ends: [(curve: Curve, x: Int, y: Int)] = []
    for curve in curves {
      if let end = draw(curve, into: &frame, plot, range, look) {
        ends.append((curve, end.x, end.y))
      }
    }
    for curve in curves where curve.hasPoints {
      drawPoints(of: curve, into: &frame, plot, range, look)
    }
    if beside > 0 {
      drawNames(ends, into: &frame, beside: plot, look)
    } else {
      drawNames(ends, into: &frame, plot, look)
    }
  }

  /// What the names of the curves take beside them.
  private func widthOfNames(_ width: Int) -> Int {
    let longest = curves.map(\.name.cellWidth).max() ?? 0
    return namesStandBeside && longest > 0 && longest < width / 3 ? longest + 2 : 0
  }

  private func drawPoints(
    of curve: Curve, into frame: inout Frame, _ plot: Rect, _ range: ClosedRange<Double>,
    _ look: Look
  ) {
    for (step, value) in zip(curve.steps, curve.values) where isDrawable(value) {
      let column = plot.column + x(step, width: plot.width * 2) / 2
      frame.write(
        "•", at: Point(row: row(height(value), range, plot), column: column),
        look.style(curve.role))
    }
  }

  /// What the labels of the vertical axis take.
  public var labelWidth: Int { labelWidth(range) }

  private func labelWidth(_ range: ClosedRange<Double>) -> Int {
    labels(range).reduce(leastLabelWidth) { max($0, $1.0.cellWidth + 1) }
  }

  /// A value on the vertical axis, before scaling.
  private func height(_ value: Float) -> Double {
    isLogarithmic ? log10(max(Double(value), 1e-30)) : Double(value)
  }

  private func isDrawable(_ value: Float) -> Bool {
    value.isFinite && (!isLogarithmic || value > 0)
  }

  /// What the axis spans: all finite values and goals, with a little room.
  public var range: ClosedRange<Double> {
    if let limits, isDrawable(limits.lowerBound) {
      let (low, high) = (height(limits.lowerBound), height(limits.upperBound))
      return low...max(high, low + 1e-6)
    }
    guard let (low, high) = ends else { return 0...1 }
    // Round numbers need a range to stand in, also where all values are one.
    let least = hasTicks && high == low ? max(abs(high) / 2, 1e-6) : 1e-6
    let room = isLogarithmic ? max((high - low) * 0.04, 0.2) : max((high - low) * 0.08, least)
    return low - room...high + room
  }

  /// The least and the greatest height of what is drawn; nil where there is nothing.
  private var ends: (low: Double, high: Double)? {
    let values = (curves.flatMap(\.values) + goals + levels + reach).filter(isDrawable).map(height)
    return values.min().flatMap { low in values.max().map { (low, $0) } }
  }

  /// What an axis of some rows spans. Where it is logarithmic, each power of ten stands in the middle of a
  /// row, and from one to the next it is the same number of rows, so that the numbers beside the axis are
  /// where the curve has them.
  public func range(rows: Int) -> ClosedRange<Double> {
    guard isLogarithmic, limits == nil, rows > 0, let (low, high) = ends else { return range }
    let (first, last) = (low.rounded(.up), high.rounded(.down))
    guard last > first else { return range }
    for each in stride(from: rows / Int(last - first), to: 0, by: -1) {
      // In dots, of which a row has four and its middle is the third.
      let above = max(0, (((high - last) * Double(each) * 4 - 2) / 4).rounded(.up))
      let below = max(0, (((first - low) * Double(each) * 4 - 1) / 4).rounded(.up))
      guard Int(above + below + (last - first) * Double(each)) + 1 <= rows else { continue }
      let top = last + (above * 4 + 2) / Double(4 * each)
      return top - Double(4 * rows - 1) / Double(4 * each)...top
    }
    return range
  }

  public func x(_ step: Int, width: Int) -> Int {
    length == 0 ? 0 : max(0, min(width - 1, (step - start) * (width - 1) / length))
  }

  public func row(_ height: Double, _ range: ClosedRange<Double>, _ plot: Rect) -> Int {
    plot.row + dot(height, range, plot) / 4
  }

  /// The dot row, from the top, of a height.
  private func dot(_ height: Double, _ range: ClosedRange<Double>, _ plot: Rect) -> Int {
    let share = (height - range.lowerBound) / (range.upperBound - range.lowerBound)
    let last = plot.height * 4 - 1
    return max(0, min(last, Int(((1 - share) * Double(last)).rounded())))
  }

  /// Draws a curve.
  ///
  /// - Returns: Its last dot.
  private func draw(
    _ curve: Curve, into frame: inout Frame, _ plot: Rect, _ range: ClosedRange<Double>,
    _ look: Look
  ) -> (x: Int, y: Int)? {
    var dots = DotGrid(plot.size)
    var strokes = StrokeGrid(plot.size)
    var last: (x: Int, y: Int)?
    for (step, value) in zip(curve.steps, curve.values) {
      guard isDrawable(value) else {
        last = nil
        continue
      }
      let point = (
        x: x(step, width: plot.width * 2), y: dot(height(value), range, plot)
      )
      if curve.hasPoints, curve.values.count > 1 {
        last = point
        continue
      }
      if curve.isDotted {
        dots.line(from: last ?? point, to: point, isDotted: true)
      } else {
        strokes.line(from: last ?? point, to: point)
      }
      last = point
    }
    let corner = Point(row: plot.row, column: plot.column)
    let style = look.style(curve.role)
    dots.draw(into: &frame, at: corner) { _ in style }
    strokes.draw(into: &frame, at: corner) { _ in style }
    return last
  }

  /// Writes the names beyond the ends of all curves, the last curve first: in the row that is nearest to
  /// a curve's own end and has no other name, and no dots where that can be; without such a row near by
  /// it is left out.
  private func drawNames(
    _ ends: [(curve: Curve, x: Int, y: Int)], into frame: inout Frame, _ plot: Rect, _ look: Look
  ) {
    var taken: Set<Point> = []
    let beyond = plot.column + (ends.map(\.x).max() ?? 0) / 2 + 1
    for (curve, _, y) in ends.reversed() where !curve.name.isEmpty {
      let width = curve.name.cellWidth
      let columns = min(beyond, plot.columns.upperBound - width)..<plot.columns.upperBound
      let places = columns.prefix(width)
      let wanted = plot.row + y / 4 - (y % 4 < 2 && y >= 4 ? 1 : 0)
      let free = [0, 1, -1, 2, -2].map { wanted + $0 }.filter { row in
        plot.rows.contains(row)
          && places.allSatisfy { !taken.contains(Point(row: row, column: $0)) }
      }
      let clear = free.first { row in !places.contains { frame[row, $0].glyph.isDots } }
      guard let row = clear ?? free.first else { continue }
      // A character beside it stays free, so that two names do not read as one.
      for place in places.lowerBound - 1..<places.upperBound + 1 {
        taken.insert(Point(row: row, column: place))
      }
      frame.write(
        curve.name, at: Point(row: row, column: places.lowerBound), look.style(curve.role))
    }
  }
}

extension Character {
  /// Whether it is one of Unicode's braille patterns, of which curves are made.
  fileprivate var isDots: Bool {
    unicodeScalars.first.map { 0x2801...0x28FF ~= $0.value } ?? false
  }
}
