import Drawing
import Model

/// The kernel and the loss in digits that are read from afar, then the gradient and what to say of it.
extension LearnScene {
  /// All of it at its place.
  struct PlacedWeights {
    /// What stands in block digits; nil where those have no room.
    var numbers: PaneGrid.Placed?
    let board: Board.Placed
    /// The room for the curve of the loss.
    var chart: Rect?

    var views: [MatrixView] { (numbers?.views ?? []) + board.views }

    /// The cell of the kernel under a point of the screen.
    func cellOfKernel(at point: Point) -> Position? {
      views.first { $0.pane.matrix == "K" }?.position(at: point)
    }

    func draw(into frame: inout Frame, _ look: Look) {
      numbers?.draw(into: &frame, look)
      board.draw(into: &frame, look)
    }
  }

  func placedWeights(in areas: RunAreas, _ look: Look) -> PlacedWeights? {
    areas.weights.map {
      areas.sharesCurve ? weightsWithCurve(in: $0, look) : weightsAlone(in: $0, look)
    }
  }

  /// The kernel and the loss in block digits, the gradient in them too where that has room, and lines
  /// below. Wide digits are better than a gradient among them.
  private func weightsAlone(in rect: Rect, _ look: Look) -> PlacedWeights {
    let large = largePanes(in: rect, look)
    let gradient = gradientPane
    for mayBeSlim in [false, true] {
      for below in [nil, gradient] {
        var numbers = NumberPanes(
          below == nil ? large + [gradient] : large, rowBreak: below == nil ? 2 : 1)
        (numbers.blockColumns, numbers.mayBeSlim) = (5, mayBeSlim)
        let height = below.map { $0.extent.rows.count + 1 } ?? 0
        // Some lines below are worth more than higher cells, or than a large gradient.
        let placed = (below == nil ? [4, 3] : [height + 4, height + 2, height]).lazy.compactMap {
          numbers.placed(in: rect.inset(bottom: $0), look)
        }.first
        guard let placed else { continue }
        let rest = rect.inset(top: placed.bottom - rect.row)
        return PlacedWeights(
          numbers: placed, board: placedBelow(below, height: height, in: rest, look))
      }
    }
    return PlacedWeights(board: placedInCharacters(in: rect, look))
  }

  /// The kernel and the loss in block digits over the whole width, below them the gradient and lines, and
  /// beside those the curve of the loss.
  private func weightsWithCurve(in rect: Rect, _ look: Look) -> PlacedWeights {
    let height = gradientPane.extent.rows.count + 1
    let left = min(LearnScene.widestLines, rect.width * 3 / 5)
    for mayBeSlim in [false, true] {
      var numbers = NumberPanes(largePanes(in: rect, look))
      (numbers.blockColumns, numbers.mayBeSlim) = (5, mayBeSlim)
      guard let placed = numbers.placed(in: rect.inset(bottom: height + 4), look) else { continue }
      let rest = rect.inset(top: placed.bottom - rect.row)
      return PlacedWeights(
        numbers: placed,
        board: placedBelow(
          gradientPane, height: height, in: rest.inset(right: rest.width - left), look),
        chart: rest.inset(left: left))
    }
    return PlacedWeights(
      board: placedInCharacters(in: rect.inset(right: rect.width - left), look),
      chart: rect.inset(left: left))
  }

  /// What an update takes with its name and a margin.
  private static let widestLines = 43

  private func largePanes(in rect: Rect, _ look: Look) -> [Pane] {
    [
      kernelPane(isRounded: rect.width < 74 || !look.fillsCells, look.words),
      lossPane(isRounded: rect.width < 78 || !look.fillsCells, look.words),
    ]
  }

  /// The gradient, where it does not stand above, and lines in the room that they keep, so that nothing
  /// moves; in little room what is urgent takes its place.
  private func placedBelow(
    _ gradient: Pane?, height: Int, in rect: Rect, _ look: Look
  ) -> Board.Placed {
    if gradient != nil, rect.height <= height + 2, let urgent = urgentVerdict(look) {
      return placedBoard([], [urgent], in: rect, look)
    }
    let room = rect.height - height
    // A free line above them, where there is room.
    let free: [Line] = room > 3 ? [[]] : []
    let lines = free + saidLines(height: room - free.count, width: rect.width, look)
    return placedBoard(gradient.map { [[$0]] } ?? [], lines.padded(to: room), in: rect, look)
  }

  /// The loss stands in a line; in little room a warning takes the place of the gradient.
  private func placedInCharacters(in rect: Rect, _ look: Look) -> Board.Placed {
    let (kernel, gradient) = (kernelPane(isRounded: false, look.words), gradientPane)
    if rect.height < 8, let urgent = urgentVerdict(look) {
      return placedBoard([[kernel]], [urgent], in: rect, look)
    }
    let rows = min(gradient.extent.rows.count + 1, rect.height - 5)
    let lines = [lossLine(width: rect.width, look.words)]
    func placed(_ panes: [[Pane]]) -> Board.Placed {
      let height = rect.height - panes.count * rows - 1
      return placedBoard(
        panes, lines + saidLines(height: height, width: rect.width, look), in: rect, look)
    }
    let wide = placed([[kernel, gradient]])
    return wide.views.allSatisfy { $0.visible == $0.pane.extent }
      ? wide : placed([[kernel], [gradient]])
  }

  private func placedBoard(
    _ panes: [[Pane]], _ lines: [Line], in rect: Rect, _ look: Look
  ) -> Board.Placed {
    let height = max(1, rect.height - panes.count * 2)
    let lines = lines.folded(to: Size(width: Board.textWidth(rect), height: height))
    return Board(PaneGrid(panes), lines).placed(in: rect, look)
  }

  // MARK: The panes

  /// - Parameter isRounded: Whether little room rounds the numbers: then the title has them whole.
  private func kernelPane(isRounded: Bool, _ words: Words) -> Pane {
    let numbers = weight.elements.map { NumberText.fixed($0, decimals: 4) }
    let whole =
      isRounded && numbers.count == 2 ? [Span("  " + numbers.joined(separator: "  "))] : []
    let names =
      numbers.count == 2
      ? [
        Span(
          " = (\(LearnScene.name(ofWeight: 0)), \(LearnScene.name(ofWeight: 1)))", .secondary)
      ] : []
    // As long at every step, so that nothing moves.
    let after = words.after(now.step).padded(to: words.after(timeline.length).cellWidth)
    var pane = weightsPane(
      [Span("K", .strong)] + names + whole + [Span("  " + after, .secondary)], weight, reach.weights
    )
    (pane.cursor, pane.matrix) = (cursor, "K")
    pane.focus = cursor
    return pane
  }

  private var gradientPane: Pane {
    var pane = weightsPane(
      [Span("∂L/∂K", .strong)], Tensor(task.targetKernel.shape, now.gradient), reach.gradients)
    (pane.isResult, pane.matrix) = (true, "∂L/∂K")
    return pane
  }

  /// The loss of K, the brighter the larger.
  ///
  /// - Parameter isRounded: Whether little room leaves four of its digits: then the title has it whole,
  ///   where it has more.
  private func lossPane(isRounded: Bool, _ words: Words) -> Pane {
    let whole = words.loss(now.loss)
    // All losses of the run have room, so that nothing moves; the smallest have a power of ten.
    let reach = now.loss < 0.001 ? [] : reach.losses.filter { (0.001..<1e4).contains($0) }
    let isShort = isRounded && (0.001..<1000).contains(now.loss)
    let format =
      isShort
      ? LearnScene.fourDigits(now.loss)
      : NumberFormat([now.loss] + reach, decimals: isRounded ? 2 : 3)
    let isCut = isRounded && format.text(now.loss) != whole
    var pane = Pane(
      [Span(words.lossNow, .strong)] + (isCut ? [Span(" " + whole, .strong).asResult] : []),
      Plane(
        Tensor(Shape(1, 1), [now.loss]), format: format,
        scale: ColorScale(0...max(1, self.reach.losses.last ?? 1))))
    pane.isResult = true
    return pane
  }

  /// Four digits and a point: of 26.228 and 6.194 alike.
  private static func fourDigits(_ loss: Float) -> NumberFormat {
    let (longest, decimals): (Float, Int) =
      loss >= 99.995 ? (999.9, 1) : loss >= 9.9995 ? (99.99, 2) : (9.999, 3)
    return NumberFormat([longest], decimals: decimals)
  }

  /// - Parameter reach: Numbers that are to have room too, unless they are so large that all would be
  ///   written as powers of ten.
  private func weightsPane(_ title: Line, _ weights: Tensor, _ reach: [Float]) -> Pane {
    let isLarge = reach.contains { abs($0) >= 1e4 }
    let numbers = weights.elements + (isLarge ? [] : reach)
    // One scale for all of the run: a gradient is seen to shrink.
    let largest = numbers.filter(\.isFinite).reduce(0) { max($0, abs($1)) }
    return Pane(
      title,
      Plane(
        weights, format: NumberFormat(numbers, decimals: 4),
        scale: ColorScale(-largest...largest)))
  }
}
