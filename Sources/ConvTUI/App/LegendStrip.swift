import Drawing

/// A colour scale with the numbers at its ends, and the name of what it colours.
struct LegendStrip {
  private let legend: Legend
  private let ends: [String]
  private let scaleWidth: Int

  /// The widest and the narrowest scale, in characters.
  private static let widths = 4...12

  init(_ legend: Legend, atMost width: Int = .max) {
    self.legend = legend
    let (scale, numbers) = (legend.scale, legend.numbers)
    let isLess = numbers.map { $0.lowerBound < scale.lower } ?? false
    let isMore = numbers.map { $0.upperBound > scale.upper } ?? false
    ends =
      legend.isKnown
      ? [
        (isLess ? "≤" : "") + NumberText.short(legend.stated?.lowerBound ?? scale.lower),
        (isMore ? "≥" : "") + NumberText.short(legend.stated?.upperBound ?? scale.upper),
      ] : ["?", "?"]
    let fixed = legend.name.cellWidth + ends.reduce(0) { $0 + $1.count } + 3
    scaleWidth = max(
      LegendStrip.widths.lowerBound, min(LegendStrip.widths.upperBound, width - fixed))
  }

  var width: Int { legend.name.cellWidth + ends.reduce(0) { $0 + $1.count } + 3 + scaleWidth }

  func draw(at start: Point, into frame: inout Frame, _ look: Look) {
    let row = start.row
    var column = frame.write(legend.name + " ", at: start, look.style(.strong))
    let ends = self.ends.map { end in
      let span = Span(end, .secondary)
      return legend.isResult ? span.asResult : span
    }
    column = frame.write(
      [ends[0], Span(" ", .secondary)], at: Point(row: row, column: column), look)
    for place in 0..<scaleWidth {
      let share = Float(place) / Float(scaleWidth - 1)
      let value = legend.scale.lower + (legend.scale.upper - legend.scale.lower) * share
      let point = Point(row: row, column: column + place)
      if look.fillsCells {
        let color = legend.scale.color(value, look.theme)
        frame.write(" ", at: point, Style(foreground: color.ink, background: color))
      } else {
        let role = Role(signOf: value, zero: .secondary)
        frame.write(legend.scale.shade(value), at: point, look.style(role))
      }
    }
    frame.write(
      [Span(" ", .secondary), ends[1]], at: Point(row: row, column: column + scaleWidth), look)
  }
}
