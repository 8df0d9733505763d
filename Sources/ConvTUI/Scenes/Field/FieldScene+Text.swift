import Drawing
import Formats
import Model

extension FieldScene {
  /// What the unit sees and reaches, an example of a path, and the table of the layers, from the last
  /// one that fits.
  func text(width: Int, height: Int, _ look: Look) -> [Line] {
    let words = look.words
    let size = Size(width: width, height: min(FieldScene.sentenceLines, height))
    let told = [sees(words), paths(words), reaches(words)].compactMap(\.self)
    let sentences = (isAsked(look) ? look.isInLesson ? [] : [question(words)] : told).map(
      FieldScene.keptTogether
    )
    .folded(to: size).padded(to: size.height)
    let room = height - sentences.count - 1
    guard room > 0 else { return sentences }
    let meaning = [Span(words.fieldTableMeans, .secondary)]
    let first = max(1, min(stack.maps.count - room, map))
    let rows = first..<min(stack.maps.count, first + room)
    return sentences
      + .table(
        [words.fieldTable] + rows.map { tableRow($0, look) }, width: width, gap: 3,
        role: { $0 == 0 ? .secondary : first + $0 - 1 == map ? .strong : .text })
      + (room > rows.count && meaning.cellWidth <= width ? [meaning] : [])
  }

  /// The same in which a unit's name is not folded: "layer 2 [0,0]".
  private static func keptTogether(_ line: Line) -> Line {
    line.map { span in
      var span = span
      span.text = span.text.replacing(" [", with: "\u{A0}[")
      return span
    }
  }

  private func tableRow(_ map: Int, _ look: Look) -> [String] {
    let words = look.words
    let field = stack.field(of: map)
    let size = stack.maps[map]
    let isLarger =
      field.size.rows > stack.maps[0].rows || field.size.columns > stack.maps[0].columns
    let results = [
      "\(field.size.rows)×\(field.size.columns)" + (isLarger ? words.largerThanImage : ""),
      Formula.jump(field.jump), Formula.perAxis(field.start),
      NumberText.short(Float(stack.paths(from: units[map], of: map, to: 0).largest)),
    ]
    return [
      "\(map)", GraphNotation.text(of: stack.graph, layer: map - 1),
      "\(size.rows)×\(size.columns)",
    ] + (isTold(map, look) ? results : results.map { _ in "?" })
  }

  /// Whether the table says what the units of a map see.
  private func isTold(_ map: Int, _ look: Look) -> Bool {
    look.hidesResults ? isFound(map, look) : map <= reached
  }

  func name(of map: Int, _ words: Words) -> String { map == 0 ? words.image : words.layer(map) }

  func unitName(_ words: Words) -> String { unitName(unit, in: map, words) }

  private func unitName(_ unit: Position, in map: Int, _ words: Words) -> String {
    name(of: map, words) + (map == 0 ? "" : " ") + "[\(unit.row),\(unit.column)]"
  }

  /// As many at every step, so that the maps keep their place.
  private static let sentenceLines = 3

  /// What is asked until it is told.
  private func question(_ words: Words) -> Line {
    [Span(words.whatIsSeen(by: unitName(target.at, in: target.map, words)), .accent)]
  }

  /// What the unit sees that is picked, or on the image that of the last map.
  private func sees(_ words: Words) -> Line {
    let (seeing, paths) = (target, pathsToImage)
    let name = unitName(seeing.at, in: seeing.map, words)
    guard let extent = extent(paths) else { return [Span(words.seesNothing(name), .accent)] }
    let sentence = words.sees(
      name, extent, count: paths.count, of: stack.maps[0].rows * stack.maps[0].columns)
    return [Span(sentence, .accent)]
  }

  /// How many paths a number counts, and one of them.
  private func paths(_ words: Words) -> Line? {
    guard let example = examplePath else { return nil }
    let cells = example.cells.sorted { $0.key < $1.key }
      .map { unitName($0.value, in: $0.key, words) }
    return [
      Span(
        words.paths(
          example.count, from: unitName(example.pixel, in: 0, words),
          to: unitName(target.at, in: target.map, words), through: cells), .text)
    ]
  }

  private func reaches(_ words: Words) -> Line? {
    let last = stack.maps.count - 1
    guard map < last else { return nil }
    let paths = stack.paths(from: unit, of: map, to: last)
    return [
      Span(words.reaches(unitName(words), count: paths.count, of: name(of: last, words)), .text)
    ]
  }
}
