import Drawing
import Formats
import Model

/// The images, or the feature maps, of one tag at a step.
struct PicturePanel {
  let tag: WatchedTag
  /// What is read of it; nil as long as nothing is.
  let value: ShownValue?
  let step: Int64
  let isChosen: Bool
  /// Its name, with that of its run where there are several.
  let name: String
  let words: Words

  /// The feature maps, where it has some.
  private var maps: Tensor? {
    guard case .success(.array(let array))? = value?.value, array.dimensions.count > 1 else {
      return nil
    }
    return array.tensor
  }

  /// The colours of its feature maps.
  var mapScale: ColorScale? { maps.map { ColorScale($0.finiteRange) } }

  private var images: [WatchedPicture] {
    guard case .success(let images)? = value?.pictures else { return [] }
    return images
  }

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    if let maps {
      let tiles = KernelTiles(
        maps: maps, in: Size(width: rect.width - 2, height: rect.height - 1), look)
      TileDrawing(
        tiles: tiles.tiles,
        title: title(
          ["\(maps.shape)" + (tiles.isFirstSample ? words.firstSample : "")],
          range: Formula.range(ColorScale(maps.finiteRange))), scale: ColorScale(maps.finiteRange)
      ).draw(into: &frame, in: rect, look)
      return
    }
    guard let first = images.first else {
      frame.write(
        [title([]), [Span(trouble, .secondary)]].flatMap { $0.folded(to: rect.width - 2) },
        in: rect.inset(left: 1), look)
      return
    }
    frame.write(
      title(["\(first.width)×\(first.height)"]).shortened(to: rect.width - 1),
      at: Point(row: rect.row, column: rect.column + 1), look, limit: rect.columns.upperBound)
    let width = rect.width / images.count
    for (index, image) in images.enumerated() {
      draw(
        image, into: &frame,
        in: Rect(
          row: rect.row, column: rect.column + index * width, width: width, height: rect.height),
        look)
    }
  }

  private func draw(
    _ image: WatchedPicture, into frame: inout Frame, in rect: Rect, _ look: Look
  ) {
    let pixels = image.pixels
    var pane = Pane(
      [Span("")],
      Plane(image.brightness, format: NumberFormat([]), scale: .picture))
    if pixels.shape.channels == 3 {
      pane.color = { row, column in
        Color(
          red: pixels[0, 0, row, column], green: pixels[0, 1, row, column],
          blue: pixels[0, 2, row, column])
      }
    }
    (pane.needsNumbers, pane.isPicture, pane.fillsRoom, pane.shrinks) = (false, true, true, true)
    PaneGrid([[pane]], isCentered: false).placed(in: rect, look).draw(into: &frame, look)
  }

  /// The name, what it is, and at which step it was logged.
  ///
  /// - Parameter range: That of the colours, which mean nothing without it: it is left out last.
  private func title(_ facts: [String], range: String? = nil) -> Line {
    let line: Line = [Span((isChosen ? "▸ " : "") + name, isChosen ? .accent : .strong)]
    let place = tag.place(upTo: step).map(words.atStep)
    return line
      + ([range, place].compactMap(\.self) + facts).map { Span("  " + $0, .secondary) }
  }

  /// Why there is no picture.
  private var trouble: String {
    guard tag.address(upTo: step) != nil else { return words.notYetLogged }
    switch (value?.value, value?.pictures) {
    case (.failure(let error), _), (_, .failure(let error)): return words.sentence(error)
    case (nil, _): return words.reading
    default: return words.noTiles
    }
  }
}

extension WatchScene {
  func picturePanel(_ index: Int?, _ words: Words) -> PicturePanel? {
    guard let index, pictures.indices.contains(index) else { return nil }
    let tag = pictures[index]
    return PicturePanel(
      tag: tag, value: tag.address(upTo: step).flatMap { report?.values[$0] }, step: step,
      isChosen: pictures.count > 1 && index == chosen[.images, default: 0],
      name: runNames.label(tag.run, tag.tag.name), words: words)
  }

  func drawImages(into frame: inout Frame, in rect: Rect, _ look: Look) {
    guard !pictures.isEmpty else {
      return drawHint(look.words.noImages, into: &frame, in: rect, look)
    }
    let grid = grid(of: .images, pictures.count, in: rect.size)
    for (place, index) in visible.enumerated() {
      picturePanel(index, look.words)?.draw(into: &frame, in: grid.place(place, in: rect), look)
    }
  }

  /// Says what would be here, and how.
  func drawHint(_ texts: [String], into frame: inout Frame, in rect: Rect, _ look: Look) {
    frame.write(
      texts.flatMap { text -> [Line] in
        text.hasPrefix("    ")
          ? [[Span(text, .accent)]] : [Span(text)].folded(to: rect.width - 2)
      }, in: rect.inset(top: 1, left: 1), look)
  }
}
