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
          Curve(run: number, runName: run.name, split: name.split, tag: tag))
      }
    }
    for index in charts.indices {
      charts[index].curves.sort { ($0.run, $0.split) < ($1.run, $1.split) }
    }
    return charts.sorted { first, second in
      (TagName(first.name).rank, first.name) < (TagName(second.name).rank, second.name)
    }
  }

  /// Whether more than one run is in it.
  var hasRuns: Bool { Set(curves.map(\.run)).count > 1 }
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
  let restarts: [Int64]
  let words: Words

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    lineChart(width: rect.width).draw(into: &frame, in: rect, look)
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
    for (curve, points) in curves.reversed() {
      var line = LineChart.Curve(
        values: smoothing(points.live.values), steps: points.live.steps, role: role(of: curve),
        name: chart.curves.count > 1 ? label(of: curve) : "",
        isDotted: chart.hasRuns && curve.split != .training)
      line.hasPoints = points.live.values.count == 1
      drawn.append(line.thinned(over: span, columns: 2 * width))
    }
    var line = LineChart(
      title: title, curves: drawn, isLogarithmic: isLogarithmic,
      length: max(1, span.upperBound - span.lowerBound), position: position(span))
    line.start = span.lowerBound
    line.label = NumberText.short
    line.hasTicks = true
    line.marks = usesTime ? [] : restarts.map(ScalarDrawing.x)
    let (isTime, words) = (usesTime, words)
    line.stepLabel = { isTime ? words.duration(seconds: $0) : NumberText.whole($0) }
    if clipsOutliers { line.limits = limits(curves.map(\.1.live.values)) }
    return line
  }

  /// The name, and the value of each curve at the cursor.
  private var title: Line {
    var title: Line = [Span(chart.name.printable, isChosen ? .accent : .strong)]
    if isLogarithmic { title.append(Span(" " + words.logarithmic, .secondary)) }
    if smoothing != .none { title.append(Span(words.smoothed(smoothing), .secondary)) }
    let isNamed = chart.curves.count > 1
    for curve in chart.curves {
      guard let (part, index) = curve.tag.value(upTo: step) else { continue }
      let number = NumberText.short(Float(part.scalar(index)))
      title.append(
        Span("  " + (isNamed ? label(of: curve) + " " : "") + number, role(of: curve)))
    }
    return title
  }

  /// One run's curves have a colour for each split, those of several one for each run.
  private func role(of curve: ScalarChart.Curve) -> Role {
    .curve(chart.hasRuns ? curve.run : curve.split.rawValue)
  }

  private func label(of curve: ScalarChart.Curve) -> String {
    let split = words.short(curve.split)
    guard chart.hasRuns else { return split }
    let names = Set(chart.curves.map(\.runName))
    let isTold = Set(names.map(\.lastPart)).count == names.count
    let name = (isTold ? curve.runName.lastPart : curve.runName).printable
    let splits = Set(chart.curves.filter { $0.run == curve.run }.map(\.split))
    return splits.count > 1 ? "\(name) \(split)" : name
  }

  // MARK: Points

  private typealias Points = (values: [Float], steps: [Int])

  private func values(of curve: ScalarChart.Curve) -> (live: Points, superseded: Points) {
    var (live, superseded): (Points, Points) = (([], []), ([], []))
    for part in curve.tag.parts {
      var next = 0
      for range in part.live.ranges + [part.count..<part.count] {
        for index in next..<range.lowerBound {
          superseded.values.append(Float(part.scalar(index)))
          superseded.steps.append(x(part, index))
        }
        if next < range.lowerBound {
          // The curve does not go on from here.
          superseded.values.append(.nan)
          superseded.steps.append(superseded.steps.last ?? 0)
        }
        for index in range {
          live.values.append(Float(part.scalar(index)))
          live.steps.append(x(part, index))
        }
        next = range.upperBound
      }
    }
    return (live, superseded)
  }

  private func x(_ part: RunTag.Part, _ index: Int) -> Int {
    if usesTime, let time = part.time(index), let start = part.time(0) {
      let passed = time - start
      return passed.isFinite ? Int(max(0, min(1e12, passed))) : 0
    }
    return ScalarDrawing.x(part.step(index))
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
