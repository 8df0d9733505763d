import Drawing
import Model

extension TrainScene {
  func legend(_ words: Words) -> Legend {
    switch view {
    case .layers: layersDrawing?.legend ?? Legend(name: "w", scale: ColorScale(nil))
    case .classes: Legend(name: words.mistakes, scale: classesDrawing?.scale ?? ColorScale(nil))
    case .maps:
      Legend(
        name: network.graph.nodes[layer].operator.shortName,
        scale: ColorScale(snapshot?.outputs[layer].finiteRange))
    default: Legend(name: words.pixel, scale: ColorScale(0...1))
    }
  }

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    guard let snapshot else {
      PreparationDrawing(images: plan.images, network: networkName).draw(
        into: &frame, in: rect, look)
      return
    }
    let status = status(snapshot, in: rect, look)
    frame.write(
      status,
      in: Rect(
        row: rect.rows.upperBound - status.count, column: rect.column + 1,
        width: Board.textWidth(rect), height: status.count), look)
    let page = page(in: rect, lines: status.count)
    switch view {
    case .maps: flowDrawing?.draw(into: &frame, in: page, look)
    case .layers: layersDrawing?.draw(into: &frame, in: page, look)
    case .classes: classesDrawing?.draw(into: &frame, in: page, look)
    default: drawRun(snapshot, into: &frame, in: page, look)
    }
  }

  /// What is left above the lines at the foot.
  private func page(in rect: Rect, lines: Int) -> Rect {
    rect.inset(bottom: lines + (rect.height > 16 ? 1 : 0))
  }

  // MARK: The run

  /// Where the parts of the run stand; what there is no room for is nil.
  private struct RunAreas {
    var charts: Rect?
    var sample: Rect?
    /// The sample goes through the network; holds the place of the sample.
    var flow: Rect?
  }

  private func runAreas(in page: Rect) -> RunAreas {
    if page.height >= 44 {
      let charts = page.height * 2 / 5
      let flow = page.inset(top: charts + 1)
      return RunAreas(
        charts: page.inset(bottom: page.height - charts), sample: FlowDrawing.sampleRect(in: flow),
        flow: flow)
    }
    guard page.width >= 64 else {
      return hasCursor ? RunAreas(sample: page) : RunAreas(charts: page)
    }
    let side = max(31, page.width * 3 / 10)
    return RunAreas(
      charts: page.inset(right: side + 3), sample: page.inset(left: page.width - side))
  }

  private func drawRun(
    _ snapshot: TrainingSnapshot, into frame: inout Frame, in page: Rect, _ look: Look
  ) {
    let areas = runAreas(in: page)
    if let charts = areas.charts { drawCharts(snapshot, into: &frame, in: charts, look) }
    if let flow = areas.flow {
      flowDrawing?.draw(into: &frame, in: flow, look)
    } else if let sample = areas.sample {
      sampleDrawing?.draw(into: &frame, in: sample, look)
    }
  }

  /// The loss, and below or beside it the accuracy or the branches, where there is room for both; else
  /// the branches take its place.
  private func drawCharts(
    _ snapshot: TrainingSnapshot, into frame: inout Frame, in rect: Rect, _ look: Look
  ) {
    let curves = TrainCurves(
      logs: snapshot.branches.map(\.log), current: snapshot.current, smoothing: smoothing,
      isLogarithmic: isLogarithmic, epoch: plan.batchesPerEpoch, position: snapshot.step,
      classes: plan.images.classNames.count, words: look.words)
    let (loss, accuracy) = curves.charts
    let (first, second) = chartPlaces(in: rect)
    if let first { loss.draw(into: &frame, in: first, look) }
    if let second, showsBranches {
      let place = second.inset(top: 1)
      frame.write(look.words.branches(snapshot, size: place.size), in: place, look)
    } else if let second {
      accuracy.draw(into: &frame, in: second, look)
    }
  }

  private func chartPlaces(in rect: Rect) -> (first: Rect?, second: Rect?) {
    if rect.width >= 140 {
      let half = rect.width / 2 - 1
      return (rect.inset(right: rect.width - half), rect.inset(left: rect.width - half))
    }
    guard rect.height >= 14 else { return showsBranches ? (nil, rect) : (rect, nil) }
    let upper = (rect.height + 1) / 2
    return (rect.inset(bottom: rect.height - upper), rect.inset(top: upper))
  }

  // MARK: The parts

  /// Whether nothing is learned yet, so that there is something to guess.
  private func isAsked(_ snapshot: TrainingSnapshot) -> Bool {
    snapshot.step == 0 && !timeline.isPlaying && timeline.step == 0
  }

  var sampleDrawing: SampleDrawing? {
    snapshot.map {
      SampleDrawing(
        snapshot: $0, sample: order.sample, count: plan.images.validationCount,
        classNames: plan.images.classNames, pen: canvas?.pen,
        isAsked: isAsked($0) && canvas == nil)
    }
  }

  private var flowDrawing: FlowDrawing? {
    sampleDrawing.map {
      FlowDrawing(
        sample: $0, network: network, layer: layer, unit: unit,
        isEnlarged: isEnlarged && view == .maps)
    }
  }

  private var layersDrawing: LayersDrawing? {
    snapshot.map { LayersDrawing(snapshot: $0, network: network, layer: layer, unit: unit) }
  }

  private var classesDrawing: ClassesDrawing? {
    guard let snapshot, let evaluation = snapshot.evaluation else { return nil }
    let measured = snapshot.branches[snapshot.current].log.evaluations.steps
    return ClassesDrawing(
      evaluation: evaluation, names: plan.images.classNames,
      step: measured.last { $0 <= snapshot.step } ?? 0,
      nextEpoch: snapshot.step / plan.batchesPerEpoch + 1)
  }

  /// The pixel of the sample under a point of the screen.
  func pixel(at point: Point, in rect: Rect, _ look: Look) -> Position? {
    guard let snapshot, let sampleDrawing else { return nil }
    let lines = status(snapshot, in: rect, look).count
    let page = page(in: rect, lines: lines)
    let place: Rect?
    switch view {
    case .run:
      place = runAreas(in: page).sample
    case .maps: place = FlowDrawing.sampleRect(in: page)
    default: place = nil
    }
    return place.flatMap { sampleDrawing.pixel(at: point, in: $0, look) }
  }

  /// The layer and the unit whose map is under a point of the screen.
  func map(at point: Point, in rect: Rect, _ look: Look) -> (layer: Int, unit: Int)? {
    guard let snapshot else { return nil }
    let lines = status(snapshot, in: rect, look).count
    let page = page(in: rect, lines: lines)
    let place = view == .maps ? page : view == .run ? runAreas(in: page).flow : nil
    return place.flatMap { flowDrawing?.hit(point, in: $0, look) }
  }

  // MARK: The foot

  /// How the training stands, in as many words as have room; what went wrong in a line of its own.
  private func status(
    _ snapshot: TrainingSnapshot, in rect: Rect, _ look: Look
  ) -> [Line] {
    let (words, width) = (look.words, Board.textWidth(rect))
    var lines: [Line] = []
    if view == .layers, rect.height > 16 { lines.append([Span(words.layerNumbers, .secondary)]) }
    if snapshot.isLost { lines.append([Span(words.lost(at: snapshot.step), .warning)]) }
    if let error = snapshot.unwritten { lines.append([Span(words.goesOn(after: error), .warning)]) }
    lines = lines.flatMap { $0.folded(to: width) }
    var parts = words.standing(snapshot, batchesPerEpoch: plan.batchesPerEpoch)
    if isAsked(snapshot), look.spacePlays {
      // Nothing stands yet, so there is room to ask.
      let hint = words.trainHint(timeline.speedText(words))
      let questions = words.howGoodIsGuessing(classes: plan.images.classNames.count)
      let question = questions.first { $0.cellWidth + hint.cellWidth + 3 <= width }
      parts = [[Span(question ?? questions[1], .accent)], [Span(hint)]]
    }
    if timeline.isPlaying, let batches = pace.batchesPerSecond {
      parts += words.pace(
        batches, batchSize: trainer.batchSize, left: timeline.length - snapshot.step)
    }
    var line: Line = []
    for part in parts where (line + part).cellWidth + 3 <= width {
      line += (line.isEmpty ? [] : [Span("   ")]) + part
    }
    return [line] + lines
  }
}
