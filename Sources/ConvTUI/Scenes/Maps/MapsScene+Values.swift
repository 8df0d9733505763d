import Model

/// The numbers of the maps, as far as they are looked at.
extension MapsScene {
  /// What a pane shows of a map.
  struct Part: Sendable {
    let values: Tensor
    /// Where in the map it stands.
    let rows, columns: Range<Int>
    /// What of it has windows without padding, which makes edges where the picture has none; all
    /// where there is nothing of the kind.
    let inside: Tensor

    func contains(_ position: Position) -> Bool {
      rows.contains(position.rows) && columns.contains(position.columns)
    }
  }

  /// The kernel's convolution for a pane, whatever the scale; nil for the picture.
  func convolution(_ pane: Int) -> Convolution? {
    pane == 0 ? nil : try? motion.convolution(filters[pane - 1])
  }

  /// The sum that stands under a pixel in a pane's map, at full scale.
  func sum(
    under pixel: Position, in pane: Int
  ) -> (convolution: Convolution, geometry: Geometry, at: Position)? {
    guard let convolution = convolution(pane), let at = place(of: pixel, in: pane, step: 1),
      let geometry = try? convolution.geometry(for: picture.shape(step: 1), largestOutput: .max)
    else { return nil }
    return (convolution, geometry, at)
  }

  /// The size of a pane's whole map.
  func mapSize(_ pane: Int) -> Shape? {
    let shape = picture.shape(step: 1)
    return (try? convolution(pane)?.geometry(for: shape, largestOutput: .max)).map {
      Shape($0.rows.output, $0.columns.output)
    }
  }

  /// The parts of some panes' maps over a part of the picture at a scale.
  func parts(
    _ panes: [Int], over rows: Range<Int>, _ columns: Range<Int>, step: Int
  ) -> [Part?] {
    let spans = panes.filter { $0 > 0 }.map { pane in
      let shape = filters[pane - 1].weight.shape
      return max(
        motion.dilation.rows * shape.rows, motion.dilation.columns * shape.columns)
        + max(motion.stride.rows, motion.stride.columns)
    }
    let patch = PicturePatch(picture, rows, columns, margin: spans.max() ?? 0, step: step)
    return panes.map { part($0, over: rows, columns, step: step, of: patch) }
  }

  private func part(
    _ pane: Int, over rows: Range<Int>, _ columns: Range<Int>, step: Int, of patch: PicturePatch
  ) -> Part? {
    guard let convolution = convolution(pane) else {
      let values = patch.part(rows, columns).meanOfChannels
      return Part(values: values, rows: rows, columns: columns, inside: values)
    }
    let shape = picture.shape(step: step)
    guard let geometry = try? convolution.geometry(for: shape, largestOutput: .max)
    else { return nil }
    let (outputRows, outputColumns) = (
      geometry.rows.outputs(over: rows), geometry.columns.outputs(over: columns)
    )
    guard !outputRows.isEmpty, !outputColumns.isEmpty,
      let values = try? convolution.part(
        rows: outputRows, columns: outputColumns, of: shape,
        pixels: patch.part)
    else { return nil }
    return Part(
      values: values.plane(), rows: outputRows, columns: outputColumns,
      inside: values.plane().part(
        rows: geometry.rows.unpadded(outputRows), columns: geometry.columns.unpadded(outputColumns))
    )
  }

  /// The place in a pane's map, at a scale, that belongs to a pixel of the picture.
  func place(of pixel: Position, in pane: Int, step: Int) -> Position? {
    let cell = pixel.map { $0 / step }
    guard let convolution = convolution(pane) else { return cell }
    let shape = picture.shape(step: step)
    guard let geometry = try? convolution.geometry(for: shape, largestOutput: .max),
      let row = geometry.rows.output(at: cell.rows),
      let column = geometry.columns.output(at: cell.columns)
    else { return nil }
    return Position(rows: row, columns: column)
  }

  /// The number of a map at a pixel of the picture, at full scale.
  func value(at pixel: Position, in pane: Int) -> Float? {
    guard let at = place(of: pixel, in: pane, step: 1) else { return nil }
    guard let convolution = convolution(pane) else {
      let rows = at.rows..<at.rows + 1
      return picture.part(rows: rows, columns: at.columns..<at.columns + 1, step: 1)
        .meanOfChannels[0, 0]
    }
    return try? convolution.part(
      rows: at.rows..<at.rows + 1, columns: at.columns..<at.columns + 1,
      of: picture.shape(step: 1), pixels: { picture.part(rows: $0, columns: $1, step: 1) }
    ).elements[0]
  }

  // MARK: Taking apart

  /// The window of the number under the cursor, to be gone through product by product; sums over
  /// several channels are taken apart here.
  mutating func takeApart() -> Response {
    guard let cursor else { return .done }
    // The picture is no sum: then it is the first map's number.
    let pane = max(1, pane)
    guard let (convolution, geometry, at) = sum(under: cursor, in: pane) else {
      return .refused(Text.noMapThere)
    }
    guard let plane = filters[pane - 1].plane else {
      showApart(pane)
      return .done
    }
    let rows = geometry.rows.surroundings(of: at.rows)
    let columns = geometry.columns.surroundings(of: at.columns)
    guard motion.mode != .circular || !rows.isCut && !columns.isCut else {
      return .refused(Text.windowWraps)
    }
    let pixels = picture.part(rows: rows.range, columns: columns.range, step: 1)
    var options = convolution.options
    options.padding = PerAxis(rows: rows.padding, columns: columns.padding)
    return .opens(
      SlideScene.Settings(
        input: pixels.plane(channel: plane.channel), kernel: plane.kernel, options: options,
        bias: motion.bias, isTurned: motion.isTurned),
      at: Position(rows: rows.output, columns: columns.output),
      note: Text.cutOut(filters[pane - 1].name, rows.range, columns.range))
  }

  /// The sum over several channels that is taken apart.
  var apart: ExplanationDrawing? {
    guard isTakenApart, let cursor, let (convolution, _, at) = sum(under: cursor, in: pane),
      let stack = try? LayerStack(
        input: picture.shape(step: 1), layers: [.convolution(convolution)], largestMap: .max)
    else { return nil }
    let middle = stack.field.field(after: 1).middle(of: at)
    guard
      let part = try? stack.part(
        over: middle.map { $0..<$0 + 1 }, pixels: { picture.part(rows: $0, columns: $1, step: 1) })
    else { return nil }
    let unit = Position(
      rows: at.rows - part.offsets[1].rows, columns: at.columns - part.offsets[1].columns)
    let explanation = part.stack.explanation(of: unit, channel: 0, map: 1, in: part.maps)
    return ExplanationDrawing(
      cell: Text.cell("Y", at), value: part.maps[1][0, 0, unit.rows, unit.columns],
      explanation: explanation, sentence: Text.explained(explanation), beforeName: Text.image,
      before: part.maps[0], channel: 0, window: Block(unit), scroll: scroll)
  }
}

extension Axis {
  /// Where the middle of the kernel stands for output 0.
  private var middle: Int { (span - 1) / 2 - padding }

  /// The outputs that are nearest to some of a range of inputs.
  fileprivate func outputs(over range: Range<Int>) -> Range<Int> {
    func first(_ input: Int) -> Int {
      max(0, min(output, Int((Double(input - middle) / Double(stride)).rounded(.up))))
    }
    let reach = stride / 2
    let (lower, upper) = (first(range.lowerBound - reach), first(range.upperBound + reach))
    return lower..<max(lower, upper)
  }

  /// Which of some outputs have no padding in their windows, counted from the first; all where there
  /// are none.
  fileprivate func unpadded(_ outputs: Range<Int>) -> Range<Int> {
    let inside = outputs.filter {
      let first = place(output: $0, tap: 0)
      return first >= 0 && first + span <= input
    }
    guard let first = inside.first, let last = inside.last else { return 0..<outputs.count }
    return first - outputs.lowerBound..<last + 1 - outputs.lowerBound
  }

  /// The output whose middle is nearest to an input, of two the first; nil beyond the outermost.
  fileprivate func output(at input: Int) -> Int? {
    let place = Double(input - middle) / Double(stride)
    return [(place - 0.5).rounded(.up), place.rounded(.down)].map { Int($0) }
      .first { (0..<output).contains($0) }
  }

  /// Inputs around a window, over which an axis of the same stride has that window too: all where they
  /// are few.
  fileprivate func surroundings(
    of output: Int
  ) -> (range: Range<Int>, padding: Int, output: Int, isCut: Bool) {
    guard input > 24 else { return (0..<input, padding, output, false) }
    let first = place(output: output, tap: 0)
    let isInside = first >= 0 && first + span <= input
    let padding = isInside ? 0 : padding
    let room = max(4, padding + 1)
    let wanted = max(0, min(first, input - 1) - room)
    // A whole number of strides before the window.
    let lower = wanted + (first + padding - wanted) % stride
    let upper = min(input, max(1, first + span) + room)
    return (lower..<upper, padding, (first + padding - lower) / stride, !isInside)
  }
}

extension Tensor {
  /// One plane of an image: the mean of its channels.
  var meanOfChannels: Tensor {
    guard shape.channels > 1 else { return plane() }
    var sum = Tensor(Shape(shape.rows, shape.columns))
    for c in 0..<shape.channels {
      let plane = plane(channel: c)
      for e in sum.elements.indices { sum.elements[e] += plane.elements[e] }
    }
    for e in sum.elements.indices { sum.elements[e] /= Float(shape.channels) }
    return sum
  }
}
