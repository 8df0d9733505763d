import Formats

/// The fields of a map.
struct Fields {
  private let node: YAMLNode
  private let fields: [YAMLNode.Field]

  init(_ node: YAMLNode) throws(LessonError) {
    guard let fields = node.fields else { throw node.error(.notAMap) }
    (self.node, self.fields) = (node, fields)
  }

  /// Keeps those of which nothing is known.
  func check(known: [String], _ faults: inout LessonFaults) {
    for field in fields where !known.contains(field.key) {
      faults.add(LessonError(.unknown(field.key, among: known), at: field.place))
    }
  }

  subscript(name: String) -> YAMLNode? { fields.first { $0.key == name }?.value }

  func needed(_ name: String) throws(LessonError) -> YAMLNode {
    guard let value = self[name] else { throw node.error(.missing(name)) }
    return value
  }

  func error(_ reason: LessonError.Reason) -> LessonError { node.error(reason) }
}

extension YAMLNode.Field {
  var place: LessonPlace { LessonPlace(line: line, column: column) }
}

extension YAMLNode {
  var place: LessonPlace { LessonPlace(line: line, column: column) }

  func error(_ reason: LessonError.Reason) -> LessonError { LessonError(reason, at: place) }

  var checkedText: String {
    get throws(LessonError) {
      guard let text else { throw error(.notAText) }
      guard !text.isEmpty else { throw error(.emptyText) }
      return text.printable
    }
  }

  var checkedList: [YAMLNode] {
    get throws(LessonError) {
      guard let list else { throw error(.notAList) }
      return list
    }
  }

  /// A text, or one for each of several languages.
  func localText() throws(LessonError) -> LocalText {
    guard let fields else { return LocalText(try checkedText.oneLine) }
    let known = LocalText.codes
    var texts: [String: String] = [:]
    for field in fields {
      guard known.contains(field.key) else {
        throw LessonError(.unknown(field.key, among: known), at: field.place)
      }
      texts[field.key] = try field.value.checkedText.oneLine
    }
    guard !texts.isEmpty else { throw error(.emptyText) }
    return LocalText(texts)
  }

  func wholeNumber() throws(LessonError) -> Int {
    let text = try checkedText
    guard let number = Int(text), (0...Timeline.largestStep).contains(number) else {
      throw error(.notANumber(text))
    }
    return number
  }

  func flag() throws(LessonError) -> Bool {
    let text = try checkedText
    guard
      let flag = [
        "true": true, "yes": true, "on": true, "false": false, "no": false, "off": false,
      ][text]
    else { throw error(.notAFlag(text)) }
    return flag
  }
}

extension String {
  /// The same with single spaces for ends of lines.
  fileprivate var oneLine: String { split { $0.isWhitespace }.joined(separator: " ") }
}

extension YAMLError {
  /// Where it is; the first line for what concerns the whole.
  var place: LessonPlace {
    switch self {
    case .tooLong, .empty: LessonPlace(line: 1, column: 1)
    case .syntax(_, let line, let column), .tooDeep(_, let line, let column),
      .alias(let line, let column), .keyIsNoText(let line, let column),
      .keyTwice(_, let line, let column), .secondDocument(let line, let column):
      LessonPlace(line: line, column: column)
    }
  }
}
