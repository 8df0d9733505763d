import Drawing
import Model

/// The text about the chosen map, the settings and the cursor.
extension MapsScene {
  func lines(_ sight: Sight, _ size: Size, _ words: Words) -> [Line] {
    let width = size.width
    let lines = [about(width: width, words), settings(sight, width: width, words)]
    let value = cursor.map { [valueLine($0, width: width, words)] } ?? []
    return size.height < 3 ? value + lines : lines + value
  }

  /// What is chosen.
  private func about(width: Int, _ words: Words) -> Line {
    guard pane > 0 else {
      let hint = cursor == nil ? words.mapsKeys : words.enterTakesApart
      let colors = picture.isBrightness ? "  " + words.brightnessAlone : ""
      return [
        Span(words.image, .strong), Span(colors), Span("  " + hint, .secondary),
      ].prefix(within: width)
    }
    let weight = filters[pane - 1].plane?.kernel ?? filters[pane - 1].weight
    let size = mapSize(pane).map { " → \($0)" } ?? ""
    return [
      Span(words.name(of: filters[pane - 1]).printable, .strong),
      Span("  \(weight.shape)\(size)  ", .secondary),
      Span(Formula.rows(of: weight, width: width - 40)),
    ].prefix(within: width)
  }

  /// The scale, how the kernels move, and the colours, as far as they fit.
  private func settings(_ sight: Sight, width: Int, _ words: Words) -> Line {
    let seen = Block(rows: sight.rows, columns: sight.columns)
    let short = sight.format == nil ? words.shortScale(sight.step) : words.pixels(in: seen)
    let long = sight.format == nil ? words.scale(sight.step, isWhole: whole != nil) : short
    let motionText = motionText(words)
    let motion = motionText.joined(separator: ", ")
    let colors = words.colors(contrast)
    // Usual colours and a usual motion go before the meaning of the scale does.
    let isUsual = contrast == .each && motionText.count <= MapsScene.usualMotions
    let choices = [
      [long, motion, colors], contrast == .each ? [long, motion] : [short, motion, colors],
      isUsual ? [long] : [short, motion], [short, motion], [motion],
    ].map { $0.joined(separator: "   ") }
    if let fitting = choices.first(where: { $0.cellWidth <= width }) {
      return [Span(fitting, .secondary)]
    }
    return motionText.map { Span($0 + " ", .secondary) }.prefix(within: width)
  }

  /// The border and the padding.
  private static let usualMotions = 2

  /// The number under the cursor, in the picture itself and in the map that is chosen.
  private func valueLine(_ cursor: Position, width: Int, _ words: Words) -> Line {
    func equation(_ cell: String, _ value: Span) -> Line {
      [Span(cell, .accent), Span(" = ", .secondary), value]
    }
    let pixel = picture.part(
      rows: cursor.row..<cursor.row + 1, columns: cursor.column..<cursor.column + 1, step: 1)
    let input = equation(
      Formula.cell("X", cursor),
      Span(pixel.elements.map(NumberText.short).joined(separator: " "), .strong))
    guard pane > 0 else { return input.prefix(within: width) }
    guard let at = place(of: cursor, in: pane, step: 1), let value = value(at: cursor, in: pane)
    else { return input + [Span("   " + words.noMapHere, .secondary)] }
    let output = equation(
      Formula.cell("Y", at), Span(NumberText.short(value), .strong).asResult)
    let choices = [
      input + [Span("   ")] + output + [Span("   " + words.enterTakesApart, .secondary)],
      input + [Span("   ")] + output, output,
    ]
    return choices.first { $0.cellWidth <= width } ?? output
  }

  /// How the kernels move, in a few words each.
  func motionText(_ words: Words) -> [String] {
    let dilation = motion.sliding.options.dilation
    let keepsSize = filters.allSatisfy { filter in
      (dilation.rows * (filter.weight.shape.rows - 1)).isMultiple(of: 2)
        && (dilation.columns * (filter.weight.shape.columns - 1)).isMultiple(of: 2)
    }
    let groups = picture.channels > 1 ? [words.groupCount(groups)] : []
    return words.motion(motion, keepsSize: keepsSize) + groups
  }
}
