import Drawing

/// The top line: the scenes as tabs, and what the current one is about.
struct Header {
  let scenes: [any Scene]
  let current: Int
  /// The lesson that is gone through, of which it tells then.
  var lesson: LessonRun?

  private static let program = "convtui"
  private static let gap = "   "

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    frame.fill(rect, look.bar)
    frame.write(Header.program, at: Point(row: rect.row, column: 2), look.style(.accent))
    let places = places(width: rect.width, look.words)
    for (index, place) in places.enumerated() where !place.isEmpty {
      let isCurrent = index == current
      if isCurrent, look.fillsCells {
        frame.update(
          Rect(
            row: rect.row, column: place.lowerBound - 1, width: place.count + 2, height: 1)
        ) { $0.style.background = look.theme.barRaised }
      }
      var title = Header.title(
        scenes[index], number: index, isShort: place.count < 4, look.words)
      if isCurrent { title = [Span(title[0].text, .accent), Span(title[1].text, .strong)] }
      frame.write(title, at: Point(row: rect.row, column: place.lowerBound), look)
      if isCurrent, !look.fillsCells {
        frame.update(
          Rect(row: rect.row, column: place.lowerBound, width: place.count, height: 1)
        ) { $0.style.attributes.insert(.reverse) }
      }
    }
    var facts = (lesson.map(look.words.place) ?? scenes[current].facts(look.words))[...]
    let room = rect.width - (places.last?.upperBound ?? 0) - 4
    // A lesson's name is cut where there is no room, so that how far one is stays.
    if lesson != nil, facts.count == 2 {
      facts[0] = facts[0].cut(to: max(0, room - facts[1].cellWidth - Header.gap.cellWidth - 1))
      if facts[0].cellWidth < 2 { facts.removeFirst() }
    }
    while facts.count > (lesson == nil ? 0 : 1),
      facts.joined(separator: Header.gap).cellWidth >= room
    {
      facts.removeFirst()
    }
    let text = facts.joined(separator: Header.gap).cut(to: max(0, room))
    frame.write(
      text, at: Point(row: rect.row, column: rect.width - text.cellWidth - 2),
      look.style(.secondary))
  }

  /// The tab under a point.
  func tab(at point: Point, width: Int, _ words: Words) -> Int? {
    places(width: width, words).firstIndex { $0.contains(point.column) }
  }

  private static func title(
    _ scene: any Scene, number: Int, isShort: Bool, _ words: Words
  ) -> Line {
    [
      Span("\(number + 1)", .secondary),
      Span(isShort ? "" : " " + scene.kind.title(words), .secondary),
    ]
  }

  /// The columns of each tab; where the screen is narrow only the current one has its name.
  private func places(width whole: Int, _ words: Words) -> [Range<Int>] {
    // In a lesson the tabs leave room for its name.
    let lessonName = lesson.map { words.place(in: $0).joined(separator: Header.gap).cellWidth } ?? 0
    let width = whole - lessonName
    let isNarrow = width < 96
    var column = Header.program.cellWidth + 5
    // The digits alone take a cell and a gap each. Where a lesson's name has no room beside them, only the
    // current one stays.
    let name = scenes.indices.contains(current) ? scenes[current].kind.title(words) : ""
    let needed = column + (scenes.count - 1) * 3 + 2 + name.cellWidth + 5
    let isAlone = lesson != nil && needed > width
    return scenes.enumerated().map { index, scene in
      let start = column
      if isAlone, index != current { return start..<start }
      column +=
        Header.title(scene, number: index, isShort: isNarrow && index != current, words).cellWidth
      defer { column += 2 }
      return start..<column
    }
  }
}
