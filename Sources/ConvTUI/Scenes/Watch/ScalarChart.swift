import Drawing
import Formats

/// Scalars that belong in one chart: those of several runs, and of training and validation.
struct ScalarChart: Sendable {
  struct Curve: Sendable {
    /// The number of the run among all.
    let run: Int
    let runName: String
    let split: TagName.Split
    let tag: RunTag
    /// The same of each rank, where there are several.
    var ranks: [RunTag] = []
  }

  let name: String
  fileprivate(set) var curves: [Curve] = []

  /// The charts of some runs, in the order in which they matter.
  static func charts(of runs: [Run], _ selection: WatchSelection) -> [ScalarChart] {
    var charts: [ScalarChart] = []
    var places: [String: Int] = [:]
    for (number, run) in runs.enumerated() {
      for tag in selection.tags(of: run) where tag.kind == .scalar {
        let name = TagName(tag.name)
        let place = places[name.base] ?? charts.count
        if place == charts.count {
          places[name.base] = place
          charts.append(ScalarChart(name: name.base))
        }
        charts[place].curves.append(
          Curve(
            run: number, runName: run.name, split: name.split, tag: tag,
            ranks: run.ranks.compactMap { $0.run.tag(tag.name, .scalar) }))
      }
    }
    for index in charts.indices {
      charts[index].curves.sort { ($0.run, $0.split) < ($1.run, $1.split) }
    }
    let some = charts.filter { !$0.isOneMeasure }
    return (some.isEmpty ? charts : some).sorted { first, second in
      (TagName(first.name).rank, first.name) < (TagName(second.name).rank, second.name)
    }
  }

  /// Whether it is what the table of hyperparameters shows: a measure of each run, taken once.
  private var isOneMeasure: Bool {
    name.hasPrefix("hparam/") && curves.allSatisfy { $0.tag.liveCount < 2 }
  }

  /// Whether more than one run is in it, and more than training or validation alone.
  var hasRuns: Bool { Set(curves.map(\.run)).count > 1 }
  var hasSplits: Bool { Set(curves.map(\.split)).count > 1 }
}

/// What the horizontal axis of the charts counts.
enum ChartAxis: String, CaseIterable, Sendable {
  case step, time
}

/// A chart of scalars with all that is looked at in it.
struct ScalarDrawing {
  let chart: ScalarChart
  let isChosen: Bool
  let smoothing: Smoothing
  let isLogarithmic: Bool
  let axis: ChartAxis
  let clipsOutliers: Bool
  /// The first and the last step of the axis, and the one that is looked at.
  let range: ClosedRange<Int64>
  let step: Int64
  /// That step, where the title tells it.
  var marked: Int64?
  /// A step with which that is compared.
  let pin: Int64?
  let restarts: [Int64]
  let runNames: RunNames
  let words: Words
  /// Whether the values at the pin stand in a table.
  private var isTold = false

  init(
    chart: ScalarChart, isChosen: Bool, smoothing: Smoothing, isLogarithmic: Bool, axis: ChartAxis,
    clipsOutliers: Bool, range: ClosedRange<Int64>, step: Int64, pin: Int64? = nil,
    restarts: [Int64], runNames: RunNames, words: Words
  ) {
    (self.chart, self.isChosen, self.smoothing) = (chart, isChosen, smoothing)
    (self.isLogarithmic, self.axis, self.clipsOutliers) = (isLogarithmic, axis, clipsOutliers)
    (self.range, self.step, self.pin, self.restarts) = (range, step, pin, restarts)
    (self.runNames, self.words) = (runNames, words)
  }

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let table = comparison(width: rect.width - 2)
    let isTold = !table.isEmpty && rect.height >= table.count + ScalarDrawing.leastHeight
    var drawing = self
    drawing.isTold = isTold
    drawing.lineChart(width: rect.width).draw(
      into: &frame, in: rect.inset(bottom: isTold ? table.count + 1 : 0), look)
    guard isTold else { return }
    frame.write(table, in: rect.inset(top: rect.height - table.count, left: 1), look)
  }

  /// Above a table a chart is no lower.
  private static let leastHeight = 11

  /// The values of several curves at the pin and now, and what they changed by.
  private func comparison(width: Int) -> [Line] {
    guard let pin, chart.curves.count > 1 else { return [] }
    let rows = chart.curves.map { curve -> [String] in
      let (before, now) = (value(of: curve, upTo: pin), value(of: curve, upTo: step))
      func text(_ value: Double?) -> String { value.map { NumberText.short(Float($0)) } ?? "–" }
      return [
        label(of: curve), text(before), text(now),
        before.flatMap { before in now.map { signed($0 - before) } } ?? "–",
      ]
    }
    return .table(
      [["", "A", "B", words.difference]] + rows, width: width,
      role: { $0 == 0 ? .secondary : role(of: chart.curves[$0 - 1]) })
  }

  private func value(of curve: ScalarChart.Curve, upTo step: Int64) -> Double? {
    curve.tag.value(upTo: step).map { $0.part.scalar($0.index) }
  }

  private func signed(_ value: Double) -> String {
    (value > 0 ? "+" : "") + NumberText.short(Float(value))
  }

  private var usesTime: Bool {
    axis == .time && chart.curves.contains { $0.tag.parts.contains { $0.hasTimes } }
  }

  func lineChart(width: Int) -> LineChart {
    let curves = chart.curves.map { ($0, values(of: $0)) }
    let span = span(curves.map(\.1))
    var drawn: [LineChart.Curve] = []
    for (curve, points) in curves where !points.superseded.values.isEmpty {
      drawn.append(
        LineChart.Curve(
          values: points.superseded.values, steps: points.superseded.steps, role: .secondary,
          name: "", isDotted: true
        ).thinned(over: span, columns: 2 * width))
      _ = curve
    }
    drawn += chart.curves.flatMap { band(of: $0, role: role(of: $0)) }
      .map { $0.thinned(over: span, columns: 2 * width) }
    let isShort = isShort(width)
    for (curve, points) in curves.reversed() {
      var line = LineChart.Curve(
        values: points.live.values, steps: points.live.steps, role: role(of: curve),
        name: isShort ? shortName(of: curve) : label(of: curve),
        isDotted: chart.hasRuns && chart.hasSplits && curve.split != .training)
      line.hasPoints = points.live.values.count == 1
      drawn.append(line.thinned(over: span, columns: 2 * width))
    }
    var line = LineChart(
      title: title(width: width - 7), curves: drawn, isLogarithmic: isLogarithmic,
      length: max(1, span.upperBound - span.lowerBound), position: position(span))
    line.start = span.lowerBound
    line.label = NumberText.short
    (line.hasTicks, line.namesStandBeside) = (true, true)
    line.marks = usesTime ? [] : restarts.map(ScalarDrawing.x)
    let (isTime, words) = (usesTime, words)
    if let pin, !usesTime { line.pin = (ScalarDrawing.x(pin), "A") }
    line.stepLabel = { isTime ? words.duration(seconds: $0) : NumberText.whole($0) }
    if clipsOutliers { line.limits = limits(curves.map(\.1.live.values)) }
    return line
  }

  /// A value, or where there is a pin the one there, the present one and their difference.
  func compared(_ value: Double, of curve: ScalarChart.Curve) -> String {
    let now = NumberText.short(Float(value))
    guard let pin, !isTold, let before = self.value(of: curve, upTo: pin) else { return now }
    return NumberText.short(Float(before)) + " → \(now) (\(signed(value - before)))"
  }

  /// One run's curves have a colour for each split, those of several one for each run.
  func role(of curve: ScalarChart.Curve) -> Role {
    .curve(chart.hasRuns ? curve.run : curve.split.rawValue)
  }

  // MARK: Points

  private typealias Points = (values: [Float], steps: [Int])

  /// The values that count, smoothed, and those that a restart superseded.
  private func values(of curve: ScalarChart.Curve) -> (live: Points, superseded: Points) {
    var (live, superseded): (Points, Points) = (([], []), ([], []))
    var (average, none) = (smoothing.average, Smoothing.none.average)
    for part in curve.tag.parts {
      var next = 0
      for range in part.live.ranges + [part.count..<part.count] {
        add(part, next..<range.lowerBound, &none, to: &superseded)
        if next < range.lowerBound {
          // The curve does not go on from here.
          superseded.values.append(.nan)
          superseded.steps.append(superseded.steps.last ?? 0)
        }
        add(part, range, &average, to: &live)
        next = range.upperBound
      }
    }
    return (live, superseded)
  }

  /// Up to so many values are all drawn; of more, those that make the same picture.
  private static let mostPoints = 1 << 14

  private func add(
    _ part: RunTag.Part, _ range: Range<Int>, _ average: inout MovingAverage,
    to points: inout Points
  ) {
    guard let series = part.series else { return }
    let limit = ScalarDrawing.mostPoints
    let found =
      average.decay > 0
      ? series.averages(of: range, limit: limit, &average)
      : series.outline(of: range, limit: limit)
    points.values += found.lazy.map { Float($0.value) }
    let start = usesTime ? part.time(0) : nil
    points.steps += found.lazy.map { point in
      start.map { ScalarDrawing.x(passed: point.time - $0) }
        ?? ScalarDrawing.x(part.step(point))
    }
  }

  func x(_ part: RunTag.Part, _ index: Int) -> Int {
    if usesTime, let time = part.time(index), let start = part.time(0) {
      return ScalarDrawing.x(passed: time - start)
    }
    return ScalarDrawing.x(part.step(index))
  }

  /// Seconds on the axis.
  private static func x(passed: Double) -> Int {
    passed.isFinite ? Int(max(0, min(1e12, passed))) : 0
  }

  /// A step on the axis, kept where one can compute with it.
  private static func x(_ step: Int64) -> Int { Int(max(-1 << 40, min(1 << 40, step))) }

  private func span(_ points: [(live: Points, superseded: Points)]) -> ClosedRange<Int> {
    guard usesTime else {
      return ScalarDrawing.x(range.lowerBound)...ScalarDrawing.x(range.upperBound)
    }
    return 0...max(1, points.compactMap { $0.live.steps.max() }.max() ?? 1)
  }

  private func position(_ span: ClosedRange<Int>) -> Int {
    guard usesTime else { return ScalarDrawing.x(step) }
    let found = chart.curves.lazy.compactMap { $0.tag.value(upTo: step) }.first
    return found.map { x($0.part, $0.index) } ?? span.upperBound
  }

  /// Where nearly all values lie, if a few lie far beyond.
  private func limits(_ curves: [[Float]]) -> ClosedRange<Float>? {
    let values = curves.flatMap { $0 }.filter(\.isFinite).sorted()
    guard values.count >= 20, let least = values.first, let greatest = values.last else {
      return nil
    }
    let (low, high) = (values[values.count / 50], values[values.count - 1 - values.count / 50])
    guard greatest - least > 3 * (high - low), high > low else { return nil }
    let room = (high - low) * 0.1
    return (low - room)...(high + room)
  }
}

extension RunTag.Part {
  var hasTimes: Bool { count > 0 && time(0) != nil }
}
