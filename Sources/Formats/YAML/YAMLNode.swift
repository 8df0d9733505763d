/// A part of a YAML document, with the place where it begins.
public struct YAMLNode: Hashable, Sendable {
  public let content: Content
  /// Both count from 1.
  public let line, column: Int

  public enum Content: Hashable, Sendable {
    case scalar(String)
    case list([YAMLNode])
    case map([Field])
  }

  /// A key of a map and what it stands for.
  public struct Field: Hashable, Sendable {
    public let key: String
    public let line, column: Int
    public let value: YAMLNode
  }

  /// The text of a scalar.
  public var text: String? {
    if case .scalar(let text) = content { return text }
    return nil
  }

  public var list: [YAMLNode]? {
    if case .list(let list) = content { return list }
    return nil
  }

  public var fields: [Field]? {
    if case .map(let fields) = content { return fields }
    return nil
  }
}

/// What keeps a text from being read as YAML. Lines and columns count from 1.
public enum YAMLError: Error, Hashable, Sendable {
  case tooLong(limit: Int)
  case empty
  /// The parser's own words of what is wrong there.
  case syntax(String, line: Int, column: Int)
  case tooDeep(limit: Int, line: Int, column: Int)
  /// An alias, which stands for another part of the document.
  case alias(line: Int, column: Int)
  /// A key that is no plain text.
  case keyIsNoText(line: Int, column: Int)
  case keyTwice(String, line: Int, column: Int)
  case secondDocument(line: Int, column: Int)
}
