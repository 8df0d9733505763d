import CYAML

/// Reads one YAML document, through libyaml's events.
///
/// Tags and anchors are left out of account; an alias is refused, so that a short text cannot stand for
/// a very long one. Source: the YAML 1.1 specification; libyaml's `yaml.h`.
public enum YAMLDecoder {
  /// The longest text in bytes, and the deepest nesting.
  public static let longest = 1 << 20
  static let deepest = 32

  public static func decode(_ bytes: [UInt8]) throws(YAMLError) -> YAMLNode {
    guard bytes.count <= longest else { throw .tooLong(limit: longest) }
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { throw .empty }
    defer { yaml_parser_delete(&parser) }
    return try bytes.withUnsafeBufferPointer { bytes throws(YAMLError) in
      yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
      var events = Events(parser: &parser)
      defer { events.end() }
      return try document(&events)
    }
  }

  private static func document(_ events: inout Events) throws(YAMLError) -> YAMLNode {
    try events.advance()
    try events.advance()
    guard events.kind == YAML_DOCUMENT_START_EVENT else { throw .empty }
    try events.advance()
    let node = try node(&events, depth: 0)
    try events.advance()
    guard events.kind == YAML_STREAM_END_EVENT else {
      throw .secondDocument(line: events.line, column: events.column)
    }
    return node
  }

  /// The node that begins with the present event; the event after it is the present one then.
  private static func node(_ events: inout Events, depth: Int) throws(YAMLError) -> YAMLNode {
    let (line, column) = (events.line, events.column)
    guard depth < deepest else { throw .tooDeep(limit: deepest, line: line, column: column) }
    let content: YAMLNode.Content
    switch events.kind {
    case YAML_SCALAR_EVENT:
      content = .scalar(events.text)
      try events.advance()
    case YAML_SEQUENCE_START_EVENT:
      try events.advance()
      var list: [YAMLNode] = []
      while events.kind != YAML_SEQUENCE_END_EVENT {
        list.append(try node(&events, depth: depth + 1))
      }
      content = .list(list)
      try events.advance()
    case YAML_MAPPING_START_EVENT:
      try events.advance()
      content = .map(try fields(&events, depth: depth + 1))
      try events.advance()
    default: throw .alias(line: line, column: column)
    }
    return YAMLNode(content: content, line: line, column: column)
  }

  private static func fields(
    _ events: inout Events, depth: Int
  ) throws(YAMLError) -> [YAMLNode.Field] {
    var fields: [YAMLNode.Field] = []
    var keys: Set<String> = []
    while events.kind != YAML_MAPPING_END_EVENT {
      let (line, column) = (events.line, events.column)
      guard events.kind == YAML_SCALAR_EVENT else { throw .keyIsNoText(line: line, column: column) }
      let key = events.text
      guard keys.insert(key).inserted else { throw .keyTwice(key, line: line, column: column) }
      try events.advance()
      fields.append(
        YAMLNode.Field(
          key: key, line: line, column: column, value: try node(&events, depth: depth)))
    }
    return fields
  }
}

/// The events of a parser, one at a time.
private struct Events {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var event = yaml_event_t()

  init(parser: UnsafeMutablePointer<yaml_parser_t>) { self.parser = parser }

  var kind: yaml_event_type_t { event.type }
  var line: Int { event.start_mark.line + 1 }
  var column: Int { event.start_mark.column + 1 }

  /// The text of a scalar.
  var text: String {
    let scalar = event.data.scalar
    return String(
      decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
  }

  mutating func advance() throws(YAMLError) {
    yaml_event_delete(&event)
    guard yaml_parser_parse(parser, &event) == 1 else {
      event = yaml_event_t()
      let mark = parser.pointee.problem_mark
      throw .syntax(
        parser.pointee.problem.map { String(cString: $0) } ?? "", line: mark.line + 1,
        column: mark.column + 1)
    }
  }

  mutating func end() { yaml_event_delete(&event) }
}
