import Model

/// Layers in one argument: `conv3,conv3:s2:p1:d2,pool2`.
///
/// A layer is its kind and kernel size, then its options in any order: `s` stride, `p` padding, `d`
/// dilation. A size or option is one number, or rows × columns as in `3x5`. Without `s` the stride
/// of a pooling is its size, that of a convolution 1. Numbers have at most nine digits; whether they
/// fit is for `FieldStack` to say.
public enum LayerNotation {
  /// - Returns: At least one layer.
  public static func parse(_ text: String) throws(LayerNotationError) -> [FieldLayer] {
    try fields(text) { (field) throws(LayerNotationError.Reason) in try layer(field) }
  }

  /// What the fields between the commas stand for; an error names its layer.
  static func fields<Layer>(
    _ text: String, _ layer: (Substring) throws(LayerNotationError.Reason) -> Layer
  ) throws(LayerNotationError) -> [Layer] {
    var layers: [Layer] = []
    for field in text.split(separator: ",", omittingEmptySubsequences: false) {
      let field = WholeNumber.trimmed(field)
      do throws(LayerNotationError.Reason) {
        layers.append(try layer(field))
      } catch {
        let bytes = Array(field.utf8)
        throw LayerNotationError(
          layer: layers.count + 1, text: bytes.excerpt(0..<bytes.count), reason: error)
      }
    }
    return layers
  }

  /// The text that reads back as this layer, without what is usual.
  public static func text(of layer: FieldLayer) -> String {
    let usual = FieldLayer(layer.kind, kernel: layer.kernel)
    var text = layer.kind.rawValue + self.text(of: layer.kernel)
    if layer.stride != usual.stride { text += ":s" + self.text(of: layer.stride) }
    if layer.padding != usual.padding { text += ":p" + self.text(of: layer.padding) }
    if layer.dilation != usual.dilation { text += ":d" + self.text(of: layer.dilation) }
    return text
  }

  static func text(of size: PerAxis<Int>) -> String {
    size.rows == size.columns ? "\(size.rows)" : "\(size.rows)x\(size.columns)"
  }

  private static func layer(_ text: Substring) throws(LayerNotationError.Reason) -> FieldLayer {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let kind = FieldLayer.Kind.allCases.first(where: { parts[0].hasPrefix($0.rawValue) })
    else { throw .kind }
    guard let kernel = size(parts[0].dropFirst(kind.rawValue.count)) else { throw .size }

    let options = try options(parts.dropFirst())
    return FieldLayer(
      kind, kernel: kernel, stride: options[.stride], padding: options[.padding] ?? PerAxis(0),
      dilation: options[.dilation] ?? PerAxis(1))
  }

  /// The options that follow a layer's size, each at most once.
  static func options(
    _ parts: ArraySlice<Substring>
  ) throws(LayerNotationError.Reason) -> [LayerNotationError.Option: PerAxis<Int>] {
    var options: [LayerNotationError.Option: PerAxis<Int>] = [:]
    for part in parts {
      guard let option = part.first.flatMap(LayerNotationError.Option.init) else {
        throw .unknownOption(Array(part.utf8).excerpt(0..<part.utf8.count))
      }
      guard let value = size(part.dropFirst()) else { throw .value(option) }
      guard options.updateValue(value, forKey: option) == nil else { throw .repeated(option) }
    }
    return options
  }

  static func size(_ text: Substring) -> PerAxis<Int>? {
    let numbers = text.split(omittingEmptySubsequences: false) { "xX×".contains($0) }
      .map(WholeNumber.parse)
    guard numbers.count <= 2, let rows = numbers[0], let columns = numbers[numbers.count - 1],
      rows >= 0, columns >= 0
    else { return nil }
    return PerAxis(rows: rows, columns: columns)
  }
}
