import Drawing
import Model

extension LearnScene {
  func drawRun(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let areas = areas(in: rect, look)
    frame.write(purposeLines(areas.purpose.size, look.words), in: areas.purpose, look)
    areas.planes.draw(into: &frame, look)
    if let weights = areas.weights {
      placedWeights(in: weights, look).draw(into: &frame, look)
    }
    if let beside = areas.beside {
      switch chart {
      case .curves: drawCurves(into: &frame, in: beside, look)
      case .convergence: frame.write(convergenceLines(beside.size, look.words), in: beside, look)
      case .branches: frame.write(branchLines(beside.size, look.words), in: beside, look)
      }
    }
    frame.write(printedLines(areas.foot.size, look.words), in: areas.foot, look)
  }

  /// Where the parts of the picture lie.
  struct RunAreas {
    /// A line on what is looked at; empty where there is no room.
    var purpose: Rect
    var planes: PaneGrid.Placed
    var weights: Rect?
    /// What is drawn beside the weights, or beside the planes and the weights.
    var beside: Rect?
    /// The losses that the chapter prints.
    var foot: Rect
  }

  /// The planes get the room that the weights and curves can spare; curves stand beside all of it where
  /// that is wide enough. Where nothing has room beside the weights, words take their place.
  func areas(in rect: Rect, _ look: Look) -> RunAreas {
    let isNarrow = rect.width < 60
    let text = rect.inset(left: 1, right: 1)
    let isLow = rect.height < 16
    let footHeight = isNarrow || isLow ? 1 : 2
    let foot = rect.inset(top: rect.height - footHeight, left: 1)
    let purposeHeight = rect.height >= 26 ? 2 : 1
    let purpose = Rect(
      row: rect.row, column: text.column, width: text.width,
      height: !isNarrow && rect.height >= (chart == .curves ? 20 : 25) ? purposeHeight : 0)
    let body = rect.inset(top: purpose.height, bottom: footHeight)
    let gap = rect.height > 26 ? 1 : 0
    let hasSide = chart == .curves && rect.width >= 95 && rect.height >= 24
    let side = hasSide ? max(30, rect.width / 4) : 0
    let whole = body.inset(right: side)
    let least = isNarrow ? 4 : isLow ? 5 : hasSide ? 8 : 10
    let planes = planes(in: whole.inset(bottom: least + gap), look)
    let middle = whole.inset(top: planes.bottom + gap - body.row)
    var areas = RunAreas(purpose: purpose, planes: planes, foot: foot)
    if hasSide {
      (areas.weights, areas.beside) = (middle, body.inset(left: whole.width))
      return areas
    }
    guard !isNarrow else {
      if chart == .curves {
        areas.weights = middle
      } else {
        areas.beside = middle.inset(left: 1, right: 1)
      }
      return areas
    }
    let isSmall = task.targetKernel.shape.columns <= 2
    let left =
      rect.width >= 160
      ? rect.width * 3 / 5
      : isSmall && (chart == .curves || rect.width >= 100)
        ? 42 : rect.width < 100 ? 31 : 58
    areas.weights = middle.inset(right: middle.width - left)
    areas.beside = middle.inset(left: left)
    return areas
  }

  // MARK: X, Y, Ŷ, Ŷ − Y

  /// The planes with their numbers; as pictures where those do not fit.
  private func planes(in rect: Rect, _ look: Look) -> PaneGrid.Placed {
    let output = Correlation.fast(task.image, weight, geometry: task.geometry)
    let scale = outputScale
    var all = [
      plane("X", task.image, ColorScale(task.image.finiteRange)), plane("Y", task.target, scale),
      plane("Ŷ", formula: " = X ⋆ K", output, scale), plane("Ŷ − Y", output - task.target, scale),
    ]
    for index in 2...3 { all[index].isResult = true }
    if let placed = numbers(all, in: rect, look) { return placed }
    if let placed = firstRows(of: all, in: rect, look) { return placed }
    for index in all.indices { all[index].needsNumbers = false }
    return PaneGrid([all]).placed(in: rect, look)
  }

  private func numbers(_ panes: [Pane], in rect: Rect, _ look: Look) -> PaneGrid.Placed? {
    NumberPanes(panes, rowBreak: panes.count > 2 ? 2 : nil).placed(in: rect, look)
  }

  /// The first rows of all planes, as many as have room, where those are at least half; else of Ŷ, with
  /// Y where that fits.
  private func firstRows(of panes: [Pane], in rect: Rect, _ look: Look) -> PaneGrid.Placed? {
    let rows = task.geometry.output.rows
    func cut(to count: Int, _ panes: [Pane]) -> PaneGrid.Placed? {
      let cut = panes.map { pane in
        var pane = pane
        let rows = 0..<min(count, pane.extent.rows.count)
        if rows != pane.extent.rows { pane.title += [Span(" ↕", .secondary)] }
        pane.extent = Block(rows: rows, columns: pane.extent.columns)
        return pane
      }
      return numbers(cut, in: rect, look)
    }
    let fewest = rect.height < 8 ? 2 : (rows + 1) / 2
    let half = stride(from: min(rows, rect.height) - 1, through: fewest, by: -1)
    if let placed = half.lazy.compactMap({ cut(to: $0, panes) }).first { return placed }
    guard rect.width < 60, rect.height > 1 else { return nil }
    return cut(to: rect.height - 1, Array(panes[1...2]))
      ?? cut(to: rect.height - 1, [panes[2]])
  }

  /// The colour scale of Y, Ŷ and their difference, which can have either sign.
  var outputScale: ColorScale {
    let largest = ColorScale(task.target.finiteRange).upper
    return ColorScale(-largest...largest)
  }

  private func plane(
    _ name: String, formula: String = "", _ matrix: Tensor, _ scale: ColorScale
  ) -> Pane {
    var pane = Pane([Span(name + formula, .strong)], Plane(matrix, scale: scale))
    pane.matrix = name
    return pane
  }
}
