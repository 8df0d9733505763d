import Drawing
import Formats
import Model

extension FieldScene {
  /// What the unit sees and reaches, an example of a path, and the table of the layers, from the last
  /// one that fits.
  func text(width: Int, height: Int, _ look: Look) -> [Line] {
    let words = look.words
    let size = Size(width: width, height: min(FieldScene.sentenceLines, height))
    let next = look.isInLesson ? nil : nextQuestion(look)
    let told = [sees(words), paths(words), next ?? reaches(words)].compactMap(\.self)
    let chosen = look.fillsCells && map == 0 ? [chosen(look)] : []
    let asked = (look.isInLesson ? [] : [question(look)]) + chosen
    // A lesson asks by itself; the lines are the maps' then.
    let isSilent = isAsked(look) && asked.isEmpty
    let sentences = (isAsked(look) ? asked : told).map(FieldScene.keptTogether)
      .folded(to: size).padded(to: isSilent ? 0 : size.height)
    let room = height - sentences.count - (isSilent ? 0 : 1)
    // On a low screen a lesson's scene is for the maps.
    guard room > 0, !look.isInLesson || look.hidesResults || height > 7 else { return sentences }
    let meaning = [Span(words.fieldTableMeans, .secondary)].folded(to: width)
    let first = max(1, min(stack.maps.count - room, map))
    let rows = first..<min(stack.maps.count, first + room)
    // Where nothing is told, the columns of what would be are left out.
    let columns = isSilent && !rows.contains { isTold($0, look) } ? 3 : words.fieldTable.count
    let table = ([words.fieldTable] + rows.map { tableRow($0, look) }).map {
      Array($0.prefix(columns))
    }
    return sentences
      + .table(
        table, width: width, gap: 3,
        role: { $0 == 0 ? .secondary : first + $0 - 1 == map ? .strong : .text })
      + (isSilent
        ? []
        : room - rows.count >= meaning.count && (meaning.count == 1 || height > 9) ? meaning : [])
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
  private func question(_ look: Look) -> Line {
    let asked = asked(look)
    return [Span(look.words.whatIsSeen(by: unitName(asked.at, in: asked.map, look.words)), .accent)]
  }

  /// The question about the next layer, as long as it was not looked at.
  private func nextQuestion(_ look: Look) -> Line? {
    let next = map + 1
    guard !look.hidesResults, map > 0, next < stack.maps.count, next > reached else { return nil }
    return [
      Span(look.words.whatIsSeenNext(by: unitName(units[next], in: next, look.words)), .accent)
    ]
  }

  /// What the cell of the image is that stands out.
  private func chosen(_ look: Look) -> Line {
    let pixel = unitName(units[0], in: 0, look.words)
    return [Span(look.words.chosenPixel(pixel, isLight: look.isLight), .secondary)]
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
