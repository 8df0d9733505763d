import Drawing
import Model

/// All maps of a stack in a row: small pictures with their sizes, from the image to the last layer.
struct StackRow {
  struct Item {
    let title: Line
    let size: Line
    let place, sizePlace: Rect
    /// What stands before it: an arrow, or dots where layers are left out.
    let sign: String
    let maps: [PlacedMap]
    /// Whether it has a small picture that is not shown yet.
    let hidden: Rect?
  }

  let items: [Item]
  /// The rows that it takes.
  let height: Int

  func draw(into frame: inout Frame, _ look: Look) {
    for item in items {
      for map in item.maps { map.panes.draw(into: &frame, look) }
      if let hidden = item.hidden {
        if look.fillsCells { frame.fill(hidden, Style(background: look.theme.empty)) }
        frame.write(
          [Span("?", .secondary)],
          at: Point(row: hidden.row + hidden.height / 2, column: hidden.column + hidden.width / 2),
          look)
      }
      frame.write([item.title], in: item.place, look)
      frame.write([item.size], in: item.sizePlace, look)
      if !item.sign.isEmpty {
        frame.write(
          item.sign, at: Point(row: item.place.row, column: item.place.column - 2),
          look.style(.secondary))
      }
    }
  }

  func hit(_ point: Point) -> StackDrawing.Hit? {
    for map in items.flatMap(\.maps) {
      guard let at = map.unit(at: point) else { continue }
      return StackDrawing.Hit(map: map.map, channel: map.channel, at: at, isLarge: false)
    }
    return nil
  }
}

extension StackScene {
  private static let gap = 3

  /// The layers in a row of a rectangle, the image first and then those around the one that is looked
  /// at.
  func row(in rect: Rect, _ look: Look) -> StackRow {
    guard rect.height > 1 else { return StackRow(items: [], height: 0) }
    // As far in as other panes.
    let rect = rect.inset(left: 1)
    let (all, gap) = (sight.maps.indices, StackScene.gap)
    let measure = measure(in: rect, look)
    let least = measure.widths
    let room = max(2, (rect.width + gap) / ((least.max() ?? 0) + gap))
    let shown =
      measure.total <= rect.width || all.count <= room
      ? Array(all)
      : [0] + (0..<room - 1).map { $0 + max(1, min(all.count - room + 1, map - (room - 1) / 2)) }
    let spare = rect.width - shown.reduce(-gap) { $0 + least[$1] + gap }
    let extra = max(0, min(StackScene.mostExtra, spare / shown.count))
    var column = rect.column
    var items: [StackRow.Item] = []
    for (index, map) in shown.enumerated() {
      let width = min(least[map] + extra, rect.columns.upperBound - column)
      let place = Rect(row: rect.row, column: column, width: width, height: measure.height)
      items.append(
        item(
          map, in: place, measure, sign: index == 0 ? "" : shown[index - 1] + 1 == map ? "→" : "…",
          look))
      column += width + gap
    }
    return StackRow(items: items, height: measure.height)
  }

  /// The most columns that a layer has beside what it needs.
  private static let mostExtra = 32
  /// The fewest rows of small pictures for which those of all maps stand beside each other, and the
  /// most of these; the fewest rows of any; and the fewest in which a frame leaves enough to be seen.
  private static let tiles = (rows: 5, count: 4, least: 3, framed: 6)

  /// How large the small pictures are, and what the layers take with them.
  private struct Measure {
    let picture: Size
    let widths: [Int]
    var total: Int { widths.reduce(-StackScene.gap) { $0 + $1 + StackScene.gap } }
    var height: Int { picture.height + 1 }
  }

  /// Pictures as high as there is room: of all maps of each layer where these still can be told, else of
  /// one map of each, and lower ones where all layers fit then.
  private func measure(in rect: Rect, _ look: Look) -> Measure {
    let maps = sight.maps.indices
    let names = maps.map { shortTitle(of: $0, look.words).cellWidth }
    let texts = maps.map { size(of: $0).cellWidth }
    func measure(_ picture: Size, _ tiles: Int) -> Measure {
      Measure(
        picture: picture,
        widths: maps.map { map in
          max(names[map], min(shape(of: map).channels, tiles) * (picture.width + 1) + texts[map])
        })
    }
    guard look.fillsCells else { return measure(Size(width: -1, height: 1), 1) }
    let (tiles, most) = (StackScene.tiles, rect.height - 1)
    let sizes = (min(tiles.least, most)...most).reversed().map { pictureSize(height: $0) }
    let several = sizes.lazy.filter { $0.height >= tiles.rows }.map { measure($0, tiles.count) }
    let single = sizes.lazy.map { measure($0, 1) }
    return several.first { $0.total <= rect.width } ?? single.first { $0.total <= rect.width }
      ?? measure(sizes[0], 1)
  }

  /// The size of a small picture of a height.
  private func pictureSize(height: Int) -> Size {
    let shape = sight.small[0].maps.shape
    let width = Float(2 * height * shape.columns) / Float(max(1, shape.rows))
    return Size(width: max(2, min(3 * height, Int(width.rounded()))), height: height)
  }

  private func item(
    _ map: Int, in place: Rect, _ measure: Measure, sign: String, _ look: Look
  ) -> StackRow.Item {
    let picture = measure.picture
    let (words, isKnown, isChosen) = (look.words, map <= known, map == self.map)
    let role = isChosen ? Role.accent : .text
    let long = title(of: map, words)
    let title = long.cellWidth <= place.width ? long : shortTitle(of: map, words)
    let size = [Span(isKnown ? self.size(of: map) : "?", isChosen ? .strong : .secondary)]
    guard look.fillsCells else {
      return StackRow.Item(
        title: [Span(title, role)], size: size, place: place, sizePlace: place.inset(top: 1),
        sign: sign, maps: [], hidden: nil)
    }
    let channels = shape(of: map).channels
    let fitting = (place.width - self.size(of: map).cellWidth - 1) / (picture.width + 1)
    let count = max(1, min(channels, fitting, StackScene.tiles.count))
    let chosen = units[map].channel
    let first = max(0, min(channels - count, chosen - count / 2))
    // A pane begins with its title.
    func tile(_ index: Int) -> Rect {
      Rect(
        row: place.row, column: place.column - 1 + index * (picture.width + 1),
        width: picture.width + 2, height: place.height)
    }
    let maps =
      isKnown
      ? (first..<first + count).enumerated().map { index, channel -> PlacedMap in
        var small = pane(of: map, channel, .small, [], look)
        // A frame would hide most of a low picture; the image keeps it, to tell what is seen of it.
        if map > 0, picture.height < StackScene.tiles.framed { small.pane.outline = nil }
        return PlacedMap(map, channel, small, in: tile(index), look)
      } : []
    let hidden = tile(0).inset(top: 1, left: 1, right: 1)
    let pictures = maps.last?.panes.views[0].rect ?? hidden
    return StackRow.Item(
      title: [Span(title, role)], size: size, place: place,
      sizePlace: Rect(
        row: place.row + 1, column: pictures.columns.upperBound + 1,
        width: place.columns.upperBound - pictures.columns.upperBound - 1, height: 1),
      sign: sign, maps: maps, hidden: isKnown ? nil : hidden)
  }
}
