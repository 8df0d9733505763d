import Drawing

/// What the owner of a training would want to hear of, and the way from there to the step.
extension WatchScene {
  /// The alarms of the selected runs, grave ones first, then by their steps.
  var alarms: [Alarm] {
    guard let report else { return [] }
    let names = Set(selection.runs(of: report.runs).map(\.name))
    return report.findings.alarms.filter { names.contains($0.run) }.enumerated().sorted {
      let (a, b) = ($0.element, $1.element)
      return (a.isGrave ? 0 : 1, a.step, $0.offset) < (b.isGrave ? 0 : 1, b.step, $1.offset)
    }.map(\.element)
  }

  private var alarm: Int { chosen[.alarms, default: 0] }

  /// Shows the alarms, or what was looked at before.
  mutating func turnAlarms() {
    if view == .alarms {
      view = viewBeforeAlarms
    } else {
      viewBeforeAlarms = view
      view = .alarms
    }
  }

  /// Shows the chart or the tensor of the chosen alarm at its step.
  mutating func openAlarm(_ words: Words) -> Response {
    let alarms = alarms
    guard alarms.indices.contains(alarm) else { return .refused(words.nothingMoreHere) }
    let alarm = alarms[alarm]
    let (kernel, chart) = (kernel(of: alarm), chart(of: alarm))
    view = kernel == nil ? .scalars : .kernels
    if let kernel { chosen[.kernels] = kernel } else if let chart { chosen[.scalars] = chart }
    go(to: alarm.step)
    demand()
    return .tells(words.alarmOpened(name(of: alarm), at: alarm.step))
  }

  private func name(of alarm: Alarm) -> String {
    (runs.count > 1 ? alarm.run.printable + " " : "") + alarm.tag.printable
  }

  /// The tensor of which an alarm tells.
  private func kernel(of alarm: Alarm) -> Int? {
    kernels.firstIndex { $0.run == alarm.run && $0.tag.name == alarm.tag }
  }

  /// The chart of which an alarm tells.
  private func chart(of alarm: Alarm) -> Int? {
    charts.firstIndex { chart in
      chart.curves.contains {
        $0.tag.name == alarm.tag && (showsRanks || $0.runName == alarm.run)
      }
    }
  }

  // MARK: What the chosen alarm is about

  private var chosenAlarm: (alarm: Alarm, kernel: KernelTag?)? {
    let alarms = alarms
    guard alarms.indices.contains(alarm) else { return nil }
    return (alarms[alarm], kernel(of: alarms[alarm]).map { kernels[$0] })
  }

  var alarmNorms: [NormAddress] { chosenAlarm?.kernel?.sampled.map(\.norm) ?? [] }

  var alarmValues: [ValueAddress] {
    guard case (let alarm, let kernel?)? = chosenAlarm else { return [] }
    return [kernel.address(kernel.tag, upTo: alarm.step)].compactMap(\.self)
  }

  /// Draws the curves at the step of the alarm, and beside those of a tensor its tiles.
  private func drawSubject(into frame: inout Frame, in rect: Rect, _ look: Look) {
    guard let report, let (alarm, kernel) = chosenAlarm else { return }
    guard let kernel else {
      guard let chart = chart(of: alarm) else { return }
      return drawing(of: charts[chart], isChosen: false, at: alarm.step, look.words)
        .draw(into: &frame, in: rect, look)
    }
    let half = rect.width / 2
    KernelCurves(kernel: kernel, norms: report.norms, step: alarm.step, words: look.words)
      .draw(into: &frame, in: rect.inset(right: rect.width - half + 1), look)
    drawTiles(
      tensor(alarmValues.first), name: runNames.label(kernel.run, kernel.tag.name), into: &frame,
      in: rect.inset(left: half), look)
  }

  /// The lines on the alarms, each with the number of the alarm that it is about.
  private func alarmLines(width: Int, _ words: Words) -> [(alarm: Int?, line: Line)] {
    let alarms = alarms
    if alarms.isEmpty {
      return [Span(words.noAlarm, .strong)].folded(to: width).map { (nil, $0) }
    }
    return alarms.enumerated().flatMap { index, alarm in
      let isChosen = index == self.alarm
      let line: Line = [
        Span(isChosen ? "▸ " : "  ", .accent),
        Span("▲ ", alarm.isGrave ? .warning : .accent),
        Span(name(of: alarm) + "  ", isChosen ? .accent : .strong),
        Span(words.sentence(alarm), .text),
      ]
      return line.folded(to: width, indent: 4).map { (index, $0) }
    }
  }

  /// The lines that have room, so that the chosen alarm is among them.
  private func shownAlarmLines(in rect: Rect, _ words: Words) -> [(alarm: Int?, line: Line)] {
    let lines = alarmLines(width: rect.width - 2, words)
    guard lines.count > rect.height - 1, let place = lines.firstIndex(where: { $0.alarm == alarm })
    else { return lines }
    let room = max(1, rect.height - 1)
    let first = max(0, min(lines.count - room, place - room / 2))
    return Array(lines[first...].prefix(room))
  }

  func drawAlarms(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let words = look.words
    guard let report else { return }
    var lines = shownAlarmLines(in: rect, words).map(\.line)
    func note(_ text: String) {
      lines += [Span("● ", .secondary), Span(text, .secondary)]
        .folded(to: rect.width - 2, indent: 2)
    }
    let listing = WatchListing(report: report, selection: selection, words: words)
    let restarts = runs.filter { !$0.restarts.isEmpty }
    let checks = report.findings.checksLeft
    let isChecked = checks < WatchScene.fewChecks
    if !isChecked, alarms.isEmpty { lines = [] }
    if !lines.isEmpty, !isChecked || !listing.troubles.isEmpty || !restarts.isEmpty {
      lines.append([])
    }
    if !isChecked { note(words.checksLeft(checks)) }
    for trouble in listing.troubles { note(trouble) }
    for run in restarts { note(words.restarted(run.name, at: run.restarts)) }
    frame.write(lines, in: rect.inset(top: 1, left: 1), look)
    let below = rect.inset(top: lines.count + 2)
    if below.height >= WatchScene.leastSubject { drawSubject(into: &frame, in: below, look) }
  }

  /// Fewer checks are over in a moment.
  private static let fewChecks = 32
  /// In fewer rows it is not drawn what the chosen alarm is about.
  private static let leastSubject = 9

  /// The alarm that stands at a place of the body.
  func alarm(at point: Point, in page: Rect, _ words: Words) -> Int? {
    let lines = shownAlarmLines(in: page, words)
    let row = point.row - page.row - 1
    return lines.indices.contains(row) ? lines[row].alarm : nil
  }
}
