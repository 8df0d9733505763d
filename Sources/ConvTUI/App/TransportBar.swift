import Drawing

/// The line that shows where a timeline stands, how fast it plays, and the legend.
struct TransportBar {
  private let timeline: Timeline
  private let text, speed: String
  private let legend: LegendStrip
  private let rect: Rect
  private let bar: Range<Int>
  private let legendColumn: Int
  private let hasLegend, isMoving: Bool

  init(_ scene: any Scene, rect: Rect, _ look: Look) {
    let words = look.words
    let legend = scene.legend(words)
    hasLegend = !look.isLarge && legend.isShown
    timeline = scene.shownTimeline
    isMoving = scene.timeline.isPlaying || scene.isComputing
    text = scene.positionText(words)
    speed = timeline.speedText(words)
    self.rect = rect
    // From the text, with a free column, to the margin.
    self.legend = LegendStrip(legend, atMost: rect.width - 7 - text.cellWidth)
    legendColumn = rect.width - (hasLegend ? self.legend.width : 0) - 2
    let start = max(20, 4 + text.cellWidth + 2)
    bar = start..<max(start, min(legendColumn - speed.cellWidth - 6, start + 60))
  }

  func draw(into frame: inout Frame, _ look: Look) {
    let row = rect.row
    let sign = isMoving ? "▶" : "‖"
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
    if hasLegend, legendColumn > 4 + text.cellWidth {
      legend.draw(at: Point(row: row, column: legendColumn), into: &frame, look)
    }
  }

  /// What a press beside the bar does: the sign plays, the speed goes up.
  func action(at column: Int) -> Action? {
    if (2..<4 + text.cellWidth).contains(column) { return .play }
    let start = bar.upperBound + 2
    return !bar.isEmpty && (start..<start + speed.cellWidth).contains(column) ? .faster : nil
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
}
