import Drawing
import Formats
import Model

extension WatchScene {
  func legend(_ words: Words) -> Legend {
    switch view {
    case .kernels:
      if let tensor = shownTensor(0) {
        return Legend(name: "w", scale: ColorScale(covering: [tensor, pinnedTensor ?? tensor]))
      }
    case .images:
      if let scale = picturePanel(
        pictures.indices.first { $0 == chosen[.images, default: 0] }, words)?
        .mapScale
      {
        return Legend(name: "y", scale: scale)
      }
    case .histograms:
      if let legend = histogramLegend(words) { return legend }
    default: break
    }
    return Legend(name: "", scale: ColorScale(nil), isShown: false)
  }

  /// Where the panels stand, above the line at the foot.
  func page(_ rect: Rect) -> Rect { rect.inset(bottom: rect.height > 16 ? 2 : 1) }

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let words = look.words
    guard let report else {
      let text = roots.isEmpty ? words.watchWaits : words.reading
      frame.write(
        [Span(text, .secondary)].folded(to: rect.width - 2), in: rect.inset(top: 1, left: 1), look)
      return
    }
    guard !runs.isEmpty else {
      if drawsLogAlone(into: &frame, in: rect, look) { return }
      return drawNothing(report, into: &frame, in: rect, look)
    }
    let status = status(report, width: Board.textWidth(rect), words)
    frame.write(
      [status],
      in: Rect(
        row: rect.rows.upperBound - 1, column: rect.column + 1, width: Board.textWidth(rect),
        height: 1), look)
    let page = page(rect)
    switch view {
    case .kernels: drawKernels(report, into: &frame, in: page, look)
    case .images: drawImages(into: &frame, in: page, look)
    case .histograms: drawHistograms(into: &frame, in: page, look)
    case .texts: drawTexts(into: &frame, in: page, look)
    case .parameters: drawParameters(into: &frame, in: page, look)
    case .alarms: drawAlarms(into: &frame, in: page, look)
    default: drawCharts(report, into: &frame, in: page, look)
    }
  }

  /// What was looked for and found, and the lines that would make it work.
  private func drawNothing(
    _ report: WatchReport, into frame: inout Frame, in rect: Rect, _ look: Look
  ) {
    let listing = WatchListing(report: report, selection: selection, words: look.words)
    var lines: [Line] = []
    if report.isSettled || !report.tree.files.isEmpty {
      for text in listing.nothing.split(separator: "\n", omittingEmptySubsequences: false) {
        let isCode = text.hasPrefix("    ")
        let line: Line = [Span(String(text), isCode ? .accent : .text)]
        lines += isCode ? [line] : line.folded(to: rect.width - 2)
      }
    } else {
      lines = [[Span(look.words.reading, .secondary)]]
    }
    frame.write(lines, in: rect.inset(top: 1, left: 1), look)
  }

  // MARK: Charts

  private func drawCharts(
    _ report: WatchReport, into frame: inout Frame, in rect: Rect, _ look: Look
  ) {
    guard !charts.isEmpty else {
      frame.write(
        [Span(look.words.noScalars, .secondary)].folded(to: rect.width - 2),
        in: rect.inset(top: 1, left: 1), look)
      return
    }
    drawLog(into: &frame, in: rect, look)
    let rect = panels(rect)
    let grid = grid(of: .scalars, charts.count, in: rect.size)
    for (place, index) in visible.enumerated() {
      drawing(of: charts[index], isChosen: index == chart && charts.count > 1, look.words)
        .draw(into: &frame, in: grid.place(place, in: rect), look)
    }
  }

  /// - Parameter at: The step that is marked; the present one where it is nil.
  func drawing(
    of chart: ScalarChart, isChosen: Bool, at marked: Int64? = nil, _ words: Words
  ) -> ScalarDrawing {
    let moments = report?.moments ?? []
    var drawing = ScalarDrawing(
      chart: chart, isChosen: isChosen, smoothing: smoothing,
      isLogarithmic: isLogarithmic && TagName(chart.name).isLoss, axis: axis,
      clipsOutliers: clipsOutliers, range: (moments.first ?? 0)...(moments.last ?? 0),
      step: marked ?? step,
      pin: view == .scalars ? pin?.step : nil, restarts: runs.count == 1 ? runs[0].restarts : [],
      runNames: runNames, words: words)
    drawing.marked = marked
    return drawing
  }

  // MARK: The foot

  /// Whether it is alive, how far it was read, and how many alarms there are.
  private func status(_ report: WatchReport, width: Int, _ words: Words) -> Line {
    let age = report.now - (runs.map(\.written).max() ?? report.now)
    var parts: [Line] = []
    let isAlive = age < 60 && !report.inputEnded
    parts.append([
      Span(isAlive ? "● " : "○ ", isAlive ? .accent : .secondary),
      Span(
        isAlive ? words.lastByte(seconds: age) : words.silent(seconds: age),
        isAlive ? .strong : .secondary),
    ])
    if report.inputEnded { parts.append([Span(words.outputEnded, .strong)]) }
    if let pace = pace(report, words), isAlive { parts.append([Span(pace, .secondary)]) }
    if report.tree.share < 0.999 {
      parts.append([Span(words.readSoFar(report.tree.share), .secondary)])
    }
    let alarms = alarms
    if let first = alarms.first, view != .alarms {
      parts.append([
        Span("▲ " + words.alarmCount(alarms.count), first.isGrave ? .warning : .accent)
      ])
    }
    if view == .kernels, kernels.indices.contains(kernel),
      let norm = kernels[kernel].norm(upTo: step).flatMap({ report.norms[$0] ?? nil })
    {
      if let twins = norm.twins {
        let text = words.twins(twins.first, twins.second, cosine: twins.cosine)
        parts.append([Span("▲ " + text, .accent)])
      }
      if norm.dead > 0 {
        parts.append([Span("▲ " + words.deadKernels(norm.dead, of: norm.kernels), .warning)])
      }
    }
    let gone =
      report.tree.files.count { $0.trouble?.isFault ?? false } + report.tree.folderTroubles.count
    if gone > 0, view != .alarms { parts.append([Span(words.fileTroubles(gone), .warning)]) }
    let damages = report.tree.files.reduce(0) { $0 + $1.damages.count }
    if damages > 0 { parts.append([Span(words.damageCount(damages), .warning)]) }
    if let pin, [.scalars, .kernels].contains(view) {
      parts.insert(
        [
          Span(
            words.comparison(
              pin.step, of: view == .kernels && runs.count > 1 ? pin.run.map { runNames[$0] } : nil,
              step),
            .accent)
        ], at: 1)
    }
    let count = count(in: view)
    if count > 1, [.scalars, .images, .histograms, .texts].contains(view) {
      let number = chosen[view, default: 0] + 1
      parts.append([
        Span(
          view == .scalars ? words.chart(number, of: count) : words.place(number, of: count),
          .secondary)
      ])
    }
    return parts.inOneLine(within: width)
  }
}
