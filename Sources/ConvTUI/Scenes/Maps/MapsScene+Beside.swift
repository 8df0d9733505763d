import Drawing
import Model

/// The text about the chosen map, beside the panes: its kernel, what its colours mean, and what can be done.
extension MapsScene {
  func drawText(
    into frame: inout Frame, in rect: Rect, _ sight: Sight, _ shown: Shown, _ look: Look
  ) {
    let words = look.words
    let value = values(width: rect.width, words).flatMap { $0.folded(to: rect.width) }
    var place = rect.inset(bottom: value.isEmpty ? 0 : value.count + 1)
    func write(_ lines: [Line]) {
      let folded = lines.flatMap { $0.folded(to: place.width) }
      guard folded.count < place.height else { return }
      frame.write(folded, in: place, look)
      place = place.inset(top: folded.count + 1)
    }
    write(head(words))
    drawKernel(
      into: &frame, in: &place,
      height: filters[max(0, pane - 1)].plane.map {
        MapsScene.kernelHeight($0.kernel.shape.rows, in: place.height)
      } ?? 0, look)
    if let effect = effectText(words) {
      let span = Span(effect, .strong)
      write([[pane > 0 ? span.asResult : span]])
    }
    for sentence in meaning(sight, shown, words) { write([[Span(sentence)]]) }
    drawKey(into: &frame, in: &place, sight, shown, look)
    write([brightest(shown, words)].compactMap(\.self).map { [Span($0)] })
    if cursor == nil {
      write([[Span(isEnlarged ? words.mapsBackKeys : words.mapsKeys, .secondary)]])
    }
    for sentence in settings(words) { write([[Span(sentence, .secondary)]]) }
    if pane == 0 { drawKernels(into: &frame, in: place.inset(top: 1), look) }
    frame.write(
      value,
      in: Rect(
        row: rect.rows.upperBound - value.count, column: rect.column, width: rect.width,
        height: value.count), look)
  }

  /// What the chosen kernel does, or at the image a question on that.
  func effectText(_ words: Words) -> String? {
    if pane > 0 { return filters[pane - 1].effect.map(words.sentence) }
    let effects = filters.compactMap(\.effect)
    return effects.lazy.filter { effect in effects.count { $0 == effect } == 1 }
      .compactMap(words.question).first
  }

  /// The name and the sizes.
  private func head(_ words: Words) -> [Line] {
    guard pane > 0 else {
      return [
        [Span(words.image, .strong)],
        [Span("\(picture.rows)×\(picture.columns)", .secondary)],
      ]
    }
    let weight = filters[pane - 1].plane?.kernel ?? filters[pane - 1].weight
    return [
      [Span(words.name(of: filters[pane - 1]).printable, .strong)],
      [Span("\(weight.shape)" + (mapSize(pane).map { " → \($0)" } ?? ""), .secondary)],
    ]
  }

  /// The columns of a kernel that stands beside lines of text.
  static let kernelWidth = 32

  /// Whether a kernel stands beside so many lines.
  static func hasKernelBelow(_ text: Rect) -> Bool { text.height >= 7 && text.width >= 120 }

  /// The kernel in numbers, in at most some rows of the place.
  func drawKernel(
    into frame: inout Frame, in place: inout Rect, height: Int, _ look: Look
  ) {
    guard pane > 0, let kernel = filters[pane - 1].plane?.kernel else { return }
    var drawn = Pane([], MapsScene.plane(of: kernel, width: place.width))
    (drawn.needsNumbers, drawn.shrinks) = (false, true)
    // Its title, which is empty, is the free row above it.
    let room = place.inset(top: -1, left: -1, right: -1)
    let placed = PaneGrid([[drawn]], isCentered: false).placed(
      in: Rect(
        row: room.row, column: room.column, width: room.width,
        height: min(room.height, height)), look
    )
    placed.draw(into: &frame, look)
    place = place.inset(top: placed.bottom + 1 - place.row)
  }

  /// A kernel with as many decimals as its weights have, up to four, where these have room.
  private static func plane(of kernel: Tensor, width: Int) -> Plane {
    let areWhole = kernel.elements.allSatisfy { $0 == $0.rounded() }
    guard !areWhole, kernel.shape.columns * exactWidth <= width else { return Plane(kernel) }
    return Plane(kernel, format: NumberFormat(kernel.elements, decimals: 4))
  }

  /// The columns of a number with four decimals and what is free beside it.
  private static let exactWidth = 9

  /// All kernels below each other, where they have room, while none of them is chosen.
  private func drawKernels(into frame: inout Frame, in place: Rect, _ look: Look) {
    let kernels = filters.compactMap { filter in
      filter.plane.map { (look.words.name(of: filter).printable, $0.kernel) }
    }
    // A title above, and a free row below.
    let heights = kernels.map { $0.1.shape.rows + 2 }
    guard heights.reduce(0, +) <= place.height + 1 else { return }
    var top = place.row
    for ((name, kernel), height) in zip(kernels, heights) {
      var drawn = Pane([Span(name, .strong)], MapsScene.plane(of: kernel, width: place.width))
      (drawn.needsNumbers, drawn.shrinks) = (false, true)
      PaneGrid([[drawn]], isCentered: false).placed(
        in: Rect(row: top, column: place.column - 1, width: place.width + 2, height: height - 1),
        look
      ).draw(into: &frame, look)
      top += height
    }
  }

  /// In cells of one row, of three with the number in the middle, or larger ones where there is room.
  private static func kernelHeight(_ rows: Int, in height: Int) -> Int {
    height >= 12 * rows ? height / 3 : height >= 7 * rows ? 3 * rows + 1 : rows + 1
  }

  /// What a spot shows.
  func meaning(_ sight: Sight, _ shown: Shown, _ words: Words) -> [String] {
    if sight.format != nil {
      return [words.pixels(in: Block(rows: sight.rows, columns: sight.columns))]
    }
    let scale = shown.scale(pane)
    let range = shown.part(pane)?.inside.finiteRange
    let isCut =
      scale.isGrey && range.map { $0.lowerBound < 0 || $0.upperBound > scale.upper } ?? false
    return [
      pane > 0 && scale.isGrey
        ? sight.step > 1 ? words.alikeFromAfar : words.greyLikeTheImage : nil,
      isCut ? words.outsideIsCut(scale.upper) : nil,
      scaleText(sight, shown, words),
      pane == 0 && picture.isBrightness ? words.brightnessAlone : nil,
    ].compactMap(\.self)
  }

  /// Where the last colour begins before the largest number.
  private func brightest(_ shown: Shown, _ words: Words) -> String? {
    let scale = shown.scale(pane)
    guard pane > 0, !scale.isGrey, let range = shown.part(pane)?.inside.finiteRange,
      max(-range.lowerBound, range.upperBound) > scale.upper
    else { return nil }
    return words.brightest(from: scale.upper, isSigned: scale.lower < 0)
  }

  /// The colours of the signs.
  private func drawKey(
    into frame: inout Frame, in place: inout Rect, _ sight: Sight, _ shown: Shown, _ look: Look
  ) {
    guard let scale = signedPane(shown).map(shown.scale) else { return }
    for (sign, isMixed) in key(shown) where place.height > 0 {
      let size = scale.upper * 0.7
      let mixture = Mixture(mean: Float(sign) * size, size: size)
      let start = Point(row: place.row, column: place.column)
      if look.fillsCells {
        frame.fill(
          Rect(row: start.row, column: start.column, width: 2, height: 1),
          Style(background: scale.color(mixture, look.theme)))
      } else {
        frame.write(["−−", "±±", "++"][sign + 1], at: start, look.style(Role(signOf: Float(sign))))
      }
      frame.write(
        [[Span(look.words.sign(sign, ofMany: isMixed))]], in: place.inset(left: 3), look)
      place = place.inset(top: 1)
    }
    place = place.inset(top: 1)
  }

  /// The signs that colours tell, and whether a spot has several numbers.
  func key(_ shown: Shown) -> [(sign: Int, isMixed: Bool)] {
    guard let signed = signedPane(shown) else { return [] }
    return shown.part(signed)?.sizes == nil
      ? [(1, false), (-1, false)] : [(1, true), (-1, true), (0, true)]
  }

  /// The map whose colours tell signs: the chosen one, or where the image is chosen the first in sight.
  private func signedPane(_ shown: Shown) -> Int? {
    (pane > 0 ? [pane] : shown.panes).first { $0 > 0 && shown.scale($0).lower < 0 }
  }

  /// What of the settings the strip does not explain: how a photograph is padded, and by whose largest
  /// number maps are coloured where that is unusual.
  private func settings(_ words: Words) -> [String] {
    (motion.sliding.options.mode == .replicate ? [words.borderRepeats] : [])
      + (contrast == .each ? [] : [words.colors(contrast)])
  }

  /// What is under the cursor, a number below its place where it has no room behind it.
  private func values(width: Int, _ words: Words) -> [Line] {
    guard let cursor else { return [] }
    let (input, output) = values(under: cursor, words)
    let lines = [input] + (output.map { [$0] } ?? [])
    let folded = lines.flatMap { line -> [Line] in
      line.cellWidth <= width || line.count < 3
        ? [line] : [Array(line.prefix(1)), [Span("= ", .secondary)] + line.dropFirst(2)]
    }
    return folded + [[Span(words.enterTakesApart, .secondary)]].filter { $0.cellWidth <= width }
  }
}
