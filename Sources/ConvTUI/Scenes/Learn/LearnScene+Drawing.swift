import Drawing
import Model

extension LearnScene {
  func drawRun(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let areas = areas(in: rect, look)
    areas.planes.draw(into: &frame, look)
    if let weights = areas.weights {
      weightsBoard(in: weights, look.words).draw(into: &frame, in: weights, look)
    }
    if let beside = areas.beside {
      switch chart {
      case .curves: drawCurves(into: &frame, in: beside, look)
      case .convergence: frame.write(convergenceLines(beside.size, look.words), in: beside, look)
      case .branches: frame.write(branchLines(beside.size, look.words), in: beside, look)
      }
    }
    frame.write(
      epochLine(width: Board.textWidth(rect), look.words),
      at: Point(row: rect.rows.upperBound - 1, column: rect.column + 1), look)
  }

  /// Where the planes, the weights and what stands beside them lie; where it has no room there, words
  /// take the place of the weights.
  func areas(
    in rect: Rect, _ look: Look
  ) -> (planes: PaneGrid.Placed, weights: Rect?, beside: Rect?) {
    let planes = planes(in: rect, look)
    let gap = rect.height > 24 ? 1 : 0
    let middle = Rect(
      row: planes.bottom + gap, column: rect.column, width: rect.width,
      height: rect.rows.upperBound - planes.bottom - 1 - 2 * gap)
    guard rect.width >= 60 else {
      return chart == .curves
        ? (planes, middle, nil) : (planes, nil, middle.inset(left: 1, right: 1))
    }
    let left = max(31, rect.width * 3 / 10)
    return (planes, middle.inset(right: middle.width - left), middle.inset(left: left))
  }

  // MARK: X, Y, Ŷ, Ŷ − Y

  private func planes(in rect: Rect, _ look: Look) -> PaneGrid.Placed {
    let output = Correlation.fast(task.image, weight, geometry: task.geometry)
    let scale = outputScale
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

  /// The colour scale of Y, Ŷ and their difference, which can have either sign.
  var outputScale: ColorScale {
    let largest = ColorScale(task.target.finiteRange).upper
    return ColorScale(-largest...largest)
  }

  private func plane(_ name: String, _ matrix: Tensor, _ scale: ColorScale) -> Pane {
    var pane = Pane([Span(name, .strong)], Plane(matrix, scale: scale))
    pane.needsNumbers = false
    return pane
  }

  // MARK: The kernel, its gradient, and what the step size does

  /// The kernel, its gradient and what to say of them; in little room a warning takes the place of
  /// the gradient.
  func weightsBoard(in rect: Rect, _ words: Words) -> Board {
    let isTight = rect.height < 8
    let verdict = verdictLine(words)
    let isWarning = verdict.first?.role == .warning
    let all =
      isTight ? [isWarning ? verdict : lossLine(words)] : verdictLines(in: rect, words)
    var kernel = weightsPane(
      [Span("K", .strong), Span("  " + words.after(now.step), .secondary)], weight)
    kernel.cursor = cursor
    kernel.focus = cursor
    let gradient = weightsPane(
      [Span("∂L/∂K", .strong)], Tensor(task.targetKernel.shape, now.gradient))
    let showsGradient = !(isTight && isWarning)
    return Board(
      PaneGrid(showsGradient ? [[kernel], [gradient]] : [[kernel]]),
      all.folded(
        to: Size(
          width: Board.textWidth(rect), height: max(1, rect.height - (showsGradient ? 4 : 2)))))
  }

  private func weightsPane(_ title: Line, _ weights: Tensor) -> Pane {
    Pane(title, Plane(weights, format: NumberFormat(weights.elements, decimals: 4)))
  }

  /// The lines that the chapter prints, as many as fit, the latest at the right.
  private func epochLine(width: Int, _ words: Words) -> Line {
    var line: Line = []
    let series = history.log.series
    for step in stride(from: timeline.step - timeline.step % 2, to: 0, by: -2) {
      guard step <= history.end + 1, let loss = series.value(of: .loss, upTo: step - 1) else {
        continue
      }
      let text = words.epoch(step, loss: loss)
      let role: Role = line.isEmpty ? .strong : .secondary
      let gap = line.isEmpty ? "" : "   "
      guard line.cellWidth + text.cellWidth + gap.count <= width else { break }
      line.insert(Span(text + gap, role), at: 0)
    }
    return line
  }
}
