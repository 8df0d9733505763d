import Drawing
import Model

extension WatchScene: SceneWithPointer {
  /// Chooses what is clicked; the next click enlarges it, and one on the enlarged shows all again.
  mutating func click(_ point: Point, in rect: Rect, _ look: Look) {
    let page = page(rect)
    if view == .alarms {
      guard let hit = alarm(at: point, in: page, look.words) else { return }
      if hit == chosen[.alarms, default: 0] {
        _ = openAlarm(look.words)
      } else {
        chosen[.alarms] = hit
      }
    } else if view == .kernels {
      clickTile(point, in: page, look)
    } else if isEnlarged {
      isEnlarged = false
    } else if [.scalars, .images, .histograms].contains(view), count(in: view) > 0 {
      let panels = panels(page)
      let grid = grid(of: view, count(in: view), in: panels.size)
      let hit = visible.enumerated().first {
        grid.place($0.offset, in: panels).contains(point)
      }
      guard let hit else { return }
      isEnlarged = hit.element == chosen[view, default: 0]
      chosen[view] = hit.element
    }
    demand()
  }

  /// Points at a tile of the enlarged tensor, or enlarges the chosen one.
  private mutating func clickTile(_ point: Point, in page: Rect, _ look: Look) {
    guard isEnlarged, look.fillsCells, let tensor = shownTensor(0) else {
      isEnlarged = kernels.indices.contains(kernel)
      return
    }
    let place = tilePlace(in: page)
    let tiles = KernelTiles(tensor, in: place, look).tiles
    let room = Rect(
      row: page.row + 1, column: page.column, width: place.width, height: place.height)
    if let hit = PictureMosaic(tiles, fitting: place).placed(in: room, .init(chosen: tile)).hit(
      point)
    {
      tile = hit.tile
    }
  }
}
