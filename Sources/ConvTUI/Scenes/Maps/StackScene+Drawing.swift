import Drawing
import Model

extension StackScene {
  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    if isTakenApart {
      explanationDrawing(look.words).draw(into: &frame, in: rect, look)
      return
    }
    columns(look.words).draw(into: &frame, in: page(in: rect), look)
    let lines = lines(width: Board.textWidth(rect), look.words)
    frame.write(
      lines,
      in: Rect(
        row: rect.rows.upperBound - lines.count, column: rect.column + 1,
        width: Board.textWidth(rect), height: lines.count), look)
  }

  /// What is left above the lines at the foot.
  func page(in rect: Rect) -> Rect { rect.inset(left: 1, bottom: 3) }

  /// What a map is called: where two layers have one name, each with its number.
  func title(of map: Int, _ words: Words) -> String {
    guard map > 0 else { return words.image }
    return (Set(titles).count < titles.count ? "\(map) " : "") + titles[map - 1]
  }

  func columns(_ words: Words) -> MapColumns {
    let layers = (isEnlarged ? map..<map + 1 : sight.maps.indices).map { map in
      let (shape, scale) = (sight.whole.shapes[map], sight.scales[map])
      return MapColumns.Layer(
        title: [
          Span(title(of: map, words).printable, map == self.map ? .accent : .secondary)
        ], details: ["\(shape)", Formula.range(scale)].map { Span("  " + $0, .secondary) },
        maps: sight.drawn[map].maps, scale: scale,
        chosen: map == self.map ? unit.channel : nil, cursor: cursor(map), lit: lit(map))
    }
    return MapColumns(layers: isEnlarged ? layers.map(\.enlarged) : layers)
  }

  /// The chosen unit in its own map as it is drawn.
  private func cursor(_ map: Int) -> Position? {
    guard hasCursor, map == self.map else { return nil }
    return (unit.at - sight.block(map).first).map { $0 / sight.drawn[map].side }
  }

  /// What the chosen unit sees of a map before its own, and of its own itself.
  private func lit(_ map: Int) -> Block? {
    guard hasCursor, map < self.map else { return nil }
    let seen = sight.field(of: unit.at, in: self.map, over: map)
    let block = seen.moved(by: .zero - sight.block(map).first)
    let side = sight.drawn[map].side
    func squares(_ range: Range<Int>) -> Range<Int> {
      range.lowerBound / side..<(range.upperBound + side - 1) / side
    }
    return Block(rows: squares(block.rows), columns: squares(block.columns))
  }

  /// The chosen number: "relu[3, 4,7]".
  func cell(_ words: Words) -> String {
    Formula.unit(title(of: map, words), unit.channel, of: shape.channels, unit.at)
  }

  private func lines(width: Int, _ words: Words) -> [Line] {
    let seen = sight.whole.field.field(of: map).size.map { $0 * sight.scale }
    let hint = hasCursor ? words.enterTakesApart : words.stackKeys
    let details = [
      lens.zoom > 0 ? words.view(words.pixels(in: sight.pixels)) : nil,
      map == 0 && picture.isBrightness ? words.brightnessAlone : nil,
      shape.channels > 1 ? words.mapOfLayer(unit.channel, of: shape.channels) : nil,
      layer.flatMap { words.movement($0, isTurned: turned.contains(map)) },
      words.sees(seen),
      sight.scale > 1 ? words.meansOfPixels(sight.scale) : nil,
      hint,
    ].compactMap(\.self)
    return [
      [
        Span(cell(words).printable, .accent), Span(" = ", .secondary),
        map > 0
          ? Span(NumberText.short(value), .strong).asResult
          : Span(NumberText.short(value), .strong),
        Span("   " + words.explained(origin), .text),
      ].prefix(within: width),
      details.enumerated().map { Span(($0 > 0 ? "   " : "") + $1, .secondary) }
        .prefix(within: width),
    ]
  }

  func explanationDrawing(_ words: Words) -> ExplanationDrawing {
    var (before, channel, window) = (self.before(map), unit.channel, Block(unit.at))
    if case .taken(let input, let own, let at) = origin, map > 0 {
      (before, channel, window) = (graph.nodes[map - 1].inputs[input], own, Block(at))
    } else if map > 0 {
      window = sight.field(of: unit.at, in: map, over: before)
    }
    return ExplanationDrawing(
      cell: cell(words).printable, value: value, origin: origin, sentence: words.explained(origin),
      beforeName: before == 0 ? words.image : words.mapBefore, before: sight.part.regions[before],
      channel: channel, window: window, scroll: scroll, words: words)
  }
}
