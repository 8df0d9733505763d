import Drawing
import Formats
import Model

/// The tensors as tiles, with what became of them since a pin.
extension WatchScene {
  /// A tensor, once it was read; nil where it is no matrix.
  func tensor(_ address: ValueAddress?) -> Tensor? {
    guard let address, case .success(.array(let array))? = report?.values[address]?.value else {
      return nil
    }
    return array.tensor
  }

  /// The chosen tensor (0) or its gradient (1).
  func shownTensor(_ number: Int) -> Tensor? {
    guard kernels.indices.contains(kernel) else { return nil }
    let addresses = kernels[kernel].addresses(upTo: step)
    return addresses.indices.contains(number) ? tensor(addresses[number]) : nil
  }

  /// The chosen tensor as it was at the pin, where it has the same shape.
  var pinnedTensor: Tensor? {
    guard let pin, let now = shownTensor(0),
      let before = tensor(kernels[kernel].pinned(pin, runs)), before.shape == now.shape
    else { return nil }
    return before
  }

  /// Now minus then.
  private var difference: Tensor? {
    guard let now = shownTensor(0), let before = pinnedTensor else { return nil }
    return Tensor(now.shape, zip(now.elements, before.elements).map { $0 - $1 })
  }

  func drawKernels(
    _ report: WatchReport, into frame: inout Frame, in rect: Rect, _ look: Look
  ) {
    let words = look.words
    guard kernels.indices.contains(kernel) else {
      drawHint(words.noKernels, into: &frame, in: rect, look)
      return
    }
    guard !isEnlarged else { return drawEnlarged(into: &frame, in: rect, look) }
    let isAlone = rect.width < 64
    let table = isAlone ? [] : self.table(report, rect.size, words)
    frame.write(table, in: rect.inset(left: 1), look)
    let width = table.map(\.cellWidth).max() ?? 0
    let below = rect.inset(top: table.count + 1, right: rect.width - min(rect.width / 2, width + 2))
    if !isAlone, below.height >= 8 {
      KernelCurves(kernel: kernels[kernel], norms: report.norms, step: step, words: words)
        .draw(into: &frame, in: below, look)
    }
    drawPictures(
      into: &frame, in: isAlone ? rect : rect.inset(left: min(rect.width / 2, width + 3)), look)
  }

  /// The chosen tensor, with its run where there are several.
  private var kernelName: String { runNames.label(kernels[kernel].run, kernels[kernel].tag.name) }

  /// The tensor, and below or beside it, where tiles are larger there, its gradient; where there is a pin below it
  /// the difference.
  private func drawPictures(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let words = look.words
    let name = kernelName
    let below: (Tensor, String)? =
      pin != nil
      ? difference.map { ($0, words.difference) } : shownTensor(1).map { ($0, words.gradients) }
    let half = rect.width / 2
    let (top, left) = (rect.inset(bottom: rect.height / 2), rect.inset(right: rect.width - half))
    let isBeside = pin == nil && below.map { isLarger($0.0, in: left, than: top, look) } ?? false
    let upper = below == nil ? rect : isBeside ? left : top
    if let below {
      let place = isBeside ? rect.inset(left: half) : rect.inset(top: top.height)
      drawTiles(below.0, name: below.1, into: &frame, in: place, look)
    }
    guard let pin, let now = shownTensor(0), let before = pinnedTensor, rect.width >= 64 else {
      let title = pin == nil ? name : "B  " + name
      drawTiles(shownTensor(0), name: title, into: &frame, in: upper, look)
      return
    }
    // One scale for both, so that they can be compared.
    let scale = ColorScale(covering: [before, now])
    drawTiles(
      before, name: words.pinName(pin.step), scale: scale, into: &frame,
      in: upper.inset(right: upper.width - half), look)
    drawTiles(
      now, name: "B  " + name, scale: scale, into: &frame, in: upper.inset(left: half), look)
  }

  /// Whether the tiles of a tensor are larger in a place than in another.
  private func isLarger(_ tensor: Tensor, in place: Rect, than other: Rect, _ look: Look) -> Bool {
    guard look.fillsCells else { return false }
    func height(_ rect: Rect) -> Int {
      let room = TileDrawing.room(rect).size
      return PictureMosaic(KernelTiles(tensor, in: room, look).tiles, fitting: room).tileHeight
    }
    return height(place) > height(other)
  }

  // MARK: Enlarged

  /// The room of the tiles of the enlarged tensor, in characters.
  func tilePlace(in page: Rect) -> Size {
    let rect = page.inset(bottom: numbersHeight(page), right: curvesWidth(page))
    return Size(width: rect.width - 2, height: rect.height - 1)
  }

  /// What the numbers of one tile take below all tiles.
  private func numbersHeight(_ page: Rect) -> Int { page.height >= 16 ? page.height / 2 : 1 }

  /// What the curves take beside all tiles.
  private func curvesWidth(_ page: Rect) -> Int {
    page.width >= 96 && page.height >= 20 ? page.width * 2 / 5 : 0
  }

  /// All tiles, and below them the one that is pointed at, in numbers.
  private func drawEnlarged(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let words = look.words
    let height = numbersHeight(rect)
    let beside = curvesWidth(rect)
    let upper = rect.inset(bottom: height, right: beside)
    if beside > 0, let report {
      KernelCurves(
        kernel: kernels[kernel], norms: report.norms, step: step, words: words
      ).draw(
        into: &frame, in: rect.inset(left: rect.width - beside + 2, bottom: height + 1), look)
    }
    guard let now = shownTensor(0) else {
      return drawTiles(nil, name: kernelName, into: &frame, in: upper, look)
    }
    let tiles = KernelTiles(now, in: tilePlace(in: rect), look)
    let index = min(tile, tiles.tiles.count - 1)
    drawTiles(
      now, name: kernelName, chosen: index, into: &frame, in: upper, look)
    let (k, channel) = tiles.place(of: index)
    let lower = rect.inset(top: rect.height - height)
    let name = words.tile(kernel: k, channel: channel, of: now.shape)
    let line: Line = [Span(name, .strong), Span("  " + words.enterOpensSlide, .secondary)]
    frame.write([line.shortened(to: rect.width - 2)], in: lower.inset(left: 1), look)
    guard height > 3 else { return }
    func plane(_ tensor: Tensor?) -> Tensor? {
      guard let tensor, tensor.shape == now.shape else { return nil }
      return tensor.plane(batch: min(k, tensor.shape.batch - 1), channel: channel)
    }
    let both = [plane(pinnedTensor), plane(now)].compactMap(\.self)
    let scale = ColorScale(covering: both)
    var panes: [Pane] = []
    func add(_ tensor: Tensor?, _ name: String, _ scale: ColorScale? = nil) {
      guard let plane = plane(tensor) else { return }
      panes.append(
        Pane(
          [Span(name, .strong)],
          Plane(
            plane, format: NumberFormat(plane.elements),
            scale: scale ?? ColorScale(plane.finiteRange))))
    }
    if let pin { add(pinnedTensor, words.pinName(pin.step), scale) }
    add(now, pin == nil ? words.kernelNow : "B", scale)
    add(difference, words.difference)
    // Four beside each other need room for their numbers.
    if pin == nil || rect.width >= 100 { add(shownTensor(1), words.gradients) }
    PaneGrid([panes], isCentered: false).placed(in: lower.inset(top: 1), look)
      .draw(into: &frame, look)
  }

  // MARK: Tiles

  func drawTiles(
    _ tensor: Tensor?, name: String, scale: ColorScale? = nil, chosen: Int? = nil,
    into frame: inout Frame, in rect: Rect, _ look: Look
  ) {
    guard let tensor else {
      frame.write(
        [[Span(name.printable, .strong), Span("  " + unread(look.words), .secondary)]],
        in: rect.inset(left: 1), look)
      return
    }
    let scale = scale ?? ColorScale(tensor.finiteRange)
    let tiles = KernelTiles(
      tensor, in: Size(width: rect.width - 2, height: rect.height - 1), look)
    let part = tiles.isFirstChannel ? look.words.firstChannel : ""
    let isZero = tensor.finiteRange == 0...0
    let title: Line = [
      Span(name.printable, .strong),
      Span("  " + (isZero ? look.words.allZero : Formula.range(scale)), .secondary),
      Span("  \(tensor.shape)" + part, .secondary),
    ]
    TileDrawing(tiles: tiles.tiles, title: title, scale: scale, chosen: chosen)
      .draw(into: &frame, in: rect, look)
  }

  private func unread(_ words: Words) -> String {
    guard let report, let address = kernels[kernel].addresses(upTo: step).first else {
      return words.notYetLogged
    }
    switch report.values[address]?.value {
    case .failure(let error): return words.sentence(error)
    case nil: return words.reading
    default: return words.noTiles
    }
  }

  /// The tensors with their norms, and how much the last update or all since the pin changed them.
  private func table(_ report: WatchReport, _ size: Size, _ words: Words) -> [Line] {
    let order = kernelOrder
    let rows = order.map { index -> [String] in
      let kernel = kernels[index]
      let norm = kernel.norm(upTo: step).flatMap { report.norms[$0] ?? nil }
      let change =
        pin == nil
        ? norm?.change.map {
          $0 > 0 ? NumberText.fixed(Float($0.logarithm), decimals: 1) : "−∞"
        } : self.change(kernel).map { words.share($0) }
      let length = norm.map { NumberText.short(Float($0.norm)) } ?? ""
      // What the rows are ranked by stands first.
      let numbers = pin == nil ? [length, change ?? ""] : [change ?? "", length]
      return [
        (index == self.kernel ? "▸ " : "  ")
          + runNames.label(kernel.run, kernel.tag.name)
      ] + numbers + [norm.map { $0.lost > 0 ? "NaN \($0.lost)" : "\($0.dead)/\($0.kernels)" } ?? ""]
    }
    let place = order.firstIndex(of: kernel) ?? 0
    let first = max(0, min(rows.count - (size.height - 2), place - size.height / 2))
    let shown = rows[first...].prefix(max(0, size.height - 2))
    let header = pin == nil ? words.kernelColumns : words.pinnedColumns
    return .table(
      [header] + shown, width: size.width / 3 - 2,
      role: { $0 == 0 ? .secondary : order[first + $0 - 1] == self.kernel ? .strong : .text })
  }

  // MARK: A visit

  /// The image that was last logged in the run of the chosen tensor.
  var pictureToSlideOver: ValueAddress? {
    guard kernels.indices.contains(kernel) else { return nil }
    let run = kernels[kernel].run
    return pictures.lazy.filter { $0.run == run && $0.tag.kind == .image }
      .compactMap { $0.address(upTo: step) }.first
  }

  /// The side of the image over which a kernel slides, in pixels at most.
  private static let side = 16

  /// Opens the kernel that is pointed at in slide, on the run's own image where it has one.
  func openTile(_ words: Words) -> Response {
    guard let tensor = shownTensor(0) else { return .refused(words.reading) }
    let tiles = KernelTiles(tensor, in: tilePlace(in: page(Rect(body))), look)
    guard tiles.tiles.indices.contains(tile) else { return .refused(words.noTiles) }
    let kernel = tiles.tiles[tile]
    guard kernel.elements.allSatisfy(\.isFinite) else { return .refused(words.kernelHasNaN) }
    var (input, name) = (InputExample.digit.input, words.exampleDigit)
    if let address = pictureToSlideOver,
      case .success(let images)? = report?.values[address]?.pictures, let image = images.first
    {
      let side = max(WatchScene.side, 2 * max(kernel.shape.rows, kernel.shape.columns))
      (input, name) = (image.brightness(atMost: side), address.tag.printable)
    }
    guard kernel.shape.rows <= input.shape.rows, kernel.shape.columns <= input.shape.columns else {
      return .refused(words.kernelTooLarge(kernel.shape, input.shape))
    }
    let (k, channel) = tiles.place(of: tile)
    return .opens(
      SlideScene.Settings(input: input, kernel: kernel), at: Position(row: 0, column: 0),
      note: words.opened(
        kernels[self.kernel].tag.name.printable,
        words.tile(
          kernel: k, channel: channel, of: tensor.shape), over: name))
  }
}
