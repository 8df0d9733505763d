import Drawing
import Model
import Testing

struct LineChartThinningTests {
  /// A spike of one value among many is drawn, and so is everything else.
  @Test func aThinnedCurveLooksTheSame() {
    var generator = SeededGenerator(seed: 5)
    var values = (0..<20_000).map { _ in Float.random(in: -1...1, using: &generator) }
    values[777] = 9
    values[12_345] = -7
    values[500] = .nan
    let whole = LineChart.Curve(values: values, role: .positive, name: "")
    let thin = whole.thinned(over: 0...20_000, columns: 120)
    #expect(thin.values.count <= 4 * 123 + 8)
    #expect(thin.values.contains(9) && thin.values.contains(-7))
    func frame(_ curve: LineChart.Curve) -> Frame {
      var frame = Frame(Size(width: 70, height: 20))
      LineChart(title: [], curves: [curve], length: 20_000, position: 0)
        .draw(into: &frame, in: Rect(Size(width: 70, height: 20)), Look(depth: .none))
      return frame
    }
    let (first, second) = (frame(whole), frame(whole.thinned(over: 0...20_000, columns: 20_000)))
    #expect(first == second)
    #expect(frame(thin).cells.count { $0.glyph != " " } > 100)
  }

  @Test func stepsOfTheAxisNeedNotBeginAt0() {
    var chart = LineChart(title: [], curves: [], length: 100, position: 0)
    chart.start = 1000
    #expect(chart.x(1000, width: 51) == 0 && chart.x(1100, width: 51) == 50)
    #expect(chart.x(1050, width: 51) == 25 && chart.x(5, width: 51) == 0)
  }

  @Test(arguments: [0.0...1.0, -3.2...(-1.1), 0.02...0.1, 1000...1001, -5...40_000])
  func ticksAreRoundAndFew(_ range: ClosedRange<Double>) {
    var chart = LineChart(title: [], curves: [], length: 1, position: 0)
    chart.hasTicks = true
    let ticks = chart.labels(range).map(\.1)
    #expect((2...7).contains(ticks.count) && ticks.allSatisfy(range.contains))
  }
}
