import Drawing
import Formats
import Model

extension WatchScene {
  func legend(_ words: Words) -> Legend {
    guard view == .kernels, let tensor = shownTensor(0) else {
      return Legend(name: "", scale: ColorScale(nil), isShown: false)
    }
    return Legend(name: "w", scale: ColorScale(tensor.finiteRange))
  }

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let words = look.words
    guard let report else {
      let text = roots.isEmpty ? words.watchWaits : words.reading
      frame.write(
        [Span(text, .secondary)].folded(to: rect.width - 2), in: rect.inset(top: 1, left: 1), look)
      return
    }
    guard !runs.isEmpty else { return drawNothing(report, into: &frame, in: rect, look) }
    let status = status(report, width: Board.textWidth(rect), words)
    frame.write(
      [status],
      in: Rect(
        row: rect.rows.upperBound - 1, column: rect.column + 1, width: Board.textWidth(rect),
        height: 1), look)
    let page = rect.inset(bottom: rect.height > 16 ? 2 : 1)
    switch view {
    case .kernels: drawKernels(report, into: &frame, in: page, look)
    case .alarms: drawAlarms(report, into: &frame, in: page, look)
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
    let grid = isEnlarged ? ChartGrid(1, in: rect.size) : ChartGrid(charts.count, in: rect.size)
    let first = chart / grid.count * grid.count
    let restarts = runs.count == 1 ? runs[0].restarts : []
    let moments = report.moments
    let range = (moments.first ?? 0)...(moments.last ?? 0)
    for (index, chart) in charts[first...].prefix(grid.count).enumerated() {
      ScalarDrawing(
        chart: chart, isChosen: first + index == self.chart && charts.count > 1,
        smoothing: smoothing, isLogarithmic: isLogarithmic && TagName(chart.name).isLoss,
        axis: axis, clipsOutliers: clipsOutliers, range: range, step: step, restarts: restarts,
        words: look.words
      ).draw(into: &frame, in: grid.place(index, in: rect), look)
    }
  }

  // MARK: Kernels

  /// The chosen tensor (0) or its gradient (1), once it was read; nil where it is no matrix.
  private func shownTensor(_ number: Int) -> Tensor? {
    guard kernels.indices.contains(kernel), let report else { return nil }
    let addresses = kernels[kernel].addresses(upTo: step)
    guard addresses.indices.contains(number),
      case .success(.array(let array))? = report.values[addresses[number]]?.value
    else { return nil }
    return array.tensor
  }

  private func drawKernels(
    _ report: WatchReport, into frame: inout Frame, in rect: Rect, _ look: Look
  ) {
    let words = look.words
    guard kernels.indices.contains(kernel) else {
      frame.write(
        words.noKernels.flatMap { text -> [Line] in
          text.hasPrefix("    ")
            ? [[Span(text, .accent)]] : [Span(text)].folded(to: rect.width - 2)
        }, in: rect.inset(top: 1, left: 1), look)
      return
    }
    let isAlone = isEnlarged || rect.width < 64
    let table = isAlone ? [] : self.table(report, rect.size, words)
    frame.write(table, in: rect.inset(left: 1), look)
    let width = table.map(\.cellWidth).max() ?? 0
    let below = rect.inset(top: table.count + 1, right: rect.width - min(rect.width / 2, width + 2))
    if !isAlone, below.height >= 8 {
      KernelCurves(kernel: kernels[kernel], norms: report.norms, step: step, words: words)
        .draw(into: &frame, in: below, look)
    }
    let pictures = isAlone ? rect : rect.inset(left: min(rect.width / 2, width + 3))
    let gradient = shownTensor(1)
    let half = gradient == nil ? pictures.height : (pictures.height + 1) / 2
    let chosen = kernels[kernel]
    drawTiles(
      shownTensor(0), name: chosen.tag.name, into: &frame,
      in: pictures.inset(bottom: pictures.height - half), look)
    if let gradient {
      drawTiles(
        gradient, name: words.gradients, into: &frame, in: pictures.inset(top: half), look)
    }
  }

  private func drawTiles(
    _ tensor: Tensor?, name: String, into frame: inout Frame, in rect: Rect, _ look: Look
  ) {
    guard let tensor else {
      frame.write(
        [[Span(name.printable, .strong), Span("  " + unread(look.words), .secondary)]],
        in: rect.inset(left: 1), look)
      return
    }
    let scale = ColorScale(tensor.finiteRange)
    let place = Size(width: rect.width - 2, height: rect.height - 1)
    let isMany = tensor.shape.batch * tensor.shape.channels > WatchScene.mostTiles
    var (tiles, part) = (isMany ? [] : tensor.tiles, "")
    // Where not all have room, those of the first channel are a picture of each kernel.
    if isMany || tensor.shape.rank == 4 && !TileDrawing.isWhole(tiles, in: place, look) {
      let isStack = tensor.shape.rank == 4
      let count = isStack ? tensor.shape.batch : tensor.shape.channels
      tiles = (0..<min(count, WatchScene.mostTiles)).map {
        isStack ? tensor.plane(batch: $0, channel: 0) : tensor.plane(batch: 0, channel: $0)
      }
      part = isStack ? look.words.firstChannel : ""
    }
    let title: Line = [
      Span(name.printable, .strong), Span("  \(tensor.shape)" + part, .secondary),
      Span("  " + Formula.range(scale), .secondary),
    ]
    TileDrawing(tiles: tiles, title: title, scale: scale).draw(into: &frame, in: rect, look)
  }

  /// More tiles than these are not told apart.
  private static let mostTiles = 2048

  private func unread(_ words: Words) -> String {
    guard let report, let address = kernels[kernel].addresses(upTo: step).first else {
      return words.notYetLogged
    }
    switch report.values[address]?.value {
    case .failure(let error): return words.sentence(error)
    case nil: return words.reading
    default: return words.noTiles
    }
  }

  /// The tensors with their norms and how much the last update changed them.
  private func table(_ report: WatchReport, _ size: Size, _ words: Words) -> [Line] {
    let hasRuns = runs.count > 1
    let rows = kernels.enumerated().map { index, kernel -> [String] in
      let norm = kernel.norm(upTo: step).flatMap { report.norms[$0] ?? nil }
      let change = norm?.change.map {
        $0 > 0 ? NumberText.fixed(Float($0.logarithm), decimals: 1) : "0"
      }
      return [
        (index == self.kernel ? "▸ " : "  ")
          + (hasRuns ? kernel.run.lastPart.printable + " " : "") + kernel.tag.name.printable,
        norm.map { NumberText.short(Float($0.norm)) } ?? "", change ?? "",
        norm.map { $0.lost > 0 ? "NaN \($0.lost)" : "\($0.dead)/\($0.kernels)" } ?? "",
      ]
    }
    let first = max(0, min(rows.count - (size.height - 2), kernel - size.height / 2))
    let shown = rows[first...].prefix(max(0, size.height - 2))
    return .table(
      [words.kernelColumns] + shown, width: size.width * 2 / 5,
      role: { $0 == 0 ? .secondary : first + $0 - 1 == self.kernel ? .strong : .text })
  }

  // MARK: Alarms

  private func drawAlarms(
    _ report: WatchReport, into frame: inout Frame, in rect: Rect, _ look: Look
  ) {
    let words = look.words
    let names = Set(runs.map(\.name))
    let alarms = report.findings.alarms.filter { names.contains($0.run) }
    var lines: [Line] = []
    if alarms.isEmpty { lines.append([Span(words.noAlarm, .strong)]) }
    for alarm in alarms {
      let name = (runs.count > 1 ? alarm.run.printable + " " : "") + alarm.tag.printable
      lines += [
        Span("▲ ", alarm.isGrave ? .warning : .accent), Span(name + "  ", .strong),
        Span(words.sentence(alarm), .text),
      ].folded(to: rect.width - 2, indent: 2)
    }
    let listing = WatchListing(report: report, selection: selection, words: words)
    for trouble in listing.troubles {
      lines += [Span("● ", .secondary), Span(trouble, .secondary)]
        .folded(to: rect.width - 2, indent: 2)
    }
    for run in runs where !run.restarts.isEmpty {
      let text = words.restarted(run.name, at: run.restarts)
      lines += [Span("● ", .secondary), Span(text, .secondary)]
        .folded(to: rect.width - 2, indent: 2)
    }
    frame.write(lines, in: rect.inset(top: 1, left: 1), look)
  }

  // MARK: The foot

  /// Whether it is alive, how far it was read, and how many alarms there are.
  private func status(_ report: WatchReport, width: Int, _ words: Words) -> Line {
    let age = report.now - (runs.map(\.written).max() ?? report.now)
    var parts: [Line] = []
    let isAlive = age < 60
    parts.append([
      Span(isAlive ? "● " : "○ ", isAlive ? .accent : .secondary),
      Span(words.lastByte(seconds: age), isAlive ? .strong : .secondary),
    ])
    if report.tree.share < 0.999 {
      parts.append([Span(words.readSoFar(report.tree.share), .secondary)])
    }
    let grave = report.findings.alarms.filter(\.isGrave)
    if !grave.isEmpty, view != .alarms {
      parts.append([Span("▲ " + words.alarmCount(grave.count), .warning)])
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
    let damages = report.tree.files.reduce(0) { $0 + $1.damages.count }
    if damages > 0 { parts.append([Span(words.damageCount(damages), .warning)]) }
    if charts.count > 1, view == .scalars {
      parts.append([Span(words.chart(chart + 1, of: charts.count), .secondary)])
    }
    return parts.inOneLine(within: width)
  }
}
