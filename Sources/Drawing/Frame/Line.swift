/// A piece of text with one role.
public struct Span: Hashable, Sendable {
  public var text: String
  public var role: Role
  /// Whether it is a result, which may be hidden.
  public var isResult = false
  /// Whether it leads to a result: where results are hidden, it is left out.
  public fileprivate(set) var leadsToResult = false
  /// Whether it goes on with the result before it.
  fileprivate var isContinued = false

  public init(_ text: String, _ role: Role = .text) {
    self.text = text
    self.role = role
  }
}

extension Span {
  /// The same as a result.
  public var asResult: Span {
    var span = self
    span.isResult = true
    return span
  }

  /// The text as it is shown: a question mark, as wide, where results are hidden.
  func shown(_ look: Look) -> String {
    if leadsToResult, look.hidesSums { return "" }
    guard isResult, look.hidesSums, let start = text.firstIndex(where: { $0 != " " }) else {
      return text
    }
    let indent = String(text[..<start]).cellWidth
    return String(repeating: " ", count: indent) + (isContinued ? " " : "?")
      + String(repeating: " ", count: max(0, text.cellWidth - indent - 1))
  }
}

/// A line of text in several roles.
public typealias Line = [Span]

extension Line {
  /// The same as what leads to a result.
  public var leadingToResult: Line {
    map { span in
      var span = span
      span.leadsToResult = true
      return span
    }
  }

  /// The same as one result: where results are hidden, one question mark stands for all of it.
  public var asOneResult: Line {
    enumerated().map { index, span in
      var span = span.asResult
      span.isContinued = index > 0
      return span
    }
  }

  public var cellWidth: Int { reduce(0) { $0 + $1.text.cellWidth } }

  /// The first spans that have room, whole.
  public func prefix(within width: Int) -> Line {
    var line = self
    while line.cellWidth > width, !line.isEmpty { line.removeLast() }
    return line
  }

  /// The line without the spans that have no room: secondary ones go first, then the last; the
  /// first stays.
  public func shortened(to width: Int) -> Line {
    var line = self
    while line.cellWidth > width, line.count > 1 {
      line.remove(at: line.dropFirst().lastIndex { $0.role == .secondary } ?? line.count - 1)
    }
    return line
  }

  /// The line folded to a width and to at most so many lines, without the last spans where they
  /// have no room; none where not even the first has.
  public func folded(to width: Int, height: Int, indent: Int = 0) -> [Line] {
    var line = self
    var lines = folded(to: width, indent: indent)
    while lines.count > height, line.popLast() != nil {
      lines = line.isEmpty ? [] : line.folded(to: width, indent: indent)
    }
    return lines.count <= height ? lines : []
  }

  /// The line folded between its spans so that no part is wider than `width`; later parts are
  /// indented. A single span wider than that is folded in itself, or else cut when it is drawn.
  public func folded(to width: Int, indent: Int = 0) -> [Line] {
    if cellWidth <= width, !contains(where: \.hasNoBreakSpace) { return [self] }
    var lines: [Line] = [[]]
    var used = 0
    for span in flatMap(\.pieces) {
      let spanWidth = span.text.cellWidth
      if used + spanWidth > width, used > (lines.count > 1 ? indent : 0) {
        lines.append([Span(String(repeating: " ", count: indent))])
        used = indent
        if span.text.allSatisfy({ $0 == " " }) { continue }
      }
      lines[lines.count - 1].append(span)
      used += spanWidth
    }
    return lines
  }
}

extension [Line] {
  /// Lines folded below each other into a size, each as in `folded` above; the first ones matter
  /// most.
  public func folded(to size: Size, indent: Int = 0) -> [Line] {
    reduce(into: []) { lines, line in
      lines += line.folded(to: size.width, height: size.height - lines.count, indent: indent)
    }
  }

  /// With empty lines up to a count.
  public func padded(to count: Int) -> [Line] {
    self + [Line](repeating: [], count: Swift.max(0, count - self.count))
  }

  /// As many of them as fit beside each other.
  public func inOneLine(within width: Int) -> Line {
    reduce(into: []) { line, next in
      let longer = line + (line.isEmpty ? [] : [Span("   ")]) + next
      if longer.cellWidth <= width { line = longer }
    }
  }
}

extension Span {
  fileprivate var hasNoBreakSpace: Bool { text.unicodeScalars.contains("\u{A0}") }

  /// The span cut where a line may be folded: after each of its spaces, and around wide characters. A
  /// no-break space is no such place, and becomes a space.
  fileprivate var pieces: [Span] {
    // A no-break space begins with 0xC2 in UTF-8, and wide characters with 0xE3 or more.
    if !isResult, !text.isEmpty,
      text.utf8.allSatisfy({ $0 != UInt8(ascii: " ") && $0 != 0xC2 && $0 < 0xE3 })
    {
      return [self]
    }
    var pieces: [Span] = []
    var word = ""
    var last: Character?
    for character in text {
      if let last, last.mayEndLine(before: character) {
        pieces.append(Span(word, role))
        word = ""
      }
      word.append(character == "\u{A0}" ? " " : character)
      last = character
    }
    if !word.isEmpty { pieces.append(Span(word, role)) }
    let first = pieces.firstIndex { $0.text != " " }
    for index in pieces.indices { pieces[index].leadsToResult = leadsToResult }
    for index in pieces.indices where isResult {
      (pieces[index].isResult, pieces[index].isContinued) = (true, index != first)
    }
    return pieces
  }
}

extension Frame {
  /// Writes a line from a point to the right.
  ///
  /// - Returns: The column after the last glyph.
  @discardableResult
  public mutating func write(_ line: Line, at point: Point, _ look: Look, limit: Int? = nil) -> Int
  {
    line.reduce(point.column) { column, span in
      write(
        span.shown(look), at: Point(row: point.row, column: column), look.style(span.role),
        limit: limit)
    }
  }

  /// Writes lines below each other into a rectangle; what does not fit is left out.
  public mutating func write(_ lines: [Line], in rect: Rect, _ look: Look) {
    for (row, line) in zip(rect.rows, lines) {
      write(
        line, at: Point(row: row, column: rect.column), look, limit: rect.columns.upperBound)
    }
  }
}
