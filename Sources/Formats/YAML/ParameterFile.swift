extension Hyperparameters {
  /// The parameters in a YAML file, such as Lightning's `hparams.yaml`: a key within a key is named with a
  /// dot between them, and a list is a text.
  public static func parameters(yaml bytes: [UInt8]) throws(YAMLError) -> [Parameter] {
    do throws(YAMLError) {
      return parameters(try YAMLDecoder.decode(bytes), name: "")
    } catch .empty {
      return []
    }
  }

  private static func parameters(_ node: YAMLNode, name: String) -> [Parameter] {
    guard let fields = node.fields else {
      return name.isEmpty ? [] : [Parameter(name: name, value: Value(yaml: node))]
    }
    return fields.flatMap { field in
      parameters(field.value, name: name.isEmpty ? field.key : name + "." + field.key)
    }
  }
}

extension Hyperparameters.Value {
  fileprivate init(yaml node: YAMLNode) {
    let text = Self.text(of: node)
    switch text {
    case "true", "false": self = .flag(text == "true")
    default: self = Double(text).map { .number($0) } ?? .text(text)
    }
  }

  private static func text(of node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let text): text
    case .list(let items): items.map(text).joined(separator: ", ")
    case .map(let fields):
      fields.map { $0.key + ": " + text(of: $0.value) }.joined(separator: ", ")
    }
  }
}
