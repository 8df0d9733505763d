import Drawing
import Model

extension StackScene {
  /// What the layer does, the chosen number, the size that follows, what is seen, and what comes next;
  /// the first lines matter most. As many at every step.
  func text(width: Int, height: Int, _ look: Look) -> [Line] {
    let words = look.words
    guard height > 2 else {
      let title: Line = [
        Span(title(of: map, words), .accent), Span("  " + size(of: map), .secondary),
      ]
      return [title.shortened(to: width), number(width, words)]
    }
    let sentence: Line = [Span(whatItDoes(words), .accent)]
    let isLast = map == graph.nodes.count
    let next: Line = isLast ? [] : [Span(words.question(of: map + 1, graph.nodes[map].operator))]
    let (number, seen) = (number(width, words), seen(width, look))
    let size = map == 0 ? [] : size(width, words)
    // What part is seen comes before what follows.
    let rest = lens.zoom > 0 || sight.scale > 1 ? [seen, size, next] : [size, next, seen]
    let lines =
      map == 0 && !hasCursor ? [sentence, next, number, seen] : [sentence, number] + rest
    return lines.filter { $0.cellWidth > 0 }
      .folded(to: Size(width: width, height: height)).padded(to: height)
  }

  /// "relu[3,4] = 0   = max(−2, 0)".
  private func number(_ width: Int, _ words: Words) -> Line {
    let number = Span(NumberText.short(value), .strong)
    let result: Line = [Span(" = ", .secondary), map > 0 ? number.asResult : number]
    let way: Line = [Span("   " + words.explained(origin), .text)]
    let (whole, short) = (cell(words), Formula.cell(name(of: map, unit.channel, words), unit.at))
    let choices = [whole, short].map { [Span($0.printable, .accent)] + result + way }
    return choices.first { $0.cellWidth <= width } ?? choices[0].prefix(within: width)
  }

  private func whatItDoes(_ words: Words) -> String {
    guard let layer = layer(of: map) else {
      return words.imageGoesThrough(layers: graph.nodes.count)
    }
    let before = before(map)
    return words.whatLayerDoes(
      map, layer, from: before, input: shape(of: before), output: shape)
  }

  // MARK: Sizes

  /// The size formula of the layer: of rows and columns together where both are alike.
  private func size(_ width: Int, _ words: Words) -> Line {
    guard let layer = layer(of: map) else { return [] }
    let input = shape(of: before(map))
    guard let axes = axes(of: layer, over: input) else {
      return sizeLine("\(input) → \(shape)", words)
    }
    let maps = layer is ConvolutionLayer ? "   " + words.kernelsMakeMaps(shape.channels) : ""
    func texts(_ formula: (Axis) -> String) -> [String] {
      guard axes.rows != axes.columns else {
        return [formula(axes.rows) + " " + words.rowsAndColumns]
      }
      return [
        formula(axes.rows) + " " + words.rows(axes.rows.output),
        formula(axes.columns) + " " + words.columns(axes.columns.output),
      ]
    }
    let choices = [
      texts { Formula.outputSize($0) }.joined(separator: "   ") + maps,
      texts { Formula.outputSize($0) }.joined(separator: "   "),
      texts { Formula.tight(Formula.outputSize($0)) }.joined(separator: "  "),
      "\(input) → \(shape)",
    ]
    let room = width - words.size.cellWidth - 3
    return sizeLine(choices.first { $0.cellWidth <= room } ?? choices[choices.count - 1], words)
  }

  /// A size behind the word for it, which stays where results are hidden.
  private func sizeLine(_ text: String, _ words: Words) -> Line {
    [Span(words.size + "   ", .secondary), Span(text, .secondary).asResult]
  }

  private func axes(
    of layer: any Operator, over input: Shape
  ) -> (rows: Axis, columns: Axis)? {
    switch layer {
    case is ConvolutionLayer:
      let geometry = try? convolution(of: map)?.geometry(for: input, largestOutput: .max)
      return geometry.map { ($0.rows, $0.columns) }
    case let layer as Pooling: return try? layer.window.axes(over: PlaneSize(input))
    default: return nil
    }
  }

  // MARK: What is seen

  /// What the frames and the colours mean, and what part is looked at, as far as that has room.
  private func seen(_ width: Int, _ look: Look) -> Line {
    let words = look.words
    let field = sight.whole.field.field(of: map).size.map { $0 * sight.scale }
    let details = [
      lens.zoom > 0 ? words.view(words.pixels(in: sight.pixels)) : nil,
      sight.scale > 1 ? words.meansOfPixels(sight.scale) : nil,
      map == 0 && picture.isBrightness ? words.brightnessAlone : nil,
      map > 0 ? words.frameIsField(field) : nil,
      layer(of: map).flatMap { words.movement($0, isTurned: turned.contains(map)) },
      sight.scales[map].lower < 0 ? words.signColors(look) : nil,
    ].compactMap(\.self)
    let spans = details.enumerated().map { Span(($0 > 0 ? "   " : "") + $1, .secondary) }
    return spans.reduce([]) { line, span in
      (line + [span]).cellWidth <= width ? line + [span] : line
    }
  }
}
