import Model

extension StackScene {
  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    if isTakenApart {
      explanationDrawing.draw(into: &frame, in: rect, look)
      return
    }
    columns.draw(into: &frame, in: page(in: rect), look)
    let lines = lines(width: Board.textWidth(rect))
    frame.write(
      lines,
      in: Rect(
        row: rect.rows.upperBound - lines.count, column: rect.column + 1,
        width: Board.textWidth(rect), height: lines.count), look)
  }

  /// What is left above the lines at the foot.
  func page(in rect: Rect) -> Rect { rect.inset(left: 1, bottom: 3) }

  var columns: MapColumns {
    // What the chosen unit sees.
    let lit = maps.indices.map { map -> Block? in
      guard map < self.map else { return nil }
      let paths = stack.field.paths(from: unit.at, of: self.map, to: map)
      guard let rows = StackScene.extent(paths.rows), let columns = StackScene.extent(paths.columns)
      else { return Block(rows: 0..<0, columns: 0..<0) }
      return Block(rows: rows, columns: columns)
    }
    return MapColumns(
      layers: maps.indices.map { map in
        MapColumns.Layer(
          title: [Span(Text.printable(titles[map]), map == self.map ? .accent : .secondary)],
          maps: maps[map], scale: map == 0 ? .picture : ColorScale(maps[map].finiteRange),
          chosen: map == self.map ? unit.channel : nil, lit: hasCursor ? lit[map] : nil)
      })
  }

  private static func extent(_ counts: [Double]) -> Range<Int>? {
    guard let first = counts.firstIndex(where: { $0 > 0 }),
      let last = counts.lastIndex(where: { $0 > 0 })
    else { return nil }
    return first..<last + 1
  }

  /// The chosen number: "relu[3, 4,7] = 0.25".
  var cell: String { Text.unit(titles[map], unit.channel, of: shape.channels, unit.at) }

  private func lines(width: Int) -> [Line] {
    let field = stack.field.field(after: map)
    return [
      [
        Span(Text.printable(cell), .accent), Span(" = ", .secondary),
        Span(NumberText.short(value), .strong),
        Span("   " + Text.explained(explanation), .text),
      ].prefix(within: width),
      [
        Span(Text.sees(field.size), .secondary),
        Span("   " + (hasCursor ? Text.enterTakesApart : Text.stackKeys), .secondary),
      ].prefix(within: width),
    ]
  }

  private var explanationDrawing: ExplanationDrawing {
    ExplanationDrawing(
      cell: Text.printable(cell), value: value, explanation: explanation,
      before: map > 0 ? maps[map - 1] : maps[map], channel: unit.channel,
      window: window, firstChannel: firstChannel)
  }

  /// The part of the map before that the chosen unit is made from.
  private var window: Block {
    guard map > 0 else { return Block(unit.at) }
    let paths = stack.field.paths(from: unit.at, of: map, to: map - 1)
    return Block(
      rows: StackScene.extent(paths.rows) ?? 0..<0,
      columns: StackScene.extent(paths.columns) ?? 0..<0)
  }
}
