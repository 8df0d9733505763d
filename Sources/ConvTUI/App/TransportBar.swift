import Drawing

/// The line that shows where a timeline stands, how fast it plays, and the legend.
struct TransportBar {
  private let timeline: Timeline
  private let text, speed: String
  private let legend: Legend
  private let rect: Rect
  private let bar: Range<Int>
  private let legendColumn: Int
  private let scaleWidth: Int

  init(_ scene: any Scene, rect: Rect, _ words: Words) {
    timeline = scene.timeline
    text = scene.positionText(words)
    speed = timeline.speedText(words)
    legend = scene.legend(words)
    self.rect = rect
    let ends = legend.name.cellWidth + TransportBar.ends(legend.scale).reduce(0) { $0 + $1.count }
    // From the text, with a free column, to the margin.
    scaleWidth = max(4, min(12, rect.width - ends - 5 - (4 + text.cellWidth + 1)))
    legendColumn = rect.width - ends - scaleWidth - 5
    let start = max(20, 4 + text.cellWidth + 2)
    bar = start..<max(start, min(legendColumn - speed.cellWidth - 6, start + 60))
  }

  func draw(into frame: inout Frame, _ look: Look) {
    let row = rect.row
    let sign = timeline.isPlaying ? "▶" : "‖"
    frame.write(sign, at: Point(row: row, column: 2), look.style(.accent))
    frame.write(text, at: Point(row: row, column: 4), look.style(.strong))
    let done = bar.lowerBound + filled
    for column in bar {
      let isDone = column < done
      frame.write(
        isDone ? "━" : "─", at: Point(row: row, column: column),
        look.style(isDone ? .accent : .secondary))
    }
    if !bar.isEmpty {
      frame.write(
        speed, at: Point(row: row, column: bar.upperBound + 2),
        look.style(.secondary))
    }
    drawLegend(into: &frame, look)
  }

  /// The step under a column of the bar.
  func step(at column: Int) -> Int? {
    guard bar.contains(column), bar.count > 1 else { return nil }
    let offset = column - bar.lowerBound
    return (offset * timeline.length + (bar.count - 1) / 2) / (bar.count - 1)
  }

  private var filled: Int {
    guard timeline.length > 0 else { return 0 }
    let whole = timeline.length * timeline.parts
    return (timeline.position * bar.count + whole / 2) / whole
  }

  private static func ends(_ scale: ColorScale) -> [String] {
    [NumberText.short(scale.lower), NumberText.short(scale.upper)]
  }

  private func drawLegend(into frame: inout Frame, _ look: Look) {
    let ends = TransportBar.ends(legend.scale)
    let start = legendColumn
    guard start > 4 + text.cellWidth else { return }
    var column = frame.write(
      legend.name + " ", at: Point(row: rect.row, column: start), look.style(.strong))
    column = frame.write(
      ends[0] + " ", at: Point(row: rect.row, column: column), look.style(.secondary))
    let width = scaleWidth
    for place in 0..<width {
      let share = Float(place) / Float(width - 1)
      let value = legend.scale.lower + (legend.scale.upper - legend.scale.lower) * share
      let point = Point(row: rect.row, column: column + place)
      if look.fillsCells {
        let color = legend.scale.color(value, look.theme)
        frame.write(" ", at: point, Style(foreground: color.ink, background: color))
      } else {
        let role = Role(signOf: value, zero: .secondary)
        let size = abs(legend.scale.fraction(value) ?? 0)
        let shade = ["·", "░", "▒", "▓", "█"][Int((size * 4).rounded())]
        frame.write(shade, at: point, look.style(role))
      }
    }
    frame.write(
      " " + ends[1], at: Point(row: rect.row, column: column + width), look.style(.secondary))
  }
}
