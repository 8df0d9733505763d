import Drawing
import Formats
import Model

extension FieldScene {
  /// What the unit sees and reaches, an example of a path, and the table of the layers, from the last
  /// one that fits.
  func text(width: Int, height: Int, _ look: Look) -> [Line] {
    let words = look.words
    let frame = map == 0 && width > 60 ? [Span(words.frameInTheImage, .accent)] : nil
    let told = [frame, sees(words), paths(words), reaches(words)].compactMap(\.self)
      .folded(to: Size(width: width, height: height))
    let sentences =
      look.hidesResults ? asked(words, in: Size(width: width, height: told.count)) : told
    let room = height - sentences.count - 1
    guard room > 0 else { return sentences }
    let first = max(1, min(stack.maps.count - room, map))
    let rows = first..<min(stack.maps.count, first + room)
    return sentences
      + .table(
        [words.fieldTable] + rows.map { tableRow($0, look) }, width: width, gap: 3,
        role: { $0 == 0 ? .secondary : first + $0 - 1 == map ? .strong : .text })
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
      name(of: map, words), GraphNotation.text(of: stack.graph, layer: map - 1),
      "\(size.rows)×\(size.columns)",
    ] + (look.hidesResults ? results.map { _ in "?" } : results)
  }

  func name(of map: Int, _ words: Words) -> String { map == 0 ? words.image : names[map - 1] }

  func unitName(_ words: Words) -> String { unitName(unit, in: map, words) }

  private func unitName(_ unit: Position, in map: Int, _ words: Words) -> String {
    name(of: map, words) + "[\(unit.row),\(unit.column)]"
  }

  /// What is asked while results are hidden, in the room of what would be told.
  private func asked(_ words: Words, in size: Size) -> [Line] {
    let question = words.whatIsSeen(by: unitName(target.at, in: target.map, words))
    let lines = [[Span(question, .accent)]].folded(to: size)
    return lines + Array(repeating: [], count: size.height - lines.count)
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
