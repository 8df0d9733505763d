import Drawing
import Formats
import Glibc
import Model

/// The histograms of one tag: the steps along one axis, the values along the other, and how many
/// numbers lie there as brightness.
struct HistogramDrawing {
  /// In the order of their steps; at least one.
  let found: [(step: Int, histogram: EventHistogram)]
  let title: Line
  let step: Int
  /// Whether the axis leaves out a few numbers far beyond.
  let clipsOutliers: Bool

  /// The one at the cursor: the last up to its step, or else the first.
  var present: EventHistogram { (found.last { $0.step <= step } ?? found[0]).histogram }

  /// The axes, without curves.
  private var chart: LineChart {
    let first = found[0].step
    var chart = LineChart(
      title: title, curves: [], length: max(1, found[found.count - 1].step - first),
      position: step)
    (chart.start, chart.hasTicks, chart.limits) = (first, true, limits)
    (chart.label, chart.stepLabel) = (NumberText.short, NumberText.whole)
    return chart
  }

  /// From the least to the greatest number of all.
  private var limits: ClosedRange<Float> {
    let ends = found.map { pair in
      clipsOutliers ? pair.histogram.middle : pair.histogram.least...pair.histogram.greatest
    }
    let low = ends.map(\.lowerBound).min() ?? 0
    let high = ends.map(\.upperBound).max() ?? 1
    let room = high > low ? 0 : max(abs(high) / 2, 1e-6)
    return Float(low - room)...Float(high + room)
  }

  private func plot(in rect: Rect) -> Rect {
    rect.inset(top: 1, left: chart.labelWidth + 1, bottom: 2)
  }

  /// How many numbers lie in each line of the screen, at each half of a character along the steps.
  private func counts(_ size: Size) -> Tensor {
    let (rows, columns) = (2 * size.height, 2 * size.width)
    let range = chart.range
    let chart = chart
    var matrix = Tensor(Shape(rows, columns))
    var last: (place: Int, lines: [Float])?
    var place = 0
    for column in 0..<columns {
      while place + 1 < found.count, chart.x(found[place + 1].step, width: columns) <= column {
        place += 1
      }
      if last?.place != place {
        // Twice as dense as in half a line.
        last = (place, found[place].histogram.counts(in: range, rows: rows).map { 2 * $0 })
      }
      for (row, count) in (last?.lines ?? []).enumerated() { matrix[row, column] = count }
    }
    return matrix
  }

  /// Up to the most numbers in a line; where few are far more than the rest, up to those.
  private func scale(_ counts: Tensor) -> ColorScale {
    let some = counts.elements.filter { $0 > 0 }.sorted()
    guard let most = some.last else { return ColorScale(0...1) }
    let usual = some[some.count * 49 / 50]
    let upper = most > 3 * usual ? usual : most
    return ColorScale(0...(upper > 1 ? upper.rounded(.up) : upper))
  }

  func legend(in rect: Rect, _ words: Words) -> Legend? {
    let place = plot(in: rect).size
    guard place.width >= 8, place.height >= 3 else { return nil }
    let counts = counts(place)
    return Legend(
      name: words.numbersInALine, scale: scale(counts), numbers: counts.finiteRange)
  }

  /// - Parameter hasCounts: Whether the histogram at the cursor stands beside it, line by line.
  func draw(into frame: inout Frame, in rect: Rect, hasCounts: Bool, _ look: Look) {
    let beside = hasCounts ? HistogramDrawing.countsWidth : 0
    let place = rect.inset(right: beside)
    let plot = plot(in: place)
    guard plot.width >= 8, plot.height >= 3 else {
      frame.write([title.shortened(to: rect.width)], in: rect, look)
      return
    }
    let chart = chart
    let counts = counts(plot.size)
    HeatMap(counts, scale: scale(counts)).draw(into: &frame, in: plot, look)
    frame.write(
      title.shortened(to: place.width - chart.labelWidth),
      at: Point(row: rect.row, column: rect.column + chart.labelWidth), look,
      limit: rect.columns.upperBound)
    chart.drawAxes(into: &frame, plot, chart.range, look)
    let now = plot.column + chart.x(step, width: plot.width * 2) / 2
    frame.write("▲", at: Point(row: plot.rows.upperBound, column: now), look.style(.accent))
    guard hasCounts else { return }
    drawCounts(
      into: &frame,
      in: Rect(
        row: plot.row, column: plot.columns.upperBound + 2, width: beside - 3, height: plot.height),
      look)
  }

  static let countsWidth = 30

  /// The histogram at the cursor: a bar and a number for each line.
  private func drawCounts(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let counts = present.counts(in: chart.range, rows: rect.height)
    let most = counts.max() ?? 1
    for (row, count) in zip(rect.rows, counts) where count > 0 {
      let text = NumberText.short(count < 10 ? (count * 10).rounded() / 10 : count.rounded())
      let bar = Bar.text(count / max(most, 1e-30), width: rect.width - 8)
      let indent = String(repeating: " ", count: max(0, 7 - text.cellWidth))
      frame.write(
        [Span(indent + text, .secondary), Span(" " + bar, .positive)],
        at: Point(row: row, column: rect.column), look, limit: rect.columns.upperBound)
    }
  }
}

extension EventHistogram {
  /// How many numbers lie in each of some equal parts of a range, the greatest part first; the numbers of
  /// a bucket lie evenly in it.
  func counts(in range: ClosedRange<Double>, rows: Int) -> [Float] {
    var counts = [Float](repeating: 0, count: rows)
    let height = (range.upperBound - range.lowerBound) / Double(rows)
    guard height > 0 else { return counts }
    for bucket in buckets where bucket.count > 0 {
      let left = max(bucket.left, least)
      let right = max(left, min(bucket.right, greatest))
      func row(_ value: Double) -> Double { (range.upperBound - value) / height }
      let (top, bottom) = (row(right), row(left))
      guard top.isFinite, bottom.isFinite else { continue }
      if bottom - top < 1e-9 {
        let place = min(rows - 1, Int(max(0, min(top, 1e9))))
        if top >= -1e-6, top <= Double(rows) + 1e-6 { counts[place] += Float(bucket.count) }
        continue
      }
      let first = max(0, min(rows, Int(max(0, min(top, 1e9)))))
      let last = max(first, min(rows, Int(max(0, min(bottom, 1e9)).rounded(.up))))
      for place in first..<last {
        let part = min(bottom, Double(place + 1)) - max(top, Double(place))
        counts[place] += Float(bucket.count * max(0, part) / (bottom - top))
      }
    }
    return counts
  }

  /// The range of all numbers but a fiftieth at either end.
  var middle: ClosedRange<Double> {
    let all = count
    guard all > 0 else { return least...max(least, greatest) }
    func value(_ share: Double) -> Double {
      var rest = share * all
      for bucket in buckets where bucket.count > 0 {
        let (left, right) = (max(bucket.left, least), min(bucket.right, greatest))
        if rest <= bucket.count { return left + max(0, right - left) * rest / bucket.count }
        rest -= bucket.count
      }
      return greatest
    }
    let low = value(0.02)
    return low...max(low, value(0.98))
  }
}

extension WatchScene {
  private func histogramDrawing(_ index: Int, _ words: Words) -> HistogramDrawing? {
    let tag = histograms[index]
    var wanted = tag.sampled
    if let place = tag.place(upTo: step), let address = tag.address(upTo: step) {
      wanted.append((place, address))
      wanted.sort { $0.step < $1.step }
    }
    var found: [(step: Int, histogram: EventHistogram)] = []
    for (step, address) in wanted where found.last?.step != Int(step) {
      guard case .success(.histogram(let histogram))? = report?.values[address]?.value,
        histogram.least.isFinite, histogram.greatest.isFinite,
        histogram.greatest >= histogram.least
      else { continue }
      found.append((Int(step), histogram))
    }
    guard !found.isEmpty else { return nil }
    let isChosen = histograms.count > 1 && index == chosen[.histograms, default: 0]
    var drawing = HistogramDrawing(
      found: found, title: [], step: Int(step), clipsOutliers: clipsOutliers)
    let name = runNames.label(tag.run, tag.tag.name)
    let present = drawing.present
    drawing = HistogramDrawing(
      found: found,
      title: [
        Span((isChosen ? "▸ " : "") + name, isChosen ? .accent : .strong),
        Span("  " + words.range(present), .secondary),
        Span(words.mean(present).map { "  " + $0 } ?? "", .secondary),
      ], step: Int(step), clipsOutliers: clipsOutliers)
    return drawing
  }

  func histogramLegend(_ words: Words) -> Legend? {
    let index = chosen[.histograms, default: 0]
    guard histograms.indices.contains(index), visible.contains(index) else { return nil }
    let rect = panels(page(Rect(body)))
    let place = grid(of: .histograms, histograms.count, in: rect.size)
      .place(index - visible.lowerBound, in: rect)
    let hasCounts = hasCounts(place)
    return histogramDrawing(index, words)?.legend(
      in: place.inset(right: hasCounts ? HistogramDrawing.countsWidth : 0), words)
  }

  private func hasCounts(_ place: Rect) -> Bool { place.width >= 74 && place.height >= 8 }

  func drawHistograms(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let words = look.words
    guard !histograms.isEmpty else {
      return drawHint(words.noHistograms, into: &frame, in: rect, look)
    }
    let page = panels(rect)
    let grid = grid(of: .histograms, histograms.count, in: page.size)
    for (number, index) in visible.enumerated() {
      let place = grid.place(number, in: page)
      if let drawing = histogramDrawing(index, words) {
        drawing.draw(into: &frame, in: place, hasCounts: hasCounts(place), look)
      } else {
        let name = runNames.label(histograms[index].run, histograms[index].tag.name)
        frame.write(
          [[Span(name, .strong), Span("  " + trouble(index, words), .secondary)]],
          in: place.inset(left: 1), look)
      }
    }
    let index = chosen[.histograms, default: 0]
    guard page.height < rect.height, let present = histogramDrawing(index, words)?.present,
      let at = histograms[index].place(upTo: step)
    else { return }
    let name = runNames.label(histograms[index].run, histograms[index].tag.name)
    let line: Line = [
      Span(name + "  ", .strong), Span(words.told(present, at: at), .text),
    ]
    frame.write(
      [line.shortened(to: rect.width - 2)],
      in: Rect(
        row: rect.rows.upperBound - 1, column: rect.column + 1, width: rect.width - 2, height: 1),
      look)
  }

  private func trouble(_ index: Int, _ words: Words) -> String {
    guard let address = histograms[index].address(upTo: step) else { return words.notYetLogged }
    switch report?.values[address]?.value {
    case .failure(let error): return words.sentence(error)
    case nil: return words.reading
    default: return words.noHistogramThere
    }
  }
}
