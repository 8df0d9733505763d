import Glibc
import TestSupport
import Testing

@testable import Drawing

struct LineChartTests {
  private static let sentinel = Cell(glyph: "☺")

  /// Draws a chart into the middle of a frame; true where it left all around it alone.
  private func draw(_ chart: LineChart, _ rect: Rect) -> (frame: Frame, isInside: Bool) {
    var blank = Frame(Size(width: rect.width + 16, height: rect.height + 8))
    blank.update(Rect(blank.size)) { $0 = Self.sentinel }
    var frame = blank
    chart.draw(into: &frame, in: rect, Look())
    var outside = frame
    outside.fill(rect, Style())
    blank.fill(rect, Style())
    return (frame, outside == blank)
  }

  private static let lists: [[Float]] = [
    [], [0], [1], [-5], [.nan], [.infinity], [-.infinity, .nan], [1, .nan, 2], [3e38, -3e38],
    [.leastNonzeroMagnitude, 3e38], [1, 1, 1], [26.2, 12.4, .infinity, .nan],
    (0..<500).map { Float($0) - 100 },
  ]

  @Test(arguments: lists, [false, true]) func anyNumbersAreDrawnInside(
    _ values: [Float], _ isLogarithmic: Bool
  ) {
    for (width, height) in [(40, 12), (14, 6), (9, 4), (3, 2), (0, 0)] {
      for length in [0, 1, 10, 10_000] {
        for goals in [[], [-1, 1], [Float.infinity, .nan, 0]] {
          let chart = LineChart(
            title: [Span("loss of a long name", .strong)],
            curves: [LineChart.Curve(values: values, role: .positive, name: "w₀")], goals: goals,
            isLogarithmic: isLogarithmic, length: length, position: length / 2)
          let rect = Rect(row: 4, column: 8, width: width, height: height)
          #expect(
            draw(chart, rect).isInside, "\(width)×\(height), length \(length), goals \(goals)")
        }
      }
    }
  }

  @Test(arguments: [
    (10, 2, [0, 10, 5]), (1000, 9, [0, 1000, 500]), (282, 2, [0, 200]),
    (282, 6, [0, 50, 100, 150, 200, 250]),
    (141, 3, [0, 50, 100]), (0, 4, [0]), (3, 2, [0, 2]),
  ])
  func numbersOnTheAxisAreRound(_ length: Int, _ most: Int, _ ticks: [Int]) {
    #expect(LineChart.ticks(length, atMost: most) == ticks)
  }

  @Test func longLabelsStayInside() {
    let chart = LineChart(
      title: [], curves: [], goals: [-0.0995, 0.0625, -123.456], length: 10, position: 0)
    #expect(draw(chart, Rect(row: 4, column: 8, width: 30, height: 10)).isInside)
  }

  @Test func fallingCurveFallsOnTheScreen() {
    let chart = LineChart(
      title: [],
      curves: [LineChart.Curve(values: [100, 10, 1], role: .positive, name: "end")],
      isLogarithmic: true, length: 2, position: 2)
    let frame = draw(chart, Rect(row: 4, column: 8, width: 30, height: 12)).frame
    #expect((frame.place(of: "end")?.row ?? 0) > 4 + 12 / 2)
  }

  /// From one power of ten to the next it is the same number of rows, and a value stands in the row of its number.
  @Test(arguments: [7, 8, 9, 12, 20, 31]) func powersOfTenStandAtEvenDistances(_ height: Int) {
    let chart = LineChart(
      title: [],
      curves: [LineChart.Curve(values: [26.2, 10, 1, 0.1, 0.088], role: .positive, name: "")],
      isLogarithmic: true, length: 4, position: 0)
    let rect = Rect(row: 4, column: 8, width: 40, height: height)
    let plot = rect.inset(top: 1, bottom: 2)
    let range = chart.range(rows: plot.height)
    let rows = [10, 1, 0.1].map { chart.row(log10($0), range, plot) }
    #expect(rows[1] - rows[0] == rows[2] - rows[1] && rows[0] < rows[1])
    #expect(chart.row(log10(26.2), range, plot) <= rows[0])
    #expect(plot.rows.contains(chart.row(log10(0.088), range, plot)))
    let frame = draw(chart, rect).frame
    for (number, row) in zip(["10☺┤", "☺1☺┤", "0.1☺┤"], rows) {
      #expect(frame.place(of: number)?.row == row, "\(number)")
    }
  }

  @Test func everyCurveIsNamedAtItsEnd() {
    let chart = LineChart(
      title: [],
      curves: [
        LineChart.Curve(values: [0, 1], role: .positive, name: "w₀"),
        LineChart.Curve(values: [0, -1], role: .negative, name: "w₁"),
      ], length: 4, position: 1)
    let text = draw(chart, Rect(row: 4, column: 8, width: 30, height: 12)).frame.text
    #expect(text.contains("w₀") && text.contains("w₁"))
  }

  @Test func namesOfManyCurvesDoNotOverlap() {
    let curves = (0..<12).map { index in
      LineChart.Curve(
        values: [0, 1, 1 + Float(index) / 100], role: .positive,
        name: "n" + String(UnicodeScalar(UInt8(97 + index))))
    }
    let chart = LineChart(title: [], curves: curves, length: 4, position: 2)
    let text = draw(chart, Rect(row: 4, column: 8, width: 40, height: 12)).frame.text
    let whole = curves.filter { text.contains($0.name) }
    #expect(whole.count > 1 && text.count { $0 == "n" } == whole.count)
  }

  /// Two curves that end at one place, the second one earlier.
  @Test func namesStandBeyondAllCurves() throws {
    let values = (0..<10).map { Float($0) }
    let chart = LineChart(
      title: [],
      curves: [
        LineChart.Curve(values: Array(values.prefix(8)), role: .negative, name: "val"),
        LineChart.Curve(values: values, role: .positive, name: "train"),
      ], length: 20, position: 9)
    let frame = draw(chart, Rect(row: 4, column: 8, width: 50, height: 12)).frame
    let (first, second) = (
      try #require(frame.place(of: "val")), try #require(frame.place(of: "train"))
    )
    #expect(first.column == second.column && first.row > second.row)
  }

  @Test func labelsTakeAtLeastWhatIsAsked() throws {
    func axis(_ width: Int) throws -> Int {
      var chart = LineChart(title: [], curves: [], length: 10, position: 0)
      chart.leastLabelWidth = width
      return try #require(
        draw(chart, Rect(row: 4, column: 8, width: 40, height: 12)).frame.place(of: "└")?.column)
    }
    #expect(try axis(9) == axis(5) + 4)
  }

  @Test func stepsAreMarkedOnTheAxis() {
    var chart = LineChart(title: [], curves: [], length: 10, position: 0)
    chart.marks = [0, 5, 10]
    let text = draw(chart, Rect(row: 4, column: 8, width: 40, height: 12)).frame.text
    #expect(text.count { $0 == "▲" } == 3)
  }

  @Test func dottedCurvesHaveGaps() {
    func dots(isDotted: Bool) -> Int {
      let curve = LineChart.Curve(
        values: [1, 2, 1, 2], role: .positive, name: "", isDotted: isDotted)
      let chart = LineChart(title: [], curves: [curve], length: 3, position: 0)
      let frame = draw(chart, Rect(row: 4, column: 8, width: 40, height: 12)).frame
      return frame.cells.reduce(0) { $0 + ink(of: $1.glyph) }
    }
    let (whole, dotted) = (dots(isDotted: false), dots(isDotted: true))
    #expect(dotted > whole / 3 && dotted < whole * 2 / 3)
  }

  /// The eighths of a cell that a curve inks: dots, or quarters, which are two dots high.
  private func ink(of glyph: Character) -> Int {
    if let bits = StrokeGrid.glyphs.firstIndex(of: glyph) { return 2 * bits.nonzeroBitCount }
    let scalar = glyph.unicodeScalars.first?.value ?? 0
    return (0x2800...0x28FF) ~= scalar ? (scalar & 0xFF).nonzeroBitCount : 0
  }
}
