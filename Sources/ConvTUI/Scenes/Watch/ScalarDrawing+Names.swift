import Drawing

/// What a chart and its curves are called, as far as there is room.
extension ScalarDrawing {
  /// The name, and the values at the cursor: where room is short of training alone, and then of the first
  /// runs.
  func title(width: Int) -> Line {
    let titles = [true, false].map { title(hasAll: $0) }
    guard let title = titles.first(where: { $0.cellWidth <= width }) else {
      var title = titles[1]
      while title.cellWidth > width - 4, title.count > 1 { title.removeLast() }
      return title + [Span("  +\(titles[1].count - title.count)", .secondary)]
    }
    return title
  }

  private func title(hasAll: Bool) -> Line {
    var title: Line = [Span(chart.name.printable, isChosen ? .accent : .strong)]
    if isLogarithmic, hasAll { title.append(Span(" " + words.logarithmic, .secondary)) }
    if smoothing != .none { title.append(Span(words.smoothed(smoothing), .secondary)) }
    if let marked { title.append(Span("  " + words.atStep(marked), .accent)) }
    if chart.hasRuns, chart.hasSplits, hasAll { title.append(Span("  " + strokes, .text)) }
    var run: Int?
    for curve in chart.curves {
      guard let (part, index) = curve.tag.value(upTo: step) else { continue }
      let isSecond = chart.hasRuns && run == curve.run
      guard hasAll || !isSecond else { continue }
      let name = chart.hasRuns ? isSecond ? "" : runNames[curve.runName] : label(of: curve)
      run = curve.run
      title.append(
        Span(
          (name.isEmpty ? " " : "  " + name + " ") + compared(part.scalar(index), of: curve),
          role(of: curve)))
    }
    return title
  }

  /// Which stroke is training, and which another part of the data.
  private var strokes: String {
    Set(chart.curves.map(\.split)).sorted().map { split in
      (split == .training ? "━ " : "┄ ") + words.short(split)
    }.joined(separator: " ")
  }

  func label(of curve: ScalarChart.Curve) -> String {
    guard chart.curves.count > 1 else { return "" }
    let split = words.short(curve.split)
    guard chart.hasRuns else { return split }
    let splits = Set(chart.curves.filter { $0.run == curve.run }.map(\.split))
    return runNames[curve.runName] + (splits.count > 1 ? " " + split : "")
  }

  /// Whether the chart is too narrow for a name of each curve beside it.
  func isShort(_ width: Int) -> Bool {
    chart.hasRuns && (chart.curves.map { label(of: $0).cellWidth }.max() ?? 0) > width / 4
  }

  /// A run has one name, at its first curve; the title tells which stroke is which.
  func shortName(of curve: ScalarChart.Curve) -> String {
    let first = chart.curves.first { $0.run == curve.run }
    return first?.split == curve.split ? runNames[curve.runName] : ""
  }
}
