import Model

/// A graph in one argument: `conv6@5:p2, relu, maxpool2, flatten, linear10`.
///
///     graph  = layer { "," layer }
///     layer  = word [ argument ] { ":" option } [ "=" name ]
///     option = "s" size | "p" padding | "same" | "same-lower" | "d" size | "g" number | "m" mode
///            | "b" file | "o" size | "ceil" | "from=" name
///     size   = number [ "x" number ]                      rows × columns
///     padding = size | number "x" number "x" number "x" number    top, left, bottom, right
///
/// `LayerWord.all` has the words. `conv3` is a convolution of size 3 whose kernels are left open,
/// `conv6@3` has six of them, `conv:file` those of a file. A layer takes what the one before gives,
/// or with `:from=a` what the layer with `=a` behind it gives; `add:a`, `mul:a` and `concat:a` take
/// that one too. `image` names the image.
///
/// Whether sizes fit is for the graph to say.
public enum GraphNotation {
  /// The words that layers start with.
  public static var names: [String] { LayerWord.all.map(\.name) }

  /// - Returns: At least one layer.
  public static func parse(_ text: String) throws(LayerNotationError) -> [LayerDraft] {
    var drafts: [LayerDraft] = []
    for field in text.split(separator: ",", omittingEmptySubsequences: false) {
      let field = WholeNumber.trimmed(field)
      let bytes = Array(field.utf8)
      let excerpt = bytes.excerpt(0..<bytes.count)
      do throws(LayerNotationError.Reason) {
        drafts.append(try draft(field, number: drafts.count + 1, excerpt: excerpt))
      } catch {
        throw LayerNotationError(layer: drafts.count + 1, text: excerpt, reason: error)
      }
    }
    return drafts
  }

  /// A graph all of whose layers are written out.
  ///
  /// - Throws: `LayerNotationError` with what cannot be read or stands in a file, `GraphError` with
  ///   what makes no graph.
  public static func graph(_ text: String) throws -> Graph {
    try Graph(
      parse(text).map { draft in
        guard case .known(let known) = draft.content else { throw draft.error(.source) }
        return draft.with(known)
      })
  }

  /// One layer that is written out.
  public static func layer(_ text: String) throws -> any Operator {
    let drafts = try parse(text)
    guard drafts.count == 1, case .known(let known) = drafts[0].content else {
      throw drafts[0].error(.source)
    }
    return known
  }

  private static func draft(
    _ text: Substring, number: Int, excerpt: String
  ) throws(LayerNotationError.Reason) -> LayerDraft {
    let (text, name) = try LayerName.split(text)
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let words = LayerWord.all.filter { parts[0].hasPrefix($0.name) }
    guard let word = words.max(by: { $0.name.count < $1.name.count }) else { throw .kind }
    var fields = LayerFields(
      word: word.name, argument: parts[0].dropFirst(word.name.count), parts: parts.dropFirst())
    let source = try fields.takeSource()
    let content = try word.read(&fields)
    return LayerDraft(
      number: number, text: excerpt, name: name, inputs: [source ?? .before] + fields.others,
      content: content)
  }

  /// The text that reads back as this graph, without what is usual.
  public static func text(of graph: Graph) -> String {
    texts(of: graph).joined(separator: ", ")
  }

  /// The texts of all layers.
  public static func texts(of graph: Graph) -> [String] {
    var isNamed = graph.nodes.map { $0.name != nil }
    var missing: Set<Int> = []
    for (index, node) in graph.nodes.enumerated() {
      for (place, map) in node.inputs.enumerated() where map > 0 && (place > 0 || map != index) {
        if !isNamed[map - 1] { missing.insert(map) }
        isNamed[map - 1] = true
      }
    }
    return graph.nodes.indices.map { index in
      text(of: graph, layer: index)
        + (missing.contains(index + 1) ? "=" + name(of: index + 1, in: graph) : "")
    }
  }

  /// The text of one layer, counted from 0.
  public static func text(of graph: Graph, layer: Int) -> String {
    let node = graph.nodes[layer]
    let others = node.inputs.dropFirst().map { ":" + name(of: $0, in: graph) }.joined()
    let isNext = node.inputs[0] == layer
    return text(of: node.operator) + others
      + (isNext ? "" : ":from=" + name(of: node.inputs[0], in: graph))
      + (node.name.map { "=" + $0 } ?? "")
  }

  private static func name(of map: Int, in graph: Graph) -> String {
    map == 0 ? LayerName.image : graph.nodes[map - 1].name ?? "layer\(map)"
  }

  /// The text that reads back as this layer, without what is usual and without where it stands.
  public static func text(of layer: any Operator) -> String {
    for word in LayerWord.all {
      if let rest = word.write(layer) { return word.name + rest }
    }
    return "\(layer)"
  }
}

/// A layer as it is written, perhaps with numbers that stand in a file.
public struct LayerDraft: Sendable {
  /// Counted from 1.
  public let number: Int
  /// What stands there, at most 40 scalars long, without control characters.
  public let text: String
  public let name: String?
  public let inputs: [Graph.Source]
  public let content: Content

  public enum Content: Sendable {
    case known(any Operator)
    /// `conv:weights.npz:conv1:p1`
    case kernels(KernelSource)
    /// `batchnorm:model.safetensors:1`: a file, and behind a colon what stands with a dot before the
    /// names of its arrays.
    case statistics(String)
  }

  /// The layer once its numbers are there.
  public func with(_ known: any Operator) -> Graph.Draft {
    Graph.Draft(known, name: name, inputs: inputs)
  }

  public func error(_ reason: LayerNotationError.Reason) -> LayerNotationError {
    LayerNotationError(layer: number, text: text, reason: reason)
  }
}

/// The name behind a layer.
enum LayerName {
  /// What names the image.
  static let image = "image"

  /// The text of a layer, and the name that follows its last `=`.
  static func split(
    _ text: Substring
  ) throws(LayerNotationError.Reason) -> (text: Substring, name: String?) {
    guard let sign = text.lastIndex(of: "=") else { return (text, nil) }
    let (rest, name) = (text[..<sign], WholeNumber.trimmed(text[text.index(after: sign)...]))
    if rest.hasSuffix(":from") { return (text, nil) }
    guard isName(name), name != image else {
      // A file's name may have the sign too.
      if text.hasPrefix("conv:") || text.hasPrefix("batchnorm:") { return (text, nil) }
      throw .name(Array(name.utf8).excerpt(0..<name.utf8.count))
    }
    return (WholeNumber.trimmed(rest), String(name))
  }

  static func source(_ text: Substring) throws(LayerNotationError.Reason) -> Graph.Source {
    guard isName(text) else { throw .name(Array(text.utf8).excerpt(0..<text.utf8.count)) }
    return text == image ? .image : .named(String(text))
  }

  private static func isName(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, isLetter(first), text.utf8.count <= 40 else { return false }
    return text.utf8.allSatisfy { isLetter($0) || $0.isDigit || $0 == UInt8(ascii: "-") }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || byte == UInt8(ascii: "_")
  }
}
