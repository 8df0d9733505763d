import Drawing
import Model

extension LearnScene {
  func drawRun(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let areas = areas(in: rect, look)
    frame.write(purposeLines(areas.purpose.size, look), in: areas.purpose, look)
    areas.planes.draw(into: &frame, look)
    if let weights = placedWeights(in: areas, look) {
      weights.draw(into: &frame, look)
      if let place = weights.chart { lossChart(look).draw(into: &frame, in: place, look) }
    }
    if let beside = areas.beside {
      switch chart {
      case .curves: drawCurves(into: &frame, in: beside, look)
      case .convergence: frame.write(convergenceLines(beside.size, look.words), in: beside, look)
      case .branches: frame.write(branchLines(beside.size, look.words), in: beside, look)
      }
    }
    frame.write(printedLines(areas.foot.size, look), in: areas.foot, look)
  }

  /// Where the parts of the picture lie.
  struct RunAreas {
    /// A line on what is looked at; empty where there is no room.
    var purpose: Rect
    var planes: PaneGrid.Placed
    var weights: Rect?
    /// Whether the loss has its curve among the weights.
    var sharesCurve = false
    /// What is drawn beside the weights, or beside the planes and the weights.
    var beside: Rect?
    /// The losses that the chapter prints.
    var foot: Rect
  }

  /// The planes get the room that the weights and curves can spare; curves stand beside all of it where
  /// that is wide enough, else the loss has its curve beside the gradient. Where nothing has room beside
  /// the weights, words take their place.
  func areas(in rect: Rect, _ look: Look) -> RunAreas {
    let isNarrow = rect.width < 60
    let text = rect.inset(left: 1, right: 1)
    let isLow = rect.height < 16
    let footHeight = rect.height >= 40 ? 2 : 1
    let foot = rect.inset(top: rect.height - footHeight, left: 1)
    let purpose = Rect(
      row: rect.row, column: text.column, width: text.width,
      height: isNarrow || rect.height < 18 ? 0 : rect.height >= 26 ? 2 : 1)
    let body = rect.inset(top: purpose.height, bottom: footHeight)
    let gap = rect.height > 26 ? 1 : 0
    let hasSide = chart == .curves && rect.width >= 95 && rect.height >= 24
    let side = hasSide ? max(LearnScene.leastSide, rect.width / 4) : 0
    let whole = body.inset(right: side)
    let least = isNarrow ? 4 : isLow ? 5 : rect.height >= 40 ? 8 : hasSide ? 12 : 10
    let planes = planes(in: whole.inset(bottom: least + gap), look)
    let middle = whole.inset(top: planes.bottom + gap - body.row)
    var areas = RunAreas(purpose: purpose, planes: planes, foot: foot)
    if hasSide, !planes.hasBlocks(look),
      let across = equalRows(in: body.inset(bottom: least + gap), look)
    {
      // Across the whole width some of their rows have large digits; the curves stand below them.
      areas.planes = across
      let below = body.inset(top: across.bottom + gap - body.row)
      (areas.weights, areas.beside) = (below.inset(right: side), below.inset(left: whole.width))
      return areas
    }
    if chart == .curves {
      areas.weights = middle
      areas.sharesCurve = !hasSide && !isNarrow
      areas.beside = hasSide ? body.inset(left: whole.width) : nil
      return areas
    }
    guard !isNarrow else {
      areas.beside = middle.inset(left: 1, right: 1)
      return areas
    }
    let isSmall = task.targetKernel.shape.columns <= 2
    let left =
      rect.width >= 160
      ? rect.width * 3 / 5 : rect.width < 100 ? 31 : isSmall ? 42 : 58
    areas.weights = middle.inset(right: middle.width - left)
    areas.beside = middle.inset(left: left)
    return areas
  }

  /// The columns of the curves that leave the weights theirs on a screen of 110.
  private static let leastSide = 28

  // MARK: X, Y, Ŷ

  /// The planes with their numbers; as pictures where those do not fit. The error Ŷ − Y stands in the
  /// backward view.
  private func planes(in rect: Rect, _ look: Look) -> PaneGrid.Placed {
    var all = planePanes(look.words)
    if let placed = numbers(all, in: rect, look) { return placed }
    if let placed = firstRows(of: all, in: rect, look) { return placed }
    for index in all.indices { all[index].needsNumbers = false }
    return PaneGrid([all]).placed(in: rect, look)
  }

  /// Some rows of the planes in block digits, where all of them are the same.
  private func equalRows(in rect: Rect, _ look: Look) -> PaneGrid.Placed? {
    let panes = planePanes(look.words)
    let output = Correlation.fast(task.image, weight, geometry: task.geometry)
    guard [task.image, task.target, output].allSatisfy(\.hasEqualRows) else { return nil }
    return panes.equalRows(in: rect, look) { NumberPanes($0) }
  }

  private func planePanes(_ words: Words) -> [Pane] {
    let output = Correlation.fast(task.image, weight, geometry: task.geometry)
    let scale = outputScale
    var all = [
      plane("X", "  " + words.inputName, task.image, ColorScale(task.image.finiteRange)),
      plane("Y", "  " + words.targetName, task.target, scale),
      plane("Ŷ", " = X ⋆ K", output, scale),
    ]
    all[2].isResult = true
    return all
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

  /// The colour scale of Y and Ŷ, which can have either sign.
  var outputScale: ColorScale {
    let largest = ColorScale(task.target.finiteRange).upper
    return ColorScale(-largest...largest)
  }

  private func plane(
    _ name: String, _ detail: String, _ matrix: Tensor, _ scale: ColorScale
  ) -> Pane {
    var pane = Pane(
      [Span(name, .strong), Span(detail, .secondary)], Plane(matrix, scale: scale))
    pane.matrix = name
    return pane
  }
}
