import Drawing
import Model

extension EdgesScene {
  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    placed(in: rect, look).draw(into: &frame, look)
  }

  func placed(in rect: Rect, _ look: Look) -> Board.Placed {
    let (width, words) = (Board.textWidth(rect), look.words)
    guard let front else {
      // Hidden numbers are to be found from X and K: those need the room.
      let isAsked = look.hidesSums && rect.height < 24
      let most = isAsked ? 0 : max(3, rect.height / 5)
      return Board.fitting(
        allArrangements(in: rect, look), in: rect, look,
        heights: min(most, rect.height < 24 ? 3 : 2)...most
      ) { summary(Size(width: width, height: $0), words) }
    }
    let grids = arrangements(front, frontPanes(front, in: width, words), isNarrow: width < 60)
    let least = rect.height < 30 ? 1 : 3
    return Board.fitting(
      grids, in: rect, look,
      heights: least...max(least, min(rect.height < 30 ? 3 : 7, rect.height * 2 / 5)), tall: 2,
      sums: BlockSums(
        [signed(front, look).blockSum(withFactors: false)],
        isShown: front.timeline.position > 0 && look.arithmetic == .whole)
    ) {
      story(front, Size(width: width, height: $0), look)
    }
  }

  // MARK: One image

  /// The widest image that stands beside its kernel and its output at any size of its numbers.
  private static let widest = 12

  /// X, K and Y in their order, as long as that has room.
  private func arrangements(
    _ slide: SlideScene, _ grid: PaneGrid, isNarrow: Bool
  ) -> [PaneGrid] {
    let all = slide.arrangements(grid)
    let hasRoom = !isNarrow && slide.geometry.input.columns <= EdgesScene.widest
    return hasRoom ? Array(all.prefix(1)) : all
  }

  /// The panes with their names; where the width allows it with sizes, and with the operation.
  private func frontPanes(_ slide: SlideScene, in width: Int, _ words: Words) -> PaneGrid {
    let isNarrow = width < 56
    var grid = slide.grid(words)
    let result = results[act == .image ? 0 : 2]
    let names = [result.imageName, "K", "Y = " + result.name + Formula.addend(of: sliding)]
    let details = [
      result.image.matrix.shape.description, kernelName ?? kernel.shape.description,
      result.output.matrix.shape.description,
    ]
    for index in names.indices {
      grid.panes[0][index]?.title = slide.title(names[index], isNarrow ? "" : details[index])
      grid.panes[0][index]?.needsNumbers =
        !isNarrow && geometry.input.rows < 13 && geometry.input.columns < 13
    }
    if width >= 80 {
      let operation = sliding.isTurned ? words.convolution : words.crossCorrelation
      grid.panes[0][2]?.title.append(Span("  " + operation, .secondary))
    }
    if act == .transposed {
      grid.panes[0][0]?.matrix = result.imageName
      grid.panes[0][2]?.matrix = result.name
    }
    grid.panes[0][0]?.share = 1
    grid.panes[0][1]?.grows = true
    grid.panes[0][2]?.format = result.output.format
    grid.panes[0][2]?.scale = scale
    return grid
  }

  /// The arithmetic of the window, then what each image comes to; as many lines at every step, so
  /// that nothing moves.
  private func story(_ slide: SlideScene, _ size: Size, _ look: Look) -> [Line] {
    let words = look.words
    func arithmetic(_ done: Int) -> [Line] {
      var traced = signed(slide, look)
      traced.done = done
      return traced.sumLines(
        width: size.width, height: max(1, size.height / 2), words,
        remark: done == traced.total ? comparison(slide, words) : [])
    }
    let opening = words.edgesQuestion(isTransposed: act == .transposed, asks: !look.isInLesson)
      .folded(to: size.width, height: max(1, size.height / 2))
    let now =
      slide.timeline.position == 0 ? opening : arithmetic(slide.current.products)
    let rows = max(
      opening.count,
      min(
        max(1, size.height / 2),
        max(slide.sumRows(width: size.width), arithmetic(geometry.productsPerWindow).count)))
    // Where there is one line alone, the last window leaves it to what all of them come to.
    if size.height == 1, isDone(act) {
      return Array(conclusion(results[act == .image ? 0 : 2], width: size.width, words).prefix(1))
    }
    var lines = now.padded(to: rows)
    let rest = size.height - lines.count
    let found = [results[0], results[2]].enumerated().map { index, result in
      let act = index == 0 ? Act.image : .transposed
      let whole = conclusion(result, width: size.width, words)
      return isDone(act) ? whole : whole.map { _ in [] }
    }
    let point = kernelPoint(words).folded(to: size.width)
    let isTold = isDone(.transposed)
    // Where not all have room, those of the image that is shown.
    let choices = [
      found[0] + found[1] + (isTold ? point : point.map { _ in [] }), found[0] + found[1],
      found[act.rawValue],
    ]
    let shown = choices.first { $0.count <= rest } ?? choices[2]
    if shown.count < rest { lines.append([]) }
    return lines + shown.prefix(max(0, size.height - lines.count))
  }

  /// The window, whose sum has its sign.
  private func signed(_ slide: SlideScene, _ look: Look) -> TracedWindow {
    var traced = slide.traced
    traced.arithmetic = look.arithmetic
    traced.isSigned = true
    return traced
  }

  /// "left is bright, right is dark", where K takes the difference of two neighbours.
  private func comparison(_ slide: SlideScene, _ words: Words) -> Line {
    let weights = slide.trace.kernel
    guard weights.shape.area == 2, weights.elements[0] == -weights.elements[1],
      weights.elements[0] != 0, slide.timeline.position > 0
    else { return [] }
    let values = (0..<2).map { slide.trace.product($0, of: slide.current.window).inputValue }
    let ends = slide.settings.input.finiteRange
    return [
      Span("   "),
      Span(
        words.comparison(
          values[0], values[1], areBeside: weights.shape.columns == 2,
          areEnds: values.allSatisfy { $0 == ends?.lowerBound || $0 == ends?.upperBound }),
        .accent),
    ].leadingToResult
  }

  // MARK: What it comes to

  private func name(of result: Result) -> Line { [Span(result.name.padded(to: 8), .strong)] }

  /// What an image comes to: the edges in its output, or why there are none.
  private func conclusion(_ result: Result, width: Int, _ words: Words) -> [Line] {
    let name = name(of: result)
    guard result.found.isEmpty else {
      let edges = words.edges(
        result.found, KernelSight(weights(of: result)), width: width - name.cellWidth)
      return (name + edges.asOneResult).folded(to: width)
    }
    let why = words.noEdges(in: result.imageName, blindness(of: result))
    return (name + why.asOneResult).folded(to: width)
  }

  /// The kernel of a result as it lies over the windows.
  private func weights(of result: Result) -> Tensor {
    sliding.turned(result.name.hasSuffix("ᵀ") ? kernel.transposed : kernel)
  }

  private func blindness(of result: Result) -> Blindness {
    let image = result.image.matrix
    let sight = KernelSight(weights(of: result))
    if image.elements.allSatisfy({ $0 == image.elements[0] }) { return .flatImage }
    if !sight.seesHorizontalEdges, image.rowsAreFlat { return .horizontal }
    if !sight.seesVerticalEdges, image.transposed.rowsAreFlat { return .vertical }
    return .cancelled
  }

  private func kernelPoint(_ words: Words) -> Line {
    words.sight(KernelSight(kernel)).leadingToResult
  }

  // MARK: All four

  /// The images and the kernels with what they give; for the back row, the outputs alone, which then have
  /// more room.
  private func allArrangements(in rect: Rect, _ look: Look) -> [PaneGrid] {
    var outputs = results.map(outputPane)
    for index in outputs.indices { outputs[index].number = index < 2 ? index + 2 : index + 4 }
    let table = PaneGrid(
      [
        [imagePane(results[0]), kernelPane("K", kernel), outputs[0], outputs[1]],
        [imagePane(results[2]), kernelPane("Kᵀ", kernel.transposed), outputs[2], outputs[3]],
      ], isCentered: false)
    // Those that are 0 everywhere need no room for a sign.
    for index in outputs.indices {
      outputs[index].format = NumberFormat(results[index].output.matrix.elements)
    }
    let row = PaneGrid([outputs], isCentered: false)
    guard rect.width >= 60, look.fillsCells else { return [table] }
    guard look.isLarge else {
      // On a middling screen they alone have large digits.
      return look.hasBlocks && (24..<40).contains(rect.height) ? [table, row] : [table]
    }
    return rect.height < 24 ? [row] : [table, row]
  }

  private func kernelPane(_ title: String, _ kernel: Tensor) -> Pane {
    var pane = Pane([Span(title, .strong)], Plane(kernel))
    pane.needsNumbers = false
    return pane
  }

  private func imagePane(_ result: Result) -> Pane {
    var pane = Pane(
      [Span(result.imageName, .strong), Span("  \(result.image.matrix.shape)", .secondary)],
      result.image)
    pane.needsNumbers = false
    return pane
  }

  private func outputPane(_ result: Result) -> Pane {
    var pane = Pane(
      [Span(result.name, .strong), Span(Formula.addend(of: sliding), .strong)], result.output)
    (pane.needsNumbers, pane.isResult) = (false, true)
    return pane
  }

  /// What each of the four finds, two to a line where they fit, and the chapter's point.
  private func summary(_ size: Size, _ words: Words) -> [Line] {
    // Two to a line, if need be without the places.
    let half = size.width / 2 - 11
    for width in [size.width, half] {
      let whole = results.map {
        let edges = words.edges($0.found, KernelSight(weights(of: $0)), width: width)
        return name(of: $0) + edges.asOneResult
      }
      let column = max(whole[0].cellWidth, whole[2].cellWidth) + 3
      guard width == half || column + max(whole[1].cellWidth, whole[3].cellWidth) <= size.width
      else { continue }
      let found = [0, 2].map { index -> Line in
        let left = whole[index]
        return left + [Span("".padded(to: column - left.cellWidth))] + whole[index + 1]
      }
      let point = kernelPoint(words).folded(to: size.width)
      let hasRoom = point.count + found.count <= size.height
      let short = [kernelPoint(words).shortened(to: size.width)]
      return Array(((hasRoom ? point : short) + found).prefix(size.height))
    }
    return []
  }
}

/// Why an output is 0 everywhere.
enum Blindness {
  /// The image is the same everywhere.
  case flatImage
  /// The image has horizontal edges alone, or vertical ones, and the kernel does not see them.
  case horizontal, vertical
  /// The products of each window add up to 0.
  case cancelled
}

extension Tensor {
  /// Whether each row is the same along all of it.
  fileprivate var rowsAreFlat: Bool {
    (0..<shape.rows).allSatisfy { row in
      (0..<shape.columns).allSatisfy { self[row, $0] == self[row, 0] }
    }
  }
}

extension EdgesScene: SceneWithCells {
  func views(in rect: Rect, _ look: Look) -> [MatrixView] { placed(in: rect, look).views }
}
