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

  /// The kernel's convolution for a pane; nil for the picture.
  ///
  /// - Precondition: Checked when it was set, so that it cannot fail.
  func convolution(_ pane: Int) -> Convolution? {
    pane == 0 ? nil : try? motion.convolution(filters[pane - 1])
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
    guard let geometry = try? convolution.geometry(for: shape) else { return nil }
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
    guard let geometry = try? convolution.geometry(for: picture.shape(step: step)),
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

  /// The window of the number under the cursor, to be gone through product by product.
  func takeApart() -> Response {
    // The picture is no sum: then it is the first map's number.
    let pane = max(1, pane)
    guard let cursor, let convolution = convolution(pane) else { return .done }
    guard let plane = filters[pane - 1].plane else { return .refused(Text.severalChannels) }
    guard let at = place(of: cursor, in: pane, step: 1),
      let geometry = try? convolution.geometry(for: picture.shape(step: 1))
    else { return .refused(Text.noMapThere) }
    let rows = geometry.rows.surroundings(of: at.rows)
    let columns = geometry.columns.surroundings(of: at.columns)
    let isInside = rows.isInside && columns.isInside
    guard isInside || motion.mode != .circular || rows.isWhole && columns.isWhole else {
      return .refused(Text.windowWraps)
    }
    let pixels = picture.part(rows: rows.range, columns: columns.range, step: 1)
    let padding = isInside ? PerAxis(0) : convolution.options.padding
    var options = CorrelationOptions(padding: padding, mode: motion.mode, dilation: motion.dilation)
    options.stride = PerAxis(1)
    let first = PerAxis(
      rows: geometry.rows.place(output: at.rows, tap: 0) - rows.range.lowerBound + padding.rows,
      columns: geometry.columns.place(output: at.columns, tap: 0) - columns.range.lowerBound
        + padding.columns)
    return .opens(
      SlideScene.Settings(
        input: pixels.plane(channel: plane.channel), kernel: plane.kernel, options: options),
      at: first, note: Text.cutOut(rows.range, columns.range))
  }
}

extension Axis {
  /// Where the middle of the kernel stands for output 0.
  private var middle: Int { (span - 1) / 2 - padding }

  /// The outputs whose middle lies over a range of inputs.
  fileprivate func outputs(over range: Range<Int>) -> Range<Int> {
    func first(_ input: Int) -> Int {
      max(0, min(output, Int((Double(input - middle) / Double(stride)).rounded(.up))))
    }
    let (lower, upper) = (first(range.lowerBound), first(range.upperBound))
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

  /// The output whose middle is nearest to an input, from there backwards.
  fileprivate func output(at input: Int) -> Int? {
    let index = Int((Double(input - middle) / Double(stride)).rounded(.down))
    return (0..<output).contains(index) ? index : nil
  }

  /// Some inputs around a window: all where they are few.
  fileprivate func surroundings(
    of output: Int
  ) -> (range: Range<Int>, isInside: Bool, isWhole: Bool) {
    let first = place(output: output, tap: 0)
    let isInside = first >= 0 && first + span <= input
    guard input > 24 else { return (0..<input, isInside, true) }
    let room = max(4, padding + 1)
    let range = max(0, min(first, input - 1) - room)..<min(input, max(1, first + span) + room)
    return (range, isInside, false)
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
