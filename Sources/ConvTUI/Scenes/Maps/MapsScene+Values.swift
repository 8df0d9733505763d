import Model

/// The numbers of the maps, as far as they are looked at.
extension MapsScene {
  /// What a pane shows of a map.
  struct Part: Sendable {
    /// The numbers, or the means of those in squares.
    let values: Tensor
    /// The mean magnitudes of the numbers in squares; nil where each is one.
    var sizes: Tensor?
    /// Where in the map it stands.
    let rows, columns: Range<Int>
    /// What of it has windows without padding, which makes edges where the picture has none; all
    /// where there is nothing of the kind.
    let inside: Tensor
    /// The magnitudes, or mean magnitudes, of the same.
    let strengths: Tensor
    /// The red, green and blue of a picture.
    var colors: Tensor?

    func contains(_ position: Position) -> Bool {
      rows.contains(position.row) && columns.contains(position.column)
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
    let patch = patch(over: rows, columns, step: step)
    return panes.map { part($0, over: rows, columns, step: step, of: patch) }
  }

  /// A part of the picture at a scale, with what the kernels take around it.
  func patch(over rows: Range<Int>, _ columns: Range<Int>, step: Int) -> PicturePatch {
    let options = motion.sliding.options
    let spans = filters.map { filter in
      let shape = filter.weight.shape
      return max(
        options.dilation.rows * shape.rows, options.dilation.columns * shape.columns)
        + max(options.stride.rows, options.stride.columns)
    }
    let margin = spans.max() ?? 0
    if let patch, patch.covers(rows, columns, margin: margin, step: step) { return patch }
    return PicturePatch(picture, rows, columns, margin: margin, step: step)
  }

  private func part(
    _ pane: Int, over rows: Range<Int>, _ columns: Range<Int>, step: Int, of patch: PicturePatch
  ) -> Part? {
    guard let convolution = convolution(pane) else {
      let pixels = patch.part(rows, columns)
      let values = pixels.meanOfChannels
      return Part(
        values: values, rows: rows, columns: columns, inside: values, strengths: values,
        colors: picture.isColored ? pixels : nil)
    }
    if step > 1, let whole { return part(pane, of: whole, over: rows, columns, step: step) }
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
    let inside = values.plane().part(
      rows: geometry.rows.unpadded(outputRows), columns: geometry.columns.unpadded(outputColumns))
    return Part(
      values: values.plane(), rows: outputRows, columns: outputColumns, inside: inside,
      strengths: inside.magnitudes)
  }

  /// The same of the map of the picture itself, in squares of its numbers.
  private func part(
    _ pane: Int, of whole: WholeMaps, over rows: Range<Int>, _ columns: Range<Int>, step: Int
  ) -> Part? {
    guard
      let geometry = try? convolution(pane)?.geometry(
        for: picture.shape(step: 1), largestOutput: .max)
    else { return nil }
    func squares(_ axis: Axis, _ range: Range<Int>, of length: Int) -> Range<Int> {
      let outputs = axis.outputs(
        over: range.lowerBound * step..<min(length, range.upperBound * step))
      return outputs.lowerBound / step..<(outputs.upperBound + step - 1) / step
    }
    let shown = (
      squares(geometry.rows, rows, of: picture.rows),
      squares(geometry.columns, columns, of: picture.columns)
    )
    guard !shown.0.isEmpty, !shown.1.isEmpty else { return nil }
    return whole.part(pane - 1, step, rows: shown.0, columns: shown.1)
  }

  /// The place in a pane's map, at a scale, that belongs to a pixel of the picture.
  func place(of pixel: Position, in pane: Int, step: Int) -> Position? {
    if step > 1, whole != nil, pane > 0 {
      return place(of: pixel, in: pane, step: 1)?.map { $0 / step }
    }
    let cell = pixel.map { $0 / step }
    guard let convolution = convolution(pane) else { return cell }
    let shape = picture.shape(step: step)
    guard let geometry = try? convolution.geometry(for: shape, largestOutput: .max),
      let row = geometry.rows.output(at: cell.row),
      let column = geometry.columns.output(at: cell.column)
    else { return nil }
    return Position(row: row, column: column)
  }

  /// The number of a map at a pixel of the picture, at full scale.
  func value(at pixel: Position, in pane: Int) -> Float? {
    guard let at = place(of: pixel, in: pane, step: 1) else { return nil }
    guard let convolution = convolution(pane) else {
      let rows = at.row..<at.row + 1
      return picture.part(rows: rows, columns: at.column..<at.column + 1, step: 1)
        .meanOfChannels[0, 0]
    }
    return try? convolution.part(
      rows: at.row..<at.row + 1, columns: at.column..<at.column + 1,
      of: picture.shape(step: 1), pixels: { picture.part(rows: $0, columns: $1, step: 1) }
    ).elements[0]
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
  func unpadded(_ outputs: Range<Int>) -> Range<Int> {
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
}

extension Tensor {
  fileprivate var magnitudes: Tensor { Tensor(shape, elements.map(\.magnitude)) }

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
