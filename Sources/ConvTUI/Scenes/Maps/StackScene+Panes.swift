import Drawing
import Model

/// The maps as panes.
extension StackScene {
  /// How much of a map's numbers a pane has.
  enum Grain {
    /// All that are in sight, to be read.
    case numbers
    /// As many as have room in a picture of a size in characters.
    case picture(Size)
    /// A few, for a small picture.
    case small
  }

  /// A pane, and how many units of its map become one of its cells.
  struct MapPane {
    var pane: Pane
    let reduced: StackViewport.Reduced
  }

  /// A map as a pane, with the chosen unit in it, or what that sees of it.
  ///
  /// - Parameter channel: Nil for the colours of a picture.
  func pane(
    of map: Int, _ channel: Int?, _ grain: Grain, _ title: Line, _ look: Look
  ) -> MapPane {
    let all = reduced(map, channel, grain, look)
    let plane = channel == nil ? all.maps.meanOfChannels : all.maps.plane()
    var pane = Pane(title, Plane(plane, scale: sight.scales[map]))
    if channel == nil { pane.color = { all.maps.color($0, $1) } }
    if case .numbers = grain {
      pane.isOutlinedAtTimes = true
      pane.isResult = map > 0
    } else {
      (pane.isPicture, pane.fillsRoom, pane.needsNumbers) = (true, true, false)
      pane.size = all.sizes.map { sizes in
        let plane = sizes.plane()
        return { plane[$0, $1] }
      }
      pane.format = NumberFormat([])
    }
    let first = sight.block(map).first
    if map == self.map {
      guard channel == unit.channel || channel == nil else {
        return MapPane(pane: pane, reduced: all)
      }
      let at = all.place(of: unit.at - first)
      (pane.cursor, pane.focus, pane.ringsCursor) = (at, at, pane.isPicture)
      if case .small = grain { (pane.cursor, pane.outline) = (nil, Block(at)) }
    } else if map < self.map {
      let seen =
        map == source.map ? source.window : sight.field(of: unit.at, in: self.map, over: map)
      let isOther =
        map > 0 && map == source.map && !source.isOneOfSeveral && channel != source.channel
      guard !isOther, !seen.rows.isEmpty, !seen.columns.isEmpty else {
        return MapPane(pane: pane, reduced: all)
      }
      let block = all.place(of: seen.moved(by: .zero - first))
      (pane.outline, pane.focus) = (block, block.middle)
    }
    return MapPane(pane: pane, reduced: all)
  }

  private func reduced(
    _ map: Int, _ channel: Int?, _ grain: Grain, _ look: Look
  ) -> StackViewport.Reduced {
    func part(_ all: StackViewport.Reduced) -> StackViewport.Reduced {
      channel.map(all.channel) ?? all
    }
    switch grain {
    case .numbers: return part(.init(maps: sight.maps[map], isPicture: map == 0))
    case .small: return part(sight.small[map])
    case .picture(let size):
      // In few colours a cell is a character or two.
      return look.fillsCells
        ? part(sight.drawn[map])
        : part(sight.drawn[map]).fitting(ImageGrid.elements(in: size, look))
    }
  }

  /// The kernels of a layer as far as they have room beside each other; nil where none has.
  func kernels(of map: Int, in rect: Rect, _ look: Look) -> PaneGrid.Placed? {
    guard let weight = convolution(of: map)?.weight else { return nil }
    let count = weight.shape.batch
    for shown in [count, 8, 6, 4, 3, 2, 1] where shown <= min(count, StackScene.mostKernels) {
      let panes = (0..<shown).map { kernel in
        var pane = Pane(
          [
            Span(
              kernelNames[map - 1].isEmpty
                ? look.words.kernel(kernel + 1)
                : kernelNames[map - 1][kernel % kernelNames[map - 1].count],
              .strong)
          ], Plane(weight.plane(batch: kernel, channel: 0)))
        pane.number = -1
        return pane
      }
      let grid = NumberPanes(panes, rowBreak: shown > 1 ? (shown + 1) / 2 : nil)
      if let placed = grid.placed(in: rect, look) { return placed }
    }
    return nil
  }

  private static let mostKernels = 16
}

extension Tensor {
  /// The colour of a place where the channels are red, green and blue.
  fileprivate func color(_ row: Int, _ column: Int) -> Color {
    Color(
      red: self[0, 0, row, column], green: self[0, 1, row, column], blue: self[0, 2, row, column])
  }
}
