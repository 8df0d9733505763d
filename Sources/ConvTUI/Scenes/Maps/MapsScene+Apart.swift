import Drawing
import Model

/// The explanation of one number of a map.
extension MapsScene {
  /// Explains the number under the cursor: a sum over one channel in the slide scene, product by
  /// product, and a sum over several channels here.
  mutating func takeApart(_ words: Words) -> Response {
    guard let cursor else { return .done }
    // The picture is not a sum, so this explains the number of the first map.
    let pane = max(1, pane)
    guard let (_, geometry, at) = sum(under: cursor, in: pane) else {
      return .refused(words.noMapThere)
    }
    guard let plane = filters[pane - 1].plane else {
      showApart(pane)
      return .done
    }
    let rows = geometry.rows.surroundings(of: at.row)
    let columns = geometry.columns.surroundings(of: at.column)
    guard motion.sliding.options.mode != .circular || !rows.isCut && !columns.isCut else {
      return .refused(words.windowWraps)
    }
    let pixels = picture.part(rows: rows.range, columns: columns.range, step: 1)
    var sliding = motion.sliding
    sliding.options.padding = PerAxis(rows: rows.padding, columns: columns.padding)
    return .opens(
      SlideScene.Settings(
        input: pixels.plane(channel: plane.channel), kernel: plane.kernel,
        sliding: sliding),
      at: Position(row: rows.output, column: columns.output),
      note: words.cutOut(words.name(of: filters[pane - 1]), rows.range, columns.range))
  }

  /// The explanation of a sum over several channels.
  func apart(_ words: Words) -> ExplanationDrawing? {
    guard isTakenApart, let cursor, let (convolution, _, at) = sum(under: cursor, in: pane),
      let graph = try? BoundGraph(
        .sequential([ConvolutionLayer(convolution)]), input: picture.shape(step: 1),
        largestMap: .max)
    else { return nil }
    let middle = graph.field.field(of: 1).middle(of: at)
    guard
      let part = try? graph.part(
        over: Area(of: middle), pixels: { picture.part(rows: $0, columns: $1, step: 1) })
    else { return nil }
    let origin = graph.origin(of: at, channel: 0, map: 1, in: part.regions)
    return ExplanationDrawing(
      cell: Formula.cell("Y", at), value: part.regions[1][0, at.row, at.column], origin: origin,
      sentence: words.explained(origin), beforeName: words.image, before: part.regions[0],
      channel: 0, window: Block(at), scroll: scroll, words: words)
  }
}

extension Axis {
  /// Inputs around a window, over which an axis of the same stride has that window too: all where they
  /// are few.
  fileprivate func surroundings(
    of output: Int
  ) -> (range: Range<Int>, padding: Int, output: Int, isCut: Bool) {
    guard input > 24 else { return (0..<input, padding, output, false) }
    let first = place(output: output, tap: 0)
    let isInside = first >= 0 && first + span <= input
    let padding = isInside ? 0 : padding
    // One window beside it on each side: as much as any screen shows whole.
    let room = padding + stride
    let wanted = max(0, min(first, input - 1) - room)
    // A whole number of strides before the window.
    let lower = wanted + (first + padding - wanted) % stride
    let upper = min(input, max(1, first + span) + room)
    return (lower..<upper, padding, (first + padding - lower) / stride, !isInside)
  }
}
