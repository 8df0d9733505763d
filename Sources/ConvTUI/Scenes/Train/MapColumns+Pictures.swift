import Drawing
import Glibc
import Model

extension MapColumns {
  /// A layer's maps, and the columns on the screen that they take.
  private struct Item {
    let layer: Int
    let mosaic: PictureMosaic
    let width: Int
  }

  /// Lines of layers below each other.
  private typealias Lines = [[Item]]

  /// The layers as pictures: all of them where they can be recognized, or without those of high rank;
  /// if even the smallest do not fit, those around the chosen one.
  func pictures(in rect: Rect) -> [Placed] {
    let planes = layers.map(\.maps.planes)
    let ranks = Set(layers.map(\.rank)).sorted(by: >)
    let choices = ranks.map { rank in
      layers.indices.filter { layers[$0].rank <= rank || layers[$0].chosen != nil }
    }
    var lines: Lines = []
    for (index, shown) in choices.enumerated() {
      guard let found = largest(shown, planes, in: rect.size) else { continue }
      lines = found.lines
      if found.isLegible || index == choices.count - 1 { break }
    }
    if lines.isEmpty { lines = [around(planes, in: rect.size)] }
    return place(lines, in: rect)
  }

  /// How large maps are drawn, the largest first: so many halves of a character for a map of one row.
  private static let scales = (0..<100).map { 32 * powf(0.955, Float($0)) }

  /// The largest scale at which some layers fit, in as few lines as will do.
  private func largest(
    _ shown: [Int], _ planes: [[Tensor]], in size: Size
  ) -> (lines: Lines, isLegible: Bool)? {
    for scale in MapColumns.scales {
      for count in 1...3 {
        let height = size.height / count - 1
        guard height >= (count > 1 ? 6 : 1) else { continue }
        let room = Size(width: size.width, height: height)
        let items = shown.map { item($0, planes[$0], scale: scale, in: room) }
        guard items.allSatisfy({ $0.width <= size.width && $0.mosaic.size.height <= height })
        else { continue }
        let lines = fold(items, into: size.width)
        guard lines.count <= count else { continue }
        return (lines, zip(shown, items).allSatisfy { isLegible(planes[$0][0].shape, $1.mosaic) })
      }
    }
    return nil
  }

  private func item(_ layer: Int, _ planes: [Tensor], scale: Float, in room: Size) -> Item {
    let rows = planes[0].shape.rows
    // Small maps beside large ones are drawn larger than they are, so that they can be told too.
    let height = max(min(rows, 4), Int((scale * Float(rows).squareRoot()).rounded()))
    let mosaic = PictureMosaic(planes, tileHeight: min(2 * room.height - 1, height), in: room)
    return Item(
      layer: layer, mosaic: mosaic,
      width: max(mosaic.size.width, layers[layer].title.cellWidth + 1))
  }

  /// Whether what a map shows can be told: by half of its rows, or a dozen where it has many.
  private func isLegible(_ shape: Shape, _ mosaic: PictureMosaic) -> Bool {
    2 * mosaic.tileHeight >= min(24, shape.rows)
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
  private func around(_ planes: [[Tensor]], in size: Size) -> [Item] {
    let room = Size(width: size.width, height: size.height - 1)
    var items = layers.indices.map { item($0, planes[$0], scale: 0, in: room) }
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
              item.mosaic.placed(
                in: place.inset(top: 1),
                .init(chosen: layer.chosen, cursor: layer.cursor, lit: layer.lit)))))
        column += item.width + MapColumns.gap
      }
    }
    return placed
  }
}
