import Drawing
import Model

/// The maps of the layer that is looked at beside a map before, and how the chosen number is made.
struct StackStage {
  var maps: [PlacedMap] = []
  /// All of them with their numbers, instead: each is numbered by its channel, and the map before by −1.
  var numbers: PaneGrid.Placed?
  /// The numbers that the chosen one is made of, or the kernels that come next.
  var strip: PaneGrid.Placed?
  var arrow: Point?
  /// The maps in `numbers`: the one looked at, and the one before with the channel of it that is seen.
  var map = 0
  var before = (map: 0, channel: 0)

  func draw(into frame: inout Frame, _ look: Look) {
    for map in maps { map.panes.draw(into: &frame, look) }
    numbers?.draw(into: &frame, look)
    strip?.draw(into: &frame, look)
    if let arrow { frame.write("→", at: arrow, look.style(.secondary)) }
  }

  func hit(_ point: Point) -> StackDrawing.Hit? {
    if let hit = numbers?.hit(point) {
      let isBefore = hit.pane < 0
      return StackDrawing.Hit(
        map: isBefore ? before.map : map, channel: isBefore ? before.channel : hit.pane, at: hit.at,
        isLarge: !isBefore)
    }
    for placed in maps {
      guard let at = placed.unit(at: point) else { continue }
      return StackDrawing.Hit(
        map: placed.map, channel: placed.channel, at: at, isLarge: placed.map == map)
    }
    return nil
  }
}

extension Size {
  /// Less the room for lines around some cells.
  fileprivate var ringed: Size { Size(width: max(1, width - 2), height: max(1, height - 2)) }
}

extension StackScene {
  private static let arrowRoom = 3
  /// The most numbers that are tried to be written out.
  private static let mostNumbers = 600

  func stage(in rect: Rect, _ look: Look) -> StackStage {
    var stage = StackStage()
    let source = source
    (stage.map, stage.before) = (map, (source.map, source.channel))
    guard map > 0 || isEnlarged else { return opening(stage, in: rect, look) }
    // How the number is made has some lines where there are many.
    let kept = rect.height < 15 ? 0 : rect.height < 24 ? 5 : 13
    let upper = rect.inset(bottom: kept)
    if let numbers = numbers(in: upper, look) ?? (kept > 0 ? numbers(in: rect, look) : nil) {
      stage.numbers = numbers
      stage.strip = isEnlarged ? nil : strip(in: rect, below: numbers.bottom, look)
      return stage
    }
    guard !isEnlarged else {
      stage.maps = outputs(in: rect, look)
      return stage
    }
    stage = pictures(stage, in: upper, look)
    stage.strip = strip(in: rect, below: bottom(of: stage), look)
    return stage.strip == nil && kept > 0 ? pictures(stage, in: rect, look) : stage
  }

  /// The maps as pictures, and how the number is made at a place of its own; nil where their numbers have
  /// room, or that has none.
  func stage(in rect: Rect, strip place: Rect, _ look: Look) -> StackStage? {
    guard numbers(in: rect, look) == nil,
      let strip = explanationDrawing(look.words)
        .narrowStrip(before: source.map == 0 ? look.words.image : look.words.layer(source.map))?
        .placed(in: place, look)
    else { return nil }
    var stage = StackStage()
    (stage.map, stage.before) = (map, (source.map, source.channel))
    stage = pictures(stage, in: rect, look)
    stage.strip = strip
    return stage
  }

  private func bottom(of stage: StackStage) -> Int {
    stage.maps.flatMap(\.panes.views).reduce(0) { max($0, $1.rect.rows.upperBound) }
  }

  // MARK: The picture alone

  /// The picture, and the kernels of the first layer beside it.
  private func opening(_ stage: StackStage, in rect: Rect, _ look: Look) -> StackStage {
    var stage = stage
    let channels = shape.channels
    if let numbers = numbers(in: rect.inset(right: rect.width / 2), look) {
      stage.numbers = numbers
      let right = numbers.views.map { $0.rect.columns.upperBound }.max() ?? rect.column
      stage.strip = kernels(of: 1, in: rect.inset(left: right - rect.column + 3), look)
      return stage
    }
    let image = sight.drawn[0].maps.shape
    let width = min(rect.width * (channels > 1 ? 2 : 1) / 2, rect.width)
    let grid = MapGrid(
      count: min(channels, 4), image, in: Size(width: width, height: rect.height), look)
    stage.maps = placed(grid, in: rect.inset(right: rect.width - width), look)
    let views = stage.maps.flatMap(\.panes.views)
    let right = views.map { $0.rect.columns.upperBound }.max() ?? rect.column
    stage.strip = kernels(of: 1, in: rect.inset(left: right - rect.column + 3), look)
    if stage.strip == nil {
      let whole = MapGrid(count: min(channels, 4), image, in: rect.size, look)
      stage.maps = placed(whole, in: rect, look)
    }
    return stage
  }

  // MARK: Numbers

  /// The map before and those of the layer with all of their numbers; nil where these have no room.
  private func numbers(in rect: Rect, _ look: Look) -> PaneGrid.Placed? {
    let source = source
    let (own, before) = (sight.maps[map].shape, sight.maps[source.map].shape)
    let channels = isEnlarged ? unit.channel..<unit.channel + 1 : 0..<own.channels
    guard channels.count * own.area + before.area <= StackScene.mostNumbers else { return nil }
    var panes = channels.map { channel in
      var pane = pane(of: map, channel, .numbers, title(ofMap: channel, look.words), look).pane
      pane.number = channel
      return pane
    }
    let hasInput = map > 0 && !isEnlarged
    if hasInput {
      var input = pane(
        of: source.map, source.channel, .numbers, inputTitle(source, within: .max, look.words), look
      ).pane
      input.number = -1
      panes.insert(input, at: 0)
    }
    let operators = panes.indices.dropLast().map { $0 == 0 && hasInput ? "→" : "" }
    return NumberPanes(
      panes, operators: operators, rowBreak: panes.count > 2 ? (panes.count + 1) / 2 : nil
    ).placed(in: rect, look)
  }

  // MARK: Pictures

  private func pictures(_ stage: StackStage, in rect: Rect, _ look: Look) -> StackStage {
    var stage = stage
    let (source, shape) = (source, sight.drawn[map].maps.shape)
    let count = shownAtMost(in: rect)
    let width = MapGrid(count: count + 1, shape, in: rect.size, look).pane.width
    let area = rect.inset(left: width + StackScene.arrowRoom + 1)
    let grid = MapGrid(count: count, shape, in: area.size, look)
    let height = usedHeight(grid, shape, look)
    let isColored = source.isOneOfSeveral && source.map == 0 && picture.isColored
    let room = Size(width: width, height: height)
    let input = pane(
      of: source.map, isColored ? nil : source.channel,
      .picture(look.fillsCells ? room : room.ringed),
      inputTitle(source, within: width + 1, look.words), look)
    let place = Rect(row: rect.row, column: rect.column, width: width + 2, height: height + 1)
    stage.maps =
      [PlacedMap(source.map, source.channel, input, in: place, look)]
      + placed(grid, in: area, look)
    let view = stage.maps[0].panes.views[0].rect
    stage.arrow = Point(
      row: view.row + view.height / 2, column: min(view.columns.upperBound + 1, area.column))
    return stage
  }

  /// One map by itself, or all of them.
  private func outputs(in rect: Rect, _ look: Look) -> [PlacedMap] {
    let grid = MapGrid(
      count: shownAtMost(in: rect), sight.drawn[map].maps.shape, in: rect.size, look)
    return placed(grid, in: rect, look)
  }

  /// Where there is little room, only the chosen map has any.
  private func shownAtMost(in rect: Rect) -> Int {
    isEnlarged || rect.height < 8 || rect.width < 60 ? 1 : shape.channels
  }

  /// The rows of a pane that its picture takes.
  private func usedHeight(_ grid: MapGrid, _ shape: Shape, _ look: Look) -> Int {
    guard look.fillsCells else { return grid.pane.height }
    let rows = Float(grid.pane.width * shape.rows) / Float(2 * shape.columns)
    return max(1, min(grid.pane.height, Int(rows.rounded(.up))))
  }

  private func placed(_ grid: MapGrid, in rect: Rect, _ look: Look) -> [PlacedMap] {
    let (shape, height) = (
      self.shape, usedHeight(grid, sight.drawn[map].maps.shape, look)
    )
    let page =
      grid.count == 1 && (isEnlarged || shape.channels > 1)
      ? unit.channel..<unit.channel + 1 : grid.page(of: unit.channel, of: shape.channels)
    return page.enumerated().map { index, channel in
      let (row, column) = index.quotientAndRemainder(dividingBy: grid.columns)
      let place = Rect(
        row: rect.row + row * (height + 1), column: rect.column + column * (grid.pane.width + 3),
        width: grid.pane.width + 2, height: height + 1)
      let room = Size(width: grid.pane.width, height: height)
      let pane = pane(
        of: map, channel, .picture(room), title(ofMap: channel, look.words, page.count), look)
      return PlacedMap(map, channel, pane, in: place, look)
    }
  }

  // MARK: Titles

  /// - Parameter shown: How many maps are seen of the layer.
  private func title(ofMap channel: Int, _ words: Words, _ shown: Int = .max) -> Line {
    let (isChosen, count) = (channel == unit.channel, shape.channels)
    let name = name(of: map, channel, words).printable
    let detail = shown < count ? words.map(channel + 1, of: count) : size(ofOneOf: map)
    return [
      Span((isChosen && count > 1 ? "▸ " : "") + name, isChosen ? .accent : .strong),
      Span("  " + detail, .secondary),
    ]
  }

  private func inputTitle(_ source: Source, within width: Int, _ words: Words) -> Line {
    let isOwn = source.map == 0 && picture.isColored && source.isOneOfSeveral
    let own = isOwn ? words.image : name(of: source.map, source.channel, words)
    let whole = source.map == 0 ? own : words.list([words.layer(source.map), own])
    let name = whole.cellWidth <= width ? whole : own
    return [
      Span(name.printable, .strong), Span("  " + size(ofOneOf: source.map), .secondary),
    ]
  }

  private func size(ofOneOf map: Int) -> String {
    let shape = shape(of: map)
    return "\(shape.rows)×\(shape.columns)"
  }

  // MARK: How a number is made

  private func strip(in rect: Rect, below row: Int, _ look: Look) -> PaneGrid.Placed? {
    let top = row + (rect.height < 24 ? 0 : 1)
    let place = rect.inset(top: top - rect.row)
    guard place.height >= 3 else { return nil }
    return explanationDrawing(look.words).strip?.placed(in: place, look)
  }
}
