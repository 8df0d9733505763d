import Drawing
import Model

/// The text about the chosen map, the settings and the cursor, below the panes.
extension MapsScene {
  ///
  /// - Parameter drawsKernel: Whether the kernel stands as a matrix beside them.
  func lines(_ sight: Sight, _ size: Size, drawsKernel: Bool, _ words: Words) -> [Line] {
    let width = size.width
    let about = about(width: width, drawsKernel: drawsKernel, words)
    // What the kernel does has a line of its own where it has no room behind it.
    let effect = pane > 0 && cursor == nil && size.height > 2 ? effectText(words) : nil
    let isSaid = effect.map { effect in about.contains { $0.text.hasSuffix(effect) } } ?? true
    let lines =
      [about] + (isSaid ? [] : [[Span(effect ?? "", .strong).asResult]])
      + [settings(sight, width: width, words)]
    let isColorTold = lines.joined().contains { $0.text.contains(words.brightnessAlone) }
    let colors: [Line] =
      pane == 0 && picture.isBrightness && cursor == nil && size.height > 2 && !isColorTold
      ? [[Span(words.brightnessAlone, .secondary)]] : []
    let value = cursor.map { [valueLine($0, width: width, words)] } ?? []
    return size.height < 3 ? value + lines : lines + colors + value
  }

  /// What is chosen.
  private func about(width: Int, drawsKernel: Bool, _ words: Words) -> Line {
    guard pane > 0 else {
      let others = isPaired(grid) ? words.nextOfMaps(filters.count) : words.mapsKeys
      let hint = cursor == nil ? others : words.enterTakesApart
      let head = [Span(words.image, .strong)]
      // One map beside the image would be the answer.
      let asked =
        isPaired(grid) ? [] : effectText(words).map { [Span("  " + $0, .strong)] } ?? []
      let choices = [
        head + asked + [Span("  " + hint, .secondary)], head + asked,
      ]
      return choices.first { $0.cellWidth <= width } ?? choices[1].prefix(within: width)
    }
    let weight = filters[pane - 1].plane?.kernel ?? filters[pane - 1].weight
    let size = mapSize(pane).map { " → \($0)" } ?? ""
    let head = [
      Span(words.name(of: filters[pane - 1]).printable, .strong),
      Span("  \(weight.shape)\(size)  ", .secondary),
    ]
    let kernel =
      drawsKernel && filters[pane - 1].plane != nil
      ? [] : [Span(Formula.rows(of: weight, width: width - 40))]
    let does = effectText(words).map { [Span("  " + $0, .strong)] } ?? []
    return [head + kernel + does, head + kernel].first { $0.cellWidth <= width }
      ?? (head + kernel).prefix(within: width)
  }

  /// What a spot shows and what its colours mean, and how the kernels move, as far as they fit.
  private func settings(_ sight: Sight, width: Int, _ words: Words) -> Line {
    let shown = shown(in: grid, sight)
    let key = key(shown).flatMap { sign, isMixed in
      [Span("  "), Span("■ ", Role(signOf: Float(sign), zero: .secondary))]
        + [Span(words.sign(sign, ofMany: isMixed), .secondary)]
    }
    let texts =
      sight.format != nil
      ? [words.pixels(in: Block(rows: sight.rows, columns: sight.columns))]
      : [
        meaning(sight, shown, words).joined(separator: " "), scaleText(sight, shown, words),
        words.shortScale(spot(sight)),
      ]
    let motion = (motionText(words) + (contrast == .each ? [] : [words.colors(contrast)]))
      .joined(separator: ", ")
    let lines = texts.map { [Span($0, .secondary)] + key }
    let whole = lines[0] + [Span("   " + motion, .secondary)]
    let choices = [whole] + lines + [key, [Span(texts[texts.count - 1], .secondary)]]
    return choices.first { $0.cellWidth <= width } ?? []
  }

  /// What a spot of the chosen pane shows.
  func scaleText(_ sight: Sight, _ shown: Shown, _ words: Words) -> String {
    words.scale(
      spot(sight), isWhole: whole != nil,
      isSigned: pane > 0 && !shown.scale(pane).isGrey,
      isBright: look.fillsCells) + (pane == 0 && isSeveral(spot(sight)) ? words.zoomsIn : "")
  }

  private func isSeveral(_ spot: Spot) -> Bool {
    if case .several = spot.size { look.fillsCells } else { false }
  }

  /// The number under the cursor, in the picture itself and in the map that is chosen.
  private func valueLine(_ cursor: Position, width: Int, _ words: Words) -> Line {
    let (input, output) = values(under: cursor, words)
    guard let output else { return input.prefix(within: width) }
    let choices = [
      input + [Span("   ")] + output + [Span("   " + words.enterTakesApart, .secondary)],
      input + [Span("   ")] + output, output,
    ]
    return choices.first { $0.cellWidth <= width } ?? output
  }

  /// The number under the cursor in the picture, and in the map that is chosen.
  func values(under cursor: Position, _ words: Words) -> (input: Line, output: Line?) {
    func equation(_ cell: String, _ value: Span) -> Line {
      [Span(cell, .accent), Span(" = ", .secondary), value]
    }
    let pixel = picture.part(
      rows: cursor.row..<cursor.row + 1, columns: cursor.column..<cursor.column + 1, step: 1)
    let input = equation(
      Formula.cell("X", cursor),
      Span(pixel.elements.map(NumberText.short).joined(separator: " "), .strong))
    guard pane > 0 else { return (input, nil) }
    guard let at = place(of: cursor, in: pane, step: 1), let value = value(at: cursor, in: pane)
    else { return (input, [Span(words.noMapHere, .secondary)]) }
    return (
      input,
      equation(Formula.cell("Y", at), Span(NumberText.short(value), .strong).asResult)
    )
  }

  /// How the kernels move, in a few words each.
  func motionText(_ words: Words) -> [String] {
    words.motion(motion) + groupsText(words)
  }

  /// Into how many groups the channels are divided, where there are several channels.
  func groupsText(_ words: Words) -> [String] {
    picture.channels > 1 ? [words.groupCount(groups)] : []
  }
}

extension MapsScene {
  /// The numbers that a spot of a picture stands for.
  struct Spot {
    enum Size {
      case own, shared
      case several(PlaneSize)
    }
    var size = Size.own
    /// The rows of numbers in sight, and the rows of spots that they are drawn in.
    var rows = 0
    var drawnRows = 0
    /// The pixels of the picture that become one number.
    let step: Int
  }

  /// A spot is a quarter of a character, or one character where colours are few.
  func spot(_ sight: Sight) -> Spot {
    let step = sight.step
    guard look.fillsCells else {
      return Spot(size: step == 1 ? .own : .several(PlaneSize(step)), step: step)
    }
    let (room, seen) = (grid.pane, PlaneSize(rows: sight.rows.count, columns: sight.columns.count))
    let scale = min(
      Double(room.width) / Double(max(1, seen.columns)),
      Double(2 * room.height) / Double(max(1, seen.rows)))
    // Characters are twice as high as they are wide, and so are their quarters.
    let (rows, columns) = (Double(step) / scale, Double(step) / scale / 2)
    guard rows > 1 else { return Spot(step: step) }
    let square = PlaneSize(
      rows: Int(rows.rounded()), columns: max(1, Int(columns.rounded())))
    return Spot(
      size: square.rows == 1 ? .shared : .several(square), rows: seen.rows,
      drawnRows: Int((Double(seen.rows) * scale).rounded()), step: step)
  }
}
