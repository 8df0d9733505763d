import Drawing
import Glibc
import Model

extension MapColumns {
  /// How a layer's maps stand, and the columns on the screen that they take.
  private struct Item {
    let layer: Int
    let layout: PictureMosaic.Layout
    let width: Int
  }

  /// Lines of layers below each other.
  private typealias Lines = [[Item]]

  /// The layers as pictures: all of them where they can be recognized, or without those of high rank;
  /// if even the smallest do not fit, those around the chosen one.
  func pictures(in rect: Rect) -> [Placed] {
    let titles = layers.map { $0.title.cellWidth + 1 }
    let ranks = Set(layers.map(\.rank)).sorted(by: >)
    let choices = ranks.map { rank in
      layers.indices.filter { layers[$0].rank <= rank || layers[$0].chosen != nil }
    }
    var lines: Lines = []
    for (index, shown) in choices.enumerated() {
      guard let found = largest(shown, titles, in: rect.size) else { continue }
      lines = found
      if index == choices.count - 1 || lines.joined().allSatisfy(isLegible) { break }
    }
    if lines.isEmpty { lines = [around(titles, in: rect.size)] }
    return place(lines, in: rect)
  }

  /// How large maps are drawn, the largest first: so many halves of a character for a map of one row.
  private static let scales = (0..<100).map { 32 * powf(0.955, Float($0)) }

  /// The largest scale at which some layers fit, in as few lines as will do.
  private func largest(_ shown: [Int], _ titles: [Int], in size: Size) -> Lines? {
    var best: (scale: Int, lines: Lines)?
    for count in 1...3 {
      let room = Size(width: size.width, height: size.height / count - 1)
      guard room.height >= (count > 1 ? 6 : 1) else { continue }
      // What fits at a scale fits at every smaller one.
      var (first, end, found) = (0, best?.scale ?? MapColumns.scales.count, Lines?.none)
      while first < end {
        let middle = (first + end) / 2
        let scale = MapColumns.scales[middle]
        if let lines = lines(shown, titles, scale, count, in: room, of: size.height - 1) {
          (end, found) = (middle, lines)
        } else {
          first = middle + 1
        }
      }
      if let found { best = (end, found) }
    }
    return best?.lines
  }

  /// Some layers in so many lines or fewer; nil where they do not fit.
  ///
  /// - Parameter height: What one line alone would have.
  private func lines(
    _ shown: [Int], _ titles: [Int], _ scale: Float, _ count: Int, in room: Size, of height: Int
  ) -> Lines? {
    let items = shown.map { item($0, titles[$0], scale: scale, in: room) }
    guard items.allSatisfy({ $0.width <= room.width && $0.layout.size.height <= room.height })
    else { return nil }
    // Names stand beside one column.
    let areNamed = items.allSatisfy { item in
      let names = layers[item.layer].names.count
      return names == 0 || names > height || item.layout.isOneColumn
    }
    guard areNamed else { return nil }
    let lines = fold(items, into: room.width)
    return lines.count <= count ? lines : nil
  }

  private func item(_ layer: Int, _ title: Int, scale: Float, in room: Size) -> Item {
    let shape = layers[layer].maps.shape
    // Small maps beside large ones are drawn larger than they are, so that they can be told too.
    let least = layers[layer].names.isEmpty ? min(shape.rows, 4) : 2
    let height = max(least, Int(scale * Float(shape.rows).squareRoot() + 0.5))
    let layout = PictureMosaic.Layout(
      shape, count: shape.channels, tileHeight: min(2 * room.height - 1, height), in: room)
    let width = layout.size.width + layers[layer].widthOfNames
    return Item(layer: layer, layout: layout, width: max(width, title))
  }

  /// Whether what a map shows can be told: by half of its rows, or a dozen where it has many.
  private func isLegible(_ item: Item) -> Bool {
    2 * item.layout.tileHeight >= min(24, layers[item.layer].maps.shape.rows)
  }

  /// The items in lines of a width that has room for any of them, one after the other.
  private func fold(_ items: [Item], into width: Int) -> Lines {
    var lines: Lines = []
    var used = width + 1
    for item in items {
      if used + MapColumns.gap + item.width > width {
        lines.append([item])
        used = item.width
      } else {
        lines[lines.count - 1].append(item)
        used += MapColumns.gap + item.width
      }
    }
    return lines
  }

  /// The smallest tiles of the chosen layer and of as many around it as have room.
  private func around(_ titles: [Int], in size: Size) -> [Item] {
    let room = Size(width: size.width, height: size.height - 1)
    var items = layers.indices.map { item($0, titles[$0], scale: 0, in: room) }
    func width() -> Int { items.reduce(-MapColumns.gap) { $0 + $1.width + MapColumns.gap } }
    while items.count > 1, width() > size.width {
      let chosen = items.firstIndex { layers[$0.layer].chosen != nil } ?? 0
      items.remove(at: chosen > (items.count - 1) / 2 ? 0 : items.count - 1)
    }
    return items
  }

  private func place(_ lines: Lines, in rect: Rect) -> [Placed] {
    var placed: [Placed] = []
    let height = rect.height / max(1, lines.count)
    for (index, line) in lines.enumerated() {
      var column = rect.column - 1
      for item in line {
        let place = Rect(
          row: rect.row + index * height, column: column,
          width: min(item.width, rect.columns.upperBound - column), height: height)
        let layer = layers[item.layer]
        placed.append(
          Placed(
            layer: item.layer, rect: place,
            content: .picture(
              PictureMosaic(layer.maps.planes, item.layout).placed(
                in: place.inset(top: 1),
                .init(chosen: layer.chosen, cursor: layer.cursor, lit: layer.lit)))))
        column += item.width + MapColumns.gap
      }
    }
    return placed
  }
}
