import Model

extension LearnScene {
  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let planes = planes(in: rect, look)
    planes.draw(into: &frame, look)
    let gap = rect.height > 24 ? 1 : 0
    let middle = Rect(
      row: planes.bottom + gap, column: rect.column, width: rect.width,
      height: rect.rows.upperBound - planes.bottom - 1 - 2 * gap)
    let hasCharts = rect.width >= 60
    let left = hasCharts ? max(31, rect.width * 3 / 10) : rect.width
    drawWeights(
      into: &frame, in: middle.inset(right: middle.width - left), look)
    if hasCharts { drawCharts(into: &frame, middle.inset(left: left), look) }
    frame.write(
      epochLine(width: Board.textWidth(rect)),
      at: Point(row: rect.rows.upperBound - 1, column: rect.column + 1), look)
  }

  // MARK: X, Y, Ŷ, Ŷ − Y

  private func planes(in rect: Rect, _ look: Look) -> PaneGrid.Placed {
    let output = Correlation.fast(task.image, weight, geometry: task.geometry)
    let scale = ColorScale(task.target.finiteRange)
    let grid = PaneGrid([
      [
        plane("X", task.image, ColorScale(task.image.finiteRange)),
        plane("Y", task.target, scale), plane("Ŷ = X ⋆ K", output, scale),
        plane("Ŷ − Y", output - task.target, scale),
      ]
    ])
    let height = rect.height * (rect.height > 30 ? 50 : 40) / 100
    return grid.placed(
      in: Rect(row: rect.row, column: rect.column, width: rect.width, height: height), look)
  }

  private func plane(_ name: String, _ matrix: Tensor, _ scale: ColorScale) -> Pane {
    var pane = Pane([Span(name, .strong)], Plane(matrix, scale: scale))
    pane.needsNumbers = false
    return pane
  }

  // MARK: The kernel, its gradient, and what the step size does

  private func drawWeights(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let lines = stability.flatMap { $0.folded(to: Board.textWidth(rect)) }
    let gradient = Tensor(task.targetKernel.shape, now.gradient)
    let grid = PaneGrid([
      [weightsPane([Span("K", .strong), Span("  " + Text.after(now.step), .secondary)], weight)],
      [weightsPane([Span("∂L/∂K", .strong)], gradient)],
    ])
    Board(grid, Array(lines.prefix(max(1, rect.height - 4)))).draw(into: &frame, in: rect, look)
  }

  private func weightsPane(_ title: Line, _ weights: Tensor) -> Pane {
    Pane(title, Plane(weights, format: NumberFormat(weights.elements, decimals: 4)))
  }

  /// The meter lr·λmax against its limit, and what follows from it.
  private var stability: [Line] {
    var lines: [Line] = [
      [Span(Text.lossNow + " ", .secondary), Span(NumberText.short(now.loss), .strong)]
    ]
    guard let surface else { return lines + verdict(nil) }
    let product = Double(now.learningRate) * surface.largestEigenvalue
    if let limit = LossSurface.limit(of: settings.method) {
      lines.append([
        Span("lr·λmax ", .secondary),
        Span(NumberText.fixed(Float(product), decimals: 2), product < limit ? .strong : .warning),
        Span(Text.ofLimit(Float(limit)), .secondary),
      ])
      lines.append(meter(Float(product / limit)))
    }
    return lines + verdict(surface)
  }

  private func meter(_ share: Float) -> Line {
    let width = 24
    let filled = share < 1 ? max(0, Int((share * Float(width)).rounded())) : width
    return [
      Span(String(repeating: "━", count: filled), share < 1 ? .accent : .warning),
      Span(String(repeating: "─", count: width - filled), .secondary),
    ]
  }

  private func verdict(_ surface: LossSurface?) -> [Line] {
    if let step = done.firstIndex(where: { !$0.loss.isFinite }) {
      return [[Span(Text.lostNumbers(step: step), .warning)]]
    }
    if isBusy { return [[Span(Text.computing(history.count - 1), .secondary)]] }
    guard let surface else { return [] }
    guard let limit = LossSurface.limit(of: settings.method) else {
      return [[Span(Text.noLimit(settings.method), .secondary)]]
    }
    let product = Double(now.learningRate) * surface.largestEigenvalue
    let direction = surface.eigenvectors.last.map(LearnScene.direction) ?? ""
    if product >= limit {
      let best = Float(limit / surface.largestEigenvalue)
      return [[Span(Text.diverges(along: direction, limit: best), .warning)]]
    }
    guard settings.method == .sgd else { return [[Span(Text.converges, .secondary)]] }
    let factor = Float(1 - product)
    let sentence =
      factor < 0
      ? Text.oscillates(along: direction, factor) : Text.convergesBy(along: direction, factor)
    return [[Span(sentence, .secondary)]]
  }

  /// An eigenvector in small whole numbers where it has them: (1, 1).
  private static func direction(_ vector: [Double]) -> String {
    guard vector.count <= 4, let largest = vector.max(by: { abs($0) < abs($1) }), largest != 0
    else { return "" }
    return "("
      + vector.map { NumberText.short(Float(($0 / largest * 1e4).rounded() / 1e4)) }
      .joined(separator: ", ") + ")"
  }

  // MARK: Curves

  private func drawCharts(into frame: inout Frame, _ rect: Rect, _ look: Look) {
    let half = rect.width / 2
    let charts = [lossChart, weightChart(width: half - 8)]
    for (index, chart) in charts.enumerated() {
      let place = Rect(
        row: rect.row, column: rect.column + index * half, width: half - 2, height: rect.height)
      chart.draw(into: &frame, in: place, look)
    }
  }

  /// The trainer up to the step that is looked at: curves do not depend on what was seen before.
  private var done: ArraySlice<Trainer> { history.prefix(timeline.step + 1) }

  private var lossChart: LineChart {
    LineChart(
      title: [Span(Text.loss + " ", .strong), Span(Text.logarithmic, .secondary)],
      curves: [LineChart.Curve(values: done.map(\.loss), role: .positive, name: "")],
      isLogarithmic: true, length: timeline.length, position: timeline.step)
  }

  private func weightChart(width: Int) -> LineChart {
    let count = task.targetKernel.shape.count
    let names =
      count > 2
      ? [Span(" \(count)", .secondary)]
      : (0..<count).flatMap {
        [
          Span("  \(LearnScene.name(ofWeight: $0))", role($0)),
          Span(" → \(Text.signed(task.targetKernel.elements[$0]))", .secondary),
        ]
      }
    let title = [Span(Text.weights, .strong)]
    return LineChart(
      title: (title + names).cellWidth <= width ? title + names : title,
      curves: (0..<min(count, 12)).map { index in
        LineChart.Curve(
          values: done.map { $0.weight[index] }, role: role(index),
          name: LearnScene.name(ofWeight: index))
      },
      goals: Set(task.targetKernel.elements.prefix(12)).sorted(), length: timeline.length,
      position: timeline.step)
  }

  private static func name(ofWeight index: Int) -> String {
    "w" + String(String(index).map { Array("₀₁₂₃₄₅₆₇₈₉")[$0.wholeNumberValue ?? 0] })
  }

  private func role(_ index: Int) -> Role {
    task.targetKernel.elements[index] < 0 ? .negative : .positive
  }

  /// The lines that the chapter prints, as many as fit, the latest at the right.
  private func epochLine(width: Int) -> Line {
    var line: Line = []
    for step in stride(from: timeline.step - timeline.step % 2, to: 0, by: -2) {
      guard step <= history.count else { continue }
      let text = Text.epoch(step, loss: history[step - 1].loss)
      let role: Role = line.isEmpty ? .strong : .secondary
      let gap = line.isEmpty ? "" : "   "
      guard line.cellWidth + text.cellWidth + gap.count <= width else { break }
      line.insert(Span(text + gap, role), at: 0)
    }
    return line
  }
}
